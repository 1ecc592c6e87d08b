"""Correcting, voiding, confirming, accepting, returning."""

import pytest
from django.core.exceptions import PermissionDenied

from lms.classrooms.enums import DuplicateOverride, Status
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    ComesTooLate,
    NotOpen,
    accept_class_sessions,
    changing,
    claim_email,
    confirm_class_session,
    correct_class_session,
    return_class_session,
    set_duplicate_override,
    void_class_session,
)
from lms.classrooms.tokens import confirmation_token, teacher_token
from lms.core.keyring import BadToken, ExpiredToken
from lms.people.roles import Role
from tests.classrooms.builders import make_session
from tests.factories import MemberOrganisationFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def test_a_correction_is_the_next_revision_and_keeps_the_rest():
    session = make_session(girls=12, boys=14)
    correct_class_session(session=session, expected=1, girls=10)
    latest = ClassSession.objects.get().latest
    assert (latest.number, latest.girls, latest.boys, session.revisions.count()) == (2, 10, 14, 2)


def test_who_corrects_an_old_revision_is_told():
    session = make_session()
    correct_class_session(session=session, expected=1, girls=10)
    with pytest.raises(ComesTooLate):
        correct_class_session(session=session, expected=1, girls=9)


def test_the_loser_of_a_race_for_a_number_is_told(monkeypatch):
    session = make_session()
    old = session.latest
    correct_class_session(session=session, expected=1, girls=10)
    monkeypatch.setattr(changing, "locked_latest", lambda session: old)
    with pytest.raises(ComesTooLate):
        correct_class_session(session=session, expected=1, girls=9)
    assert session.revisions.count() == 2


def test_a_void_session_stays_void():
    session = void_class_session(session=make_session(), reason="nu s-a ținut")
    with pytest.raises(NotOpen):
        correct_class_session(session=session, expected=2, girls=1)


def test_a_void_keeps_what_was_said_and_its_reason():
    session = void_class_session(session=make_session(girls=12), reason="nu s-a ținut")
    latest = session.latest
    assert (latest.status, latest.girls, latest.reason) == (Status.VOID, 12, "nu s-a ținut")


def test_correcting_a_verified_session_asks_for_a_new_look():
    session = make_session(author=make_user(Role.TEACHER), status=Status.VERIFIED)
    correct_class_session(session=session, expected=1, girls=1)
    assert session.latest.status == Status.REPORTED


def test_correcting_leaves_an_unconfirmed_session_unconfirmed():
    session = correct_class_session(session=make_session(), expected=1, girls=1)
    assert session.latest.status == Status.UNCONFIRMED


def test_following_the_link_reports_the_session_and_makes_its_teacher_known():
    session = make_session(email="ana@scoala.ro")
    confirm_class_session(token=confirmation_token(session.pk, session.claimed_token))
    session = ClassSession.objects.get()
    assert (session.latest.status, session.teacher_token) == (
        Status.REPORTED, teacher_token("ana@scoala.ro")
    )  # fmt: skip


def test_following_the_link_twice_changes_nothing_more():
    session = make_session(email="ana@scoala.ro")
    token = confirmation_token(session.pk, session.claimed_token)
    confirm_class_session(token=token)
    confirm_class_session(token=token)
    assert session.revisions.count() == 2


def test_a_link_older_than_thirty_days_confirms_nothing(time_machine):
    session = make_session(email="ana@scoala.ro")
    token = confirmation_token(session.pk, session.claimed_token)
    time_machine.move_to("2026-12-24 10:00+02:00")
    with pytest.raises(ExpiredToken):
        confirm_class_session(token=token)


def test_a_link_to_an_address_that_was_replaced_confirms_nothing():
    session = make_session(email="anna@scoala.ro")
    token = confirmation_token(session.pk, session.claimed_token)
    claim_email(session=session, email="ana@scoala.ro")
    with pytest.raises(BadToken):
        confirm_class_session(token=token)


