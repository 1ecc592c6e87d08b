"""Officers report campaign runs; the secretariat verifies what somebody else reported."""

from datetime import date
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lms.campaigns.enums import Method
from lms.campaigns.services import (
    OwnRun,
    RunExists,
    RunMovedOn,
    correct_run,
    register_run,
    return_run,
    verify_run,
    withdraw_run,
)
from lms.core.record_status import RecordStatus
from lms.organisations.models import Membership
from lms.people.roles import Role
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def officer(roles):
    return make_user(Role.OFFICER, organisation=MemberOrganisationFactory())


@pytest.fixture
def reviewer(roles):
    return make_user(Role.SECRETARIAT)


def registered(by, **said):
    usual = {
        "event_key": "targ-2026", "year": 2026, "method": Method.ATTENDANCE,
        "client_id": uuid4(), "people": 120, "name": "Târg",
    }  # fmt: skip
    return register_run(by=by, **(usual | said))


def test_who_was_no_member_in_the_year_registers_nothing(officer):
    since, until = date(2015, 1, 1), date(2025, 12, 31)
    Membership.objects.create(organisation=officer.organisation, since=since, until=until)
    with pytest.raises(PermissionDenied):
        registered(officer)


def test_a_registered_run_is_reported(officer):
    assert registered(officer).latest.status == RecordStatus.REPORTED


def test_a_form_that_is_sent_twice_is_one_run(officer):
    key = uuid4()
    assert registered(officer, client_id=key).pk == registered(officer, client_id=key).pk


@pytest.mark.parametrize("change", [{"people": 300}, {"event_key": "alt-targ"}, {"year": 2025}])
def test_a_form_that_is_sent_again_with_something_else_is_not_taken_for_the_same(officer, change):
    key = uuid4()
    registered(officer, client_id=key)
    with pytest.raises(RunExists):
        registered(officer, client_id=key, **change)


def test_an_event_counted_the_same_way_is_not_registered_again(officer):
    registered(officer)
    with pytest.raises(RunExists):
        registered(officer)


def test_an_event_counted_another_way_is_another_run(officer):
    one = registered(officer)
    assert registered(officer, method=Method.IMPRESSIONS).pk != one.pk


def test_somebody_without_an_organisation_registers_nothing(reviewer):
    with pytest.raises(PermissionDenied):
        registered(reviewer)


def test_the_run_of_another_organisation_is_not_corrected(officer):
    other = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    with pytest.raises(PermissionDenied):
        correct_run(run=registered(officer), expected=1, by=other, people=1)


def test_a_correction_of_an_older_state_is_told(officer):
    run = correct_run(run=registered(officer), expected=1, by=officer, people=130)
    with pytest.raises(RunMovedOn):
        correct_run(run=run, expected=1, by=officer, people=140)


def test_a_run_that_was_taken_back_is_void(officer):
    run = withdraw_run(run=registered(officer), reason="greșeală", by=officer)
    assert run.latest.status == RecordStatus.VOID


def test_a_verified_run_that_is_corrected_is_only_reported(officer, reviewer):
    run = registered(officer)
    verify_run(run=run, expected=1, by=reviewer)
    assert correct_run(run=run, expected=2, by=officer, people=9).latest.status == "reported"


def test_who_reported_a_run_does_not_verify_it(roles):
    both = make_user(Role.OFFICER, Role.SECRETARIAT, organisation=MemberOrganisationFactory())
    with pytest.raises(OwnRun):
        verify_run(run=registered(both), expected=1, by=both)


def test_an_officer_verifies_nothing(officer):
    with pytest.raises(PermissionDenied):
        verify_run(run=registered(officer), expected=1, by=officer)


def test_a_returned_run_does_not_count(officer, reviewer):
    run = return_run(run=registered(officer), expected=1, reason="De unde?", by=reviewer)
    assert run.latest.status == RecordStatus.REJECTED


def test_a_run_that_moved_on_is_not_returned(officer, reviewer):
    run = correct_run(run=registered(officer), expected=1, by=officer, people=130)
    with pytest.raises(RunMovedOn):
        return_run(run=run, expected=1, reason="De unde?", by=reviewer)


def test_a_run_that_moved_on_is_not_verified(officer, reviewer):
    seen = registered(officer)
    correct_run(run=seen, expected=1, by=officer, people=130)
    with pytest.raises(RunMovedOn):
        verify_run(run=seen, expected=1, by=reviewer)
