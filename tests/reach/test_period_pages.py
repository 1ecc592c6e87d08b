"""The pages of a period: steps, versions, what changed since, decisions."""

import json

import pytest
from django.urls import reverse

from lms.campaigns.services import record_run
from lms.people.roles import Role
from lms.reach.enums import PeriodState
from lms.reach.models import ReachReport, ReportingPeriod
from lms.reach.services.periods import open_period
from lms.reach.services.runs import accept_run
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import DAY, make_session, moment

pytestmark = pytest.mark.django_db
YEAR = 2026
ADDRESS = f"/raport/perioade/{YEAR}/"


@pytest.fixture
def page(client, roles):
    open_period(year=YEAR)
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def take(page, step, **more):
    edition = ReportingPeriod.objects.get().edition
    said = {"pas": step, "editie": edition} | more
    return page.post(ADDRESS, said, follow=True).content.decode()


def publish(page, **more):
    for step in ("inchide", "aproba"):
        take(page, step)
    return take(page, "publica", **more)


def test_a_year_goes_from_open_to_published(page):
    publish(page)
    assert ReportingPeriod.objects.get().state == PeriodState.PUBLISHED


def test_a_year_that_nobody_opened_is_not_found(page):
    assert page.get("/raport/perioade/2019/").status_code == 404


def test_who_looked_at_an_older_state_is_told(page):
    assert "Altcineva a schimbat perioada" in take(page, "inchide", editie=7)


def test_reopening_without_a_reason_is_told(page):
    take(page, "inchide")
    assert "Scrieți pe scurt motivul." in take(page, "redeschide")


def test_reopening_with_a_reason_opens_the_year(page):
    publish(page)
    take(page, "redeschide", reason="Au venit liste.")
    assert ReportingPeriod.objects.get().state == PeriodState.OPEN


def test_a_deadline_is_written_as_people_write_it(page):
    take(page, "termen", deadline="31.12.2026")
    assert str(ReportingPeriod.objects.get().deadline) == "2026-12-31"


def test_a_deadline_in_the_past_is_asked_about(page):
    assert "Alegeți un termen din viitor" in take(page, "termen", deadline="01.01.2020")


def test_a_late_record_stands_beside_the_published_figure(page):
    make_session(school=SchoolFactory())
    publish(page)
    make_session(school=SchoolFactory(), label="6A", girls=4, boys=1)
    text = page.get(ADDRESS).content.decode()
    assert '<td class="number">20</td><td class="number">25</td>' in text


def test_the_live_report_says_whether_the_year_is_published(page):
    said = "Raportul anului nu este publicat"
    assert said in page.get(f"/raport/{YEAR}/").content.decode()
    publish(page)
    assert said not in page.get(f"/raport/{YEAR}/").content.decode()


def test_the_published_version_is_downloaded_byte_for_byte(page):
    publish(page)
    body = page.get(f"{ADDRESS}v1.json").content.decode()
    assert body == ReachReport.objects.get().content


def test_version_1_stays_after_version_2(page):
    make_session(school=SchoolFactory())
    publish(page)
    first = page.get(f"{ADDRESS}v1.json").content
    make_session(school=SchoolFactory(), label="6A")
    take(page, "redeschide", reason="Au venit liste.")
    publish(page, reason="Liste noi.")
    assert (page.get(f"{ADDRESS}v1.json").content, ReachReport.objects.count()) == (first, 2)


def test_a_second_version_says_why(page):
    publish(page)
    take(page, "redeschide", reason="Au venit liste.")
    assert "Scrieți pe scurt motivul." in publish(page)


def test_a_version_holds_all_tables(page):
    publish(page)
    keys = [table["key"] for table in json.loads(ReachReport.objects.get().content)["tables"]]
    assert {f"T{number}" for number in range(1, 13)} <= set(keys)


def test_the_public_version_holds_no_table_that_suppression_did_not_see(page):
    publish(page)
    assert "tables" not in json.loads(ReachReport.objects.get().public_content)


def test_every_decision_can_be_read_with_its_reason(page):
    publish(page)
    take(page, "redeschide", reason="Au venit liste.")
    text = page.get(reverse("reach:decisions")).content.decode()
    assert "a redeschis perioada" in text
    assert "Au venit liste." in text


def test_a_decision_on_a_campaign_says_which_one(page):
    organisation = MemberOrganisationFactory(code="ELIB")
    revision, _is_new = record_run(
        event_key="targ", organisation_id=organisation.pk, year=YEAR, method="attendance",
        recorded_at=moment(DAY), people=30, status="reported", name="Târgul de toamnă",
    )  # fmt: skip
    accept_run(run=revision.run, expected=1, by=make_user(Role.SECRETARIAT))
    assert "ELIB 2026: Târgul de toamnă" in page.get(reverse("reach:decisions")).content.decode()


def test_a_step_that_does_not_exist_is_not_found(page):
    assert page.post(ADDRESS, {"pas": "sare", "editie": 1}).status_code == 404
