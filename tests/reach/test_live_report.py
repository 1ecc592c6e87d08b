"""The live report, read from the database."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from lms.classrooms.services import accept_class_sessions
from lms.core.periods import Period
from lms.organisations.models import County, Membership, SchoolRequest
from lms.organisations.services import merge_schools
from lms.people.roles import Role
from lms.reach.counting import NO_ORGANISATION, Breakdown
from lms.reach.selectors import live_report, report_years
from tests.factories import (
    CountyFactory,
    LocalityFactory,
    MemberOrganisationFactory,
    SchoolFactory,
    make_plan,
    make_user,
)
from tests.reach.factories import DAY, make_session, moment, revise

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


def cell(breakdown, part, as_of=None):
    return live_report(YEAR, as_of).breakdowns[breakdown][part]


# RR1: revisions and moments


def test_only_the_latest_revision_counts():
    school = SchoolFactory()
    session = make_session(school=school, girls=10, boys=0)
    revise(session, school=school, girls=7, boys=0)
    assert live_report(YEAR).contacts.pupils == 7


def test_a_report_as_of_a_moment_uses_the_revision_of_that_moment():
    school = SchoolFactory()
    session = make_session(school=school, girls=10, boys=0, recorded_at=moment(DAY, 15))
    revise(session, school=school, girls=7, boys=0, recorded_at=moment(DAY, 17))
    assert live_report(YEAR, as_of=moment(DAY, 16)).contacts.pupils == 10


def test_a_session_recorded_later_than_the_asked_moment_is_not_there_yet():
    make_session(school=SchoolFactory(), recorded_at=moment(DAY, 15))
    assert live_report(YEAR, as_of=moment(DAY, 14)).contacts.sessions == 0


def test_a_revision_recorded_at_the_asked_moment_counts():
    make_session(school=SchoolFactory(), recorded_at=moment(DAY, 15))
    assert live_report(YEAR, as_of=moment(DAY, 15)).contacts.sessions == 1


def test_a_date_corrected_out_of_the_year_takes_the_session_out():
    school = SchoolFactory()
    session = make_session(school=school)
    revise(session, school=school, date=date(2025, 10, 14))
    assert live_report(YEAR).contacts.sessions == 0


def test_a_report_of_now_is_a_report_as_of_now():
    school = SchoolFactory()
    session = make_session(school=school)
    revise(session, school=school, girls=3)
    now, then = live_report(YEAR), live_report(YEAR, as_of=timezone.now() + timedelta(days=1))
    assert (now.contacts, now.breakdowns) == (then.contacts, then.breakdowns)


# RR10: today's school list


def test_a_code_that_the_list_learnt_later_is_known_now():
    make_session(school_code="0123456789")
    before = live_report(YEAR).contacts.sessions
    SchoolFactory(siiir="0123456789")
    assert (before, live_report(YEAR).contacts.sessions) == (0, 1)


def test_a_school_that_was_asked_for_counts_once_it_is_found():
    request = SchoolRequest.objects.create(
        name="Școala nouă", locality_name="Turda", county=CountyFactory(), school=SchoolFactory()
    )
    make_session(school_request=request)
    assert live_report(YEAR).contacts.sessions == 1


def test_two_entries_of_one_school_are_one_school_after_a_merge():
    kept, other = SchoolFactory(), SchoolFactory()
    make_session(school=kept)
    make_session(school=other, label="7C")
    merge_schools(duplicate=other, into=kept)
    assert live_report(YEAR).schools == 1


def test_the_county_is_the_one_of_the_school_list():
    bucharest = CountyFactory(
        mnemonic="B", name="București", iso_code="RO-B", region="București-Ilfov", nuts3="RO321"
    )
    make_session(school=SchoolFactory(locality=LocalityFactory(county=bucharest, name="Sector 1")))
    assert cell(Breakdown.COUNTY, "B").pupils == 20


def test_every_county_is_in_the_report_with_or_without_sessions():
    CountyFactory()
    counties = live_report(YEAR).breakdowns[Breakdown.COUNTY]
    assert list(counties) == list(County.objects.values_list("mnemonic", flat=True))


# Lessons and organisations


def test_a_plan_and_its_translation_are_one_lesson():
    plan = make_plan(slug="social-media")
    english = plan.copy_for_translation(_english(), copy_parents=True)
    school = SchoolFactory()
    make_session(school=school, plan=plan, lesson_code="social-media")
    make_session(school=school, label="7C", plan=english, lesson_code="staying-safe")
    assert cell(Breakdown.LESSON, "social-media").sessions == 2


def test_one_class_taught_in_two_languages_is_a_duplicate():
    plan = make_plan(slug="social-media")
    english = plan.copy_for_translation(_english(), copy_parents=True)
    school = SchoolFactory()
    make_session(school=school, plan=plan, lesson_code="social-media")
    make_session(school=school, plan=english, lesson_code="staying-safe")
    assert live_report(YEAR).contacts.sessions == 1


def _english():
    from wagtail.models import Locale

    return Locale.objects.get_or_create(language_code="en")[0]


def test_a_lesson_from_elsewhere_is_called_by_its_code():
    make_session(school=SchoolFactory(), lesson_code="SALVATI-2")
    assert cell(Breakdown.LESSON, "SALVATI-2").sessions == 1


def test_sessions_without_an_organisation_have_a_line_of_their_own():
    make_session(school=SchoolFactory())
    assert cell(Breakdown.ORGANISATION, NO_ORGANISATION).sessions == 1


def test_a_member_without_sessions_has_a_line_with_zero():
    member = MemberOrganisationFactory()
    Membership.objects.create(organisation=member, since=date(2020, 1, 1))
    assert cell(Breakdown.ORGANISATION, member.code).sessions == 0


def test_an_organisation_that_left_before_the_year_has_no_line():
    member = MemberOrganisationFactory()
    Membership.objects.create(organisation=member, since=date(2020, 1, 1), until=date(2025, 12, 31))
    assert member.code not in live_report(YEAR).breakdowns[Breakdown.ORGANISATION]


def test_the_year_has_twelve_months():
    assert len(live_report(YEAR).breakdowns[Breakdown.MONTH]) == 12


# The rest


def test_an_accepted_session_moves_the_figure_by_exactly_its_class(roles):
    session = make_session(school=SchoolFactory(), status="unconfirmed", girls=12, boys=11)
    before = live_report(YEAR).contacts.pupils
    accept_class_sessions(sessions=[session], by=make_user(Role.SECRETARIAT))
    assert live_report(YEAR).contacts.pupils - before == 23


def test_teachers_are_counted_by_their_tokens():
    make_session(school=SchoolFactory(), teacher_token="a" * 64)
    assert live_report(YEAR).teachers == 1


@pytest.mark.parametrize("sessions", [1, 12])
def test_the_number_of_queries_does_not_grow(django_assert_max_num_queries, sessions):
    for _ in range(sessions):
        session = make_session(school=SchoolFactory())
        revise(session, school=session.latest.school, girls=1)
    with django_assert_max_num_queries(38):
        live_report(YEAR)


def test_the_years_run_from_the_first_session_to_today():
    make_session(date=date(2024, 3, 4))
    assert report_years(date(2026, 11, 23)) == [2026, 2025, 2024]
