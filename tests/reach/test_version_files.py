"""The files of a published version say what was frozen, whatever happened since."""

import csv
import io
import json

import pytest

from lms.people.roles import Role
from lms.reach.annual import annual_tables, as_plain, from_plain
from lms.reach.models import ReachReport
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


def test_plain_tables_come_back_as_they_were():
    make_session(school=SchoolFactory())
    plain = json.loads(json.dumps(as_plain(annual_tables(annual_report(2026)))))
    assert as_plain(from_plain(plain)) == plain
