"""Files of the report: the same figures as on the screen, and nothing that a spreadsheet runs."""

import csv
import io
import json

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from lms.people.roles import Role
from lms.reach.exports.json import as_json
from lms.reach.selectors import year_report
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import DAY, make_session, moment

pytestmark = pytest.mark.django_db
FORMULA = '=HYPERLINK("http://example.org")'


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def csv_rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_a_formula_comes_out_as_text_in_the_list_of_sessions(secretariat):
    make_session(school=SchoolFactory(), reference="=1+1", lesson_code=FORMULA)
    rows = csv_rows(secretariat.get("/raport/2026/sesiuni.csv"))
    assert not [value for row in rows for value in row if value.startswith("=")]


def test_a_list_of_sessions_holds_exactly_what_the_filter_asks_for(secretariat):
    school = SchoolFactory()
    make_session(school=school, reference="A", label="7A")
    make_session(school=school, reference="B", label="IX A")
    rows = csv_rows(secretariat.get("/raport/2026/sesiuni.csv?nivel=liceu"))
    assert [row[0] for row in rows[1:]] == ["B"]


def test_a_list_of_sessions_says_everything_in_words(secretariat):
    school = SchoolFactory(name="Școala Nouă")
    member = MemberOrganisationFactory(code="ELIB", name="eLiberare")
    make_session(school=school, label="7b", status="verified", organisation=member)
    head, line = csv_rows(secretariat.get("/raport/2026/sesiuni.csv"))
    said = dict(zip(head, line, strict=True))
    assert [said[name] for name in ("stare", "în raport", "județ", "școala", "organizația")] == [
        "verificată", "numărate", "Cluj", "Școala Nouă", "eLiberare"
    ]  # fmt: skip
    assert [said[name] for name in ("clasa", "nivel", "grup", "mod")] == [
        "VII B", "Gimnaziu", "o clasă", "față în față"
    ]  # fmt: skip


def test_a_list_of_sessions_is_in_the_language_of_its_reader(secretariat):
    make_session(school=SchoolFactory(), status="verified")
    head, line = csv_rows(secretariat.get("/en/raport/2026/sesiuni.csv"))
    assert dict(zip(head, line, strict=True))["status"] == "verified"
    assert "Lower secondary" in line


# JSON and the command


def test_the_json_has_the_shape_of_the_rules():
    school = SchoolFactory()
    make_session(school=school, reference="A", recorded_at=moment(DAY, 9))
    make_session(school=school, reference="B", recorded_at=moment(DAY, 10))
    make_session(school=school, reference="C", label="5A", girls=90)
    found = as_json(year_report(2026))
    cell = {"sessions": 1, "girls": 10, "boys": 10, "undisclosed": 0, "pupils": 20, "adults": 0}
    assert found["sessions"]["contacts"] == found["sessions"]["by_county"]["CJ"] == cell
    assert found["sessions"]["duplicates"] == [["B", "A"]]
    assert found["sessions"]["quarantined"] == ["C"]
    assert found["sessions"]["unique_pupils"]["pupils"] == 20


def test_informed_people_are_shown_with_their_components():
    make_session(school=SchoolFactory(), adults=2)
    found = as_json(year_report(2026))
    parts = found["persoane_informate_components"]
    assert (parts["class_unique_pupils"], parts["class_adults"]) == (20, 2)
    assert found["section4"]["persoane_informate"] == 22


def test_the_command_prints_the_report_as_json(capsys):
    make_session(school=SchoolFactory())
    call_command("reach_report", year=2026)
    assert json.loads(capsys.readouterr().out)["sessions"]["contacts"]["pupils"] == 20


def test_the_command_prints_the_report_of_a_moment(capsys):
    make_session(school=SchoolFactory(), recorded_at=moment(DAY, 15))
    call_command("reach_report", "--year=2026", f"--as-of={DAY}T14:00:00+00:00")
    assert json.loads(capsys.readouterr().out)["sessions"]["contacts"]["pupils"] == 0


def test_the_command_writes_a_workbook_to_standard_output(capfdbinary):
    call_command("reach_report", year=2026, format="xlsx")
    book = load_workbook(io.BytesIO(capfdbinary.readouterr().out))
    assert book.sheetnames[0] == "Cuprins"


@pytest.mark.parametrize("moment_", ["ieri", "2026-13-01T00:00:00"])
def test_the_command_refuses_what_is_no_moment(moment_):
    with pytest.raises(CommandError, match="ISO moment"):
        call_command("reach_report", "--year=2026", f"--as-of={moment_}")
