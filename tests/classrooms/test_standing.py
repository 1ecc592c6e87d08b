"""Which sessions count, and which are kept and listed."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone

from lms.classrooms.enums import DuplicateOverride, Quarantine, Status
from lms.classrooms.selectors import latest_revisions, standings
from lms.classrooms.services import (
    correct_class_session,
    set_duplicate_override,
    void_class_session,
)
from lms.organisations.services import request_school
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import SchoolFactory, make_plan, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def standing_of(session):
    session.refresh_from_db()
    return standings([session.latest])[session.latest_id]


@pytest.fixture
def twice():
    """The same hour, registered by two teachers."""
    same = {"plan": make_plan(), "school": SchoolFactory()}
    return [make_session(author=make_user(Role.TEACHER), **same) for _ in range(2)]


def test_an_ordinary_session_counts():
    assert standing_of(make_session(author=make_user(Role.TEACHER))).counts


def test_an_unconfirmed_session_does_not_count():
    assert not standing_of(make_session()).counts


def test_of_two_equal_sessions_the_first_recorded_counts(twice):
    assert [standing_of(session).counts for session in twice] == [True, False]


def test_a_duplicate_is_listed_as_one(twice):
    assert standing_of(twice[1]).is_duplicate


def test_a_duplicate_counts_once_a_person_says_so(twice):
    override = DuplicateOverride.COUNT
    set_duplicate_override(session=twice[1], override=override, by=make_user(Role.SECRETARIAT))
    assert standing_of(twice[1]).counts


def test_when_the_first_is_voided_the_second_counts(twice):
    void_class_session(session=twice[0], reason="de două ori")
    assert standing_of(twice[1]).counts


def test_another_spelling_of_the_class_is_the_same_class(twice):
    correct_class_session(session=twice[1], expected=1, class_label="a VII-a B")
    assert standing_of(twice[1]).is_duplicate


def test_two_unlabelled_groups_are_not_duplicates(twice):
    for session in twice:
        correct_class_session(session=session, expected=1, class_label="", group_type="mixed")
    assert standing_of(twice[1]).counts


def test_a_quarantined_session_does_not_push_out_a_good_one(twice):
    correct_class_session(session=twice[0], expected=1, girls=70)
    assert standing_of(twice[1]).counts


def test_a_requested_school_counts_once_the_secretariat_has_found_it():
    found = SchoolFactory()
    asked = request_school(name="Școala X", locality_name="Turda", county=found.county)
    session = make_session(author=make_user(Role.TEACHER), school_request=asked)
    before = standing_of(session).quarantine
    asked.school = found
    asked.save()
    assert (before, standing_of(session).quarantine) == ((Quarantine.UNKNOWN_SCHOOL,), ())


def test_a_code_that_the_register_learns_later_counts_from_then_on():
    session = make_session(author=make_user(Role.TEACHER), school_code="7777777777")
    before = standing_of(session).counts
    SchoolFactory(siiir="7777777777")
    assert (before, standing_of(session).counts) == (False, True)


def test_sessions_of_merged_schools_are_of_one_school(twice):
    old = SchoolFactory()
    correct_class_session(session=twice[1], expected=1, school=old)
    old.merged_into = twice[0].latest.school
    old.save()
    assert standing_of(twice[1]).is_duplicate


def test_the_latest_revision_is_the_one_that_counts():
    session = make_session(girls=12)
    correct_class_session(session=session, expected=1, girls=10)
    assert [row.girls for row in latest_revisions()] == [10]


def test_as_of_a_moment_the_revision_of_that_moment_counts(time_machine):
    session = make_session(girls=12)
    moment = timezone.now()
    time_machine.move_to("2026-11-24 10:00+02:00")
    correct_class_session(session=session, expected=1, girls=10)
    assert [row.girls for row in latest_revisions(moment)] == [12]


def test_as_of_a_moment_before_it_was_recorded_a_session_is_unknown():
    make_session()
    assert not latest_revisions(datetime(2026, 1, 1, tzinfo=UTC)).exists()


def test_standings_of_many_sessions_cost_two_queries(django_assert_num_queries, twice):
    revisions = [session.latest for session in twice]
    with django_assert_num_queries(2):
        standings(revisions)


def test_a_returned_session_says_what_to_do():
    session = make_session(author=make_user(Role.TEACHER), status=Status.REJECTED)
    assert "Corectați" in standing_of(session).sentences[0]
