"""Files of the report: the same figures as on the screen, and nothing that a spreadsheet runs."""

import csv
import io
import json
from datetime import UTC, datetime

import pytest
from django.core.management import CommandError, call_command
from openpyxl import load_workbook

from lms.core.periods import Period
from lms.people.roles import Role
from lms.reach.counting import Breakdown
from lms.reach.exports.json import as_json
from lms.reach.exports.sheets import sheets
from lms.reach.selectors import live_report, names_of, year_report
from lms.reach.tables import breakdown_tables
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


def workbook(response):
    return load_workbook(io.BytesIO(b"".join(response.streaming_content)))


def test_the_csv_has_every_part_of_every_breakdown(secretariat):
    make_session(school=SchoolFactory(), girls=12, boys=9)
    rows = csv_rows(secretariat.get("/raport/2026/export.csv"))
    found = {(row[0], row[1]): row for row in rows}
    report = live_report(Period.year(2026))
    tables = breakdown_tables(report, names_of())
    for breakdown in Breakdown:
        title = str(tables[breakdown.value].title)
        for part, cell in report.breakdowns[breakdown].items():
            assert [int(n) for n in found[title, part][3:9]] == list(cell)


def test_the_workbook_holds_numbers_and_not_texts(secretariat):
    make_session(school=SchoolFactory(), girls=12, boys=9)
    page = workbook(secretariat.get("/raport/2026/export.xlsx"))["Pe județe"]
    assert [cell.value for cell in page[2]] == ["CJ", "Cluj", 1, 12, 9, 0, 21, 0, 21]


def test_the_workbook_ends_with_the_method(secretariat):
    make_session(school=SchoolFactory())
    assert workbook(secretariat.get("/raport/2026/export.xlsx")).sheetnames[-1] == "Metodă"


def test_the_workbook_prints_every_column_on_the_page(secretariat):
    book = workbook(secretariat.get("/raport/2026/export.xlsx"))
    for page in book:
        assert page.sheet_properties.pageSetUpPr.fitToPage, page.title
        assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    longest = max(book.worksheets[-1]["B"], key=lambda cell: len(str(cell.value)))
    assert longest.alignment.wrap_text


def test_the_workbook_says_when_it_was_counted_by_the_clock_of_its_readers():
    late_evening = datetime(2026, 11, 23, 22, 30, tzinfo=UTC)
    rows = sheets(live_report(Period.year(2026), late_evening), names_of())[-1].rows
    assert ["Cifre calculate la", "24.11.2026 00:30 EET"] in rows


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_a_file_says_its_year_in_its_name(secretariat, kind):
    response = secretariat.get(f"/raport/2026/export.{kind}")
    b"".join(response.streaming_content)
    assert f'filename="protect-raport-2026.{kind}"' in response["Content-Disposition"]


def test_a_formula_in_a_name_comes_out_as_text_in_the_csv(secretariat):
    member = MemberOrganisationFactory(code="X", name=FORMULA)
    make_session(school=SchoolFactory(), organisation=member, lesson_code=FORMULA)
    rows = csv_rows(secretariat.get("/raport/2026/export.csv"))
    assert not [value for row in rows for value in row if value.startswith("=")]


def test_a_formula_in_a_name_comes_out_as_text_in_the_workbook(secretariat):
    member = MemberOrganisationFactory(code="X", name=FORMULA)
    make_session(school=SchoolFactory(), organisation=member, lesson_code=FORMULA)
    book = workbook(secretariat.get("/raport/2026/export.xlsx"))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    assert "f" not in kinds


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


def test_a_number_of_schools_does_not_stand_in_the_column_of_sessions(secretariat):
    make_session(school=SchoolFactory())
    titles, *rows = workbook(secretariat.get("/raport/2026/export.xlsx"))["Rezumat"].values
    schools = dict(zip(titles, next(row for row in rows if row[0] == "Școli"), strict=True))
    assert (schools["sesiuni"], schools["număr"]) == (None, 1)