def test_a_withdrawn_session_cannot_be_confirmed():
    session = make_session(email="ana@scoala.ro")
    void_class_session(session=session, reason="greșeală")
    with pytest.raises(NotOpen):
        confirm_class_session(token=confirmation_token(session.pk, session.claimed_token))


def test_an_officer_accepts_many_of_the_own_organisation_at_once():
    organisation = MemberOrganisationFactory()
    officer = make_user(Role.OFFICER, organisation=organisation)
    sessions = [make_session(organisation=organisation) for _ in range(3)]
    accept_class_sessions(sessions=sessions, by=officer)
    assert ClassSession.objects.with_counted_status().count() == 3


def test_an_officer_cannot_accept_for_another_organisation_and_then_none_is():
    organisation = MemberOrganisationFactory()
    officer = make_user(Role.OFFICER, organisation=organisation)
    own, other = make_session(organisation=organisation), make_session()
    with pytest.raises(PermissionDenied):
        accept_class_sessions(sessions=[own, other], by=officer)
    assert ClassSession.objects.unconfirmed().count() == 2


def test_a_teacher_cannot_accept():
    session = make_session()
    with pytest.raises(PermissionDenied):
        accept_class_sessions(sessions=[session], by=make_user(Role.TEACHER))


def test_the_secretariat_accepts_any_session():
    accept_class_sessions(sessions=[make_session()], by=make_user(Role.SECRETARIAT))
    assert ClassSession.objects.get().latest.status == Status.REPORTED


def test_accepting_twice_adds_no_revision():
    session, secretariat = make_session(), make_user(Role.SECRETARIAT)
    accept_class_sessions(sessions=[session], by=secretariat)
    assert accept_class_sessions(sessions=[session], by=secretariat) == []


def test_a_returned_session_carries_the_reason_and_is_open_for_a_correction():
    session = make_session(author=make_user(Role.TEACHER))
    return_class_session(session=session, reason="altă clasă", by=make_user(Role.SECRETARIAT))
    session.refresh_from_db()
    returned = (session.latest.status, session.latest.reason)
    correct_class_session(session=session, expected=2, class_label="8 B")
    assert (returned, session.latest.status) == (
        (Status.REJECTED, "altă clasă"), Status.REPORTED
    )  # fmt: skip


def test_a_teacher_cannot_return():
    with pytest.raises(PermissionDenied):
        return_class_session(session=make_session(), reason="x", by=make_user(Role.TEACHER))


def test_a_teacher_cannot_say_that_a_session_is_no_duplicate():
    teacher = make_user(Role.TEACHER)
    session = make_session(author=teacher)
    with pytest.raises(PermissionDenied):
        set_duplicate_override(session=session, override=DuplicateOverride.COUNT, by=teacher)


def accepted_by_somebody():
    """A session without a confirmed address that an officer accepted: (session, officer)."""
    organisation = MemberOrganisationFactory()
    officer = make_user(Role.OFFICER, organisation=organisation)
    session = make_session(email="ana@scoala.ro", organisation=organisation)
    accept_class_sessions(sessions=[session], by=officer)
    return session, officer


def test_the_holder_of_a_link_cannot_change_accepted_numbers_and_have_them_counted():
    session, _officer = accepted_by_somebody()
    correct_class_session(session=session, expected=2, girls=60)
    assert session.latest.status == Status.UNCONFIRMED


def test_nor_can_a_stranger_who_is_signed_in():
    session, _officer = accepted_by_somebody()
    correct_class_session(session=session, expected=2, girls=60, by=make_user(Role.TEACHER))
    assert session.latest.status == Status.UNCONFIRMED


def test_numbers_that_the_officer_corrects_are_counted():
    session, officer = accepted_by_somebody()
    correct_class_session(session=session, expected=2, girls=13, by=officer)
    assert session.latest.status == Status.REPORTED


def test_numbers_that_a_confirmed_teacher_corrects_are_counted():
    session, _officer = accepted_by_somebody()
    confirm_class_session(token=confirmation_token(session.pk, session.claimed_token))
    session.refresh_from_db()
    correct_class_session(session=session, expected=2, girls=13)
    assert session.latest.status == Status.REPORTED
