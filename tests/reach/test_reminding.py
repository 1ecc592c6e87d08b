"""Reminders: to who has not handed in, once a day, and by the clock once an occasion."""

from datetime import date

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.urls import reverse

from lms.organisations.models import Membership
from lms.people.models import Letter
from lms.people.roles import Role
from lms.reach.enums import SubmissionState
from lms.reach.models import ReportingPeriod, Submission
from lms.reach.services.periods import open_period
from lms.reach.services.reminding import remind, remind_by_the_clock
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = pytest.mark.django_db
YEAR = 2026


@pytest.fixture
def period(roles):
    return open_period(year=YEAR)


@pytest.fixture
def member(period):
    organisation = MemberOrganisationFactory(name="Asociația A")
    Membership.objects.create(organisation=organisation, since=date(2020, 1, 1))
    make_user(Role.OFFICER, organisation=organisation)
    return organisation


@pytest.fixture
def reviewer(period):
    return make_user(Role.SECRETARIAT)


def deadline(day):
    ReportingPeriod.objects.update(deadline=day)


def test_the_officer_of_an_organisation_gets_a_letter(period, member, reviewer):
    assert remind(period=period, organisations=[member], by=reviewer) == {member.code: 1}


def test_on_one_day_there_is_one_letter(period, member, reviewer):
    for _ in range(2):
        remind(period=period, organisations=[member], by=reviewer)
    assert Letter.objects.count() == 1


def test_the_next_day_there_may_be_another(period, member, reviewer):
    for day in (1, 2):
        with time_machine.travel(date(2026, 12, day)):
            remind(period=period, organisations=[member], by=reviewer)
    assert Letter.objects.count() == 2


def test_who_has_handed_in_is_not_reminded(period, member, reviewer):
    Submission.objects.create(period=period, organisation=member, state=SubmissionState.SUBMITTED)
    assert remind(period=period, organisations=[member], by=reviewer) == {}


def test_an_organisation_without_an_officer_is_named(period, reviewer):
    lonely = MemberOrganisationFactory()
    assert remind(period=period, organisations=[lonely], by=reviewer) == {lonely.code: 0}


def test_an_officer_reminds_nobody(period, member):
    with pytest.raises(PermissionDenied):
        remind(period=period, organisations=[member], by=make_user(Role.OFFICER))


@pytest.mark.parametrize(
    ("today", "letters"),
    [
        (date(2027, 1, 16), 0),
        (date(2027, 1, 17), 1),
        (date(2027, 1, 27), 1),
        (date(2027, 2, 1), 1),
        (date(2027, 2, 8), 0),
    ],
)
def test_the_clock_writes_two_weeks_before_until_a_week_after(period, member, today, letters):
    deadline(date(2027, 1, 31))
    with time_machine.travel(today):
        remind_by_the_clock()
    assert Letter.objects.count() == letters


def test_the_clock_writes_once_an_occasion(period, member):
    deadline(date(2027, 1, 31))
    for day in (17, 18, 28, 29):
        with time_machine.travel(date(2027, 1, day)):
            remind_by_the_clock()
    assert Letter.objects.count() == 2


def test_the_letter_says_the_deadline_and_the_way(period, member, reviewer, settings):
    deadline(date(2099, 1, 31))
    period.refresh_from_db()
    remind(period=period, organisations=[member], by=reviewer)
    body = Letter.objects.get().body
    assert "31.01.2099" in body
    assert f"{settings.SITE_URL}/raportare/2026/" in body


def test_the_matrix_counts_who_has_handed_in(client, period, member, reviewer):
    client.force_login(reviewer)
    page = client.get(reverse("reach:completeness")).content.decode()
    assert "cifrele anului 2026: 0 din 1." in page


def test_ticked_organisations_are_reminded_from_the_page(client, period, member, reviewer):
    client.force_login(reviewer)
    said = {"an": YEAR, "org": [member.code]}
    page = client.post(reverse("reach:completeness"), said, follow=True).content.decode()
    assert "Un memento pleacă în câteva minute." in page


def test_who_got_no_letter_is_named(client, period, reviewer):
    nobody = MemberOrganisationFactory(code="FARA", name="Asociația fără cont")
    Membership.objects.create(organisation=nobody, since=date(2020, 1, 1))
    client.force_login(reviewer)
    said = {"an": YEAR, "org": [nobody.code]}
    page = client.post(reverse("reach:completeness"), said, follow=True).content.decode()
    assert "Fără memento: Asociația fără cont." in page


def test_reminding_nobody_is_told(client, period, member, reviewer):
    client.force_login(reviewer)
    page = client.post(reverse("reach:completeness"), {"an": YEAR}, follow=True)
    assert "Bifați cel puțin o organizație" in page.content.decode()
