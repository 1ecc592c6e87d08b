"""The files of a published version say what was frozen, whatever happened since."""

import csv
import io
import json
import zipfile

import pytest

from lms.people.roles import Role
from lms.reach.annual import annual_tables, as_plain, from_plain
from lms.reach.models import ReachReport
from lms.reach.public_map import public_pupils
from lms.reach.selectors import annual_report
from lms.reach.services.periods import (
    approve_period,
    open_period,
    publish_report,
    submit_period,
)
from tests.factories import SchoolFactory, make_user
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(client, roles):
    person = make_user(Role.SECRETARIAT)
    client.force_login(person)
    client.person = person
    return client


@pytest.fixture
def published(secretariat):
    """2026 with 20 pupils, published; 20 more were recorded since."""
    make_session(school=SchoolFactory())
    period = open_period(year=2026)
    for step in (submit_period, approve_period, publish_report):
        step(period=period, edition=period.edition, by=secretariat.person)
        period.refresh_from_db()
    report = ReachReport.objects.get()
    make_session(school=SchoolFactory(), recorded_at=report.as_of.replace(year=2027))
    return report


def contacts(response):
    text = response.content.decode("utf-8-sig")
    for line in csv.DictReader(io.StringIO(text), delimiter=";"):
        if (line["tabel"], line["rând"], line["coloană"]) == ("T7", "total", "pupils"):
            return int(line["valoare"])
    raise AssertionError(text)


def test_the_published_version_stays_beside_the_live_report(secretariat, published):
    assert contacts(secretariat.get("/raport/perioade/2026/v1.csv")) == 20
    assert contacts(secretariat.get("/raport/2026/tabele.csv")) == 40


@pytest.mark.parametrize(("kind", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("xlsx", b"PK")])
def test_a_version_can_be_saved_as_each_kind_of_file(secretariat, published, kind, start):
    assert secretariat.get(f"/raport/perioade/2026/v1.{kind}").content.startswith(start)


def test_the_same_version_gives_the_same_pdf(secretariat, published):
    address = "/raport/perioade/2026/v1.pdf"
    assert secretariat.get(address).content == secretariat.get(address).content


def test_a_version_that_was_not_published_has_no_files(secretariat, published):
    assert secretariat.get("/raport/perioade/2026/v2.pdf").status_code == 404


def test_the_live_tables_mark_what_changed_since(secretariat, published):
    page = secretariat.get("/raport/2026/tabele/").content.decode()
    assert "2026: publicat 20" in page


def test_the_open_data_of_a_published_year_are_its_public_report(client, published):
    client.logout()
    bundle = zipfile.ZipFile(io.BytesIO(client.get("/impact/2026/date-deschise.zip").content))
    assert json.loads(bundle.read("raport.json")) == json.loads(published.public_content)


def test_every_figure_of_the_open_data_stands_in_the_public_report(client, published):
    """And where the report says "c", so does the table."""
    cells = json.loads(published.public_content)["sessions"]["by_county"]
    bundle = zipfile.ZipFile(io.BytesIO(client.get("/impact/2026/date-deschise.zip").content))
    lines = csv.DictReader(io.StringIO(bundle.read("by_county.csv").decode("utf-8-sig")))
    found = {line["code"]: {key: line[key] for key in cells[line["code"]]} for line in lines}
    assert found == {
        county: {key: str(figure) for key, figure in cell.items()} for county, cell in cells.items()
    }


@pytest.mark.parametrize("what", ["date-deschise.zip", "harta/zi.svg"])
def test_an_open_year_has_no_open_data(client, what):
    make_session(school=SchoolFactory())
    assert client.get(f"/impact/2026/{what}").status_code == 404


def test_the_public_map_is_drawn_of_the_published_version(client, published):
    client.logout()
    response = client.get("/impact/2026/harta/zi.svg")
    assert response["Content-Type"] == "image/svg+xml"
    assert not response.cookies


def test_a_figure_that_is_hidden_in_the_report_is_hidden_on_the_map():
    cells = {"CJ": {"pupils": 20}, "AB": {"pupils": "c"}}
    assert public_pupils({"sessions": {"by_county": cells}}) == {"CJ": 20, "AB": None}


def test_there_is_no_map_in_a_look_that_does_not_exist(client, published):
    assert client.get("/impact/2026/harta/altfel.svg").status_code == 404


def test_plain_tables_come_back_as_they_were():
    make_session(school=SchoolFactory())
    plain = json.loads(json.dumps(as_plain(annual_tables(annual_report(2026)))))
    assert as_plain(from_plain(plain)) == plain
