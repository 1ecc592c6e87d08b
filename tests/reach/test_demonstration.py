"""The demonstration's class sessions, and what waits for the secretariat."""

import pytest
from django.urls import reverse
from django.utils import timezone

from lms.classrooms.models import ClassSession
from lms.core.periods import Period
from lms.people.links import links_for
from lms.people.roles import Role
from lms.people.todo import items_for
from lms.reach.models import ReachReport
from lms.reach.selectors import live_report
from lms.reach.starter import load
from tests.factories import SchoolFactory, make_user
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def schools():
    SchoolFactory.create_batch(6, level="gimnaziu")


def _everything():
    today = timezone.localdate()
    return live_report(Period(today.replace(year=today.year - 2), today))


@pytest.mark.usefixtures("schools")
def test_the_demonstration_shows_every_standing():
    load()
    report = _everything()
    assert report.contacts.sessions > 50
    assert report.unconfirmed.sessions == 5
    assert report.quarantined
    assert report.duplicates
    assert report.warned


@pytest.mark.usefixtures("schools")
def test_loading_twice_adds_nothing():
    load()
    before = ClassSession.objects.count()
    load()
    assert ClassSession.objects.count() == before


@pytest.mark.usefixtures("schools", "roles")
def test_the_report_of_last_year_is_published_once():
    make_user(Role.SECRETARIAT)
    load()
    load()
    report = ReachReport.objects.get()
    assert (report.period.year, report.version) == (timezone.localdate().year - 1, 1)


@pytest.mark.usefixtures("schools")
def test_without_demo_nothing_is_invented(settings):
    settings.DEMO = False
    load()
    assert not ClassSession.objects.exists()


def test_without_schools_nothing_is_invented():
    load()
    assert not ClassSession.objects.exists()


def test_the_secretariat_is_told_of_what_is_held_back(roles):
    make_session(school=None, date=timezone.localdate())
    counts = {item.title: item.count for item in items_for(make_user(Role.SECRETARIAT))}
    assert counts["Sesiuni în carantină"] == 1


@pytest.mark.parametrize(("role", "is_led"), [(Role.SECRETARIAT, True), (Role.OFFICER, False)])
def test_home_leads_the_secretariat_to_the_years_report(roles, role, is_led):
    addresses = [url for _title, url, _icon in links_for(make_user(role))]
    address = reverse("reach:report", args=[timezone.localdate().year])
    assert (address in addresses) is is_led


def test_a_teacher_is_told_nothing_of_the_report(roles):
    make_session(school=SchoolFactory(), status="unconfirmed", date=timezone.localdate())
    assert not [item for item in items_for(make_user(Role.TEACHER)) if "/raport/" in item.url]
