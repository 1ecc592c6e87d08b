"""The same form from several transactions at the same moment. PostgreSQL lets all of them write,
SQLite one after the other; what is kept is the same."""

import uuid

import pytest

from lms.classrooms.enums import Channel, DuplicateOverride
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.services import (
    ComesTooLate,
    NotOpen,
    accept_class_sessions,
    confirm_class_session,
    correct_class_session,
    receive_import,
    register_class_session,
    register_import,
    set_duplicate_override,
    void_class_session,
)
from lms.classrooms.tokens import confirmation_token
from lms.organisations.models import SchoolRequest
from lms.organisations.services import request_school
from lms.people.roles import Role
from lms.people.services import sync_roles
from tests.at_once import HANDS
from tests.at_once import at_once as hands_at_once
from tests.classrooms.builders import DAY, make_session, session_facts
from tests.factories import CountyFactory, MemberOrganisationFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db(transaction=True)]


def at_once(action, hands=HANDS):
    """The same with the refusals of class sessions."""
    return hands_at_once(action, ComesTooLate, NotOpen, hands=hands)


@pytest.fixture(autouse=True)
def _roles():
    sync_roles()


@pytest.fixture
def session():
    return make_session(email="ana@scoala.ro")


def fresh(session):
    return ClassSession.objects.get(pk=session.pk)


def test_one_form_registers_one_session():
    facts, client_id = session_facts(), uuid.uuid4()
    made = at_once(
        lambda _n: register_class_session(client_id=client_id, channel=Channel.QR, **facts).pk
    )
    assert (len(set(made)), ClassSessionRevision.objects.count()) == (1, 1)


def test_one_missing_school_is_one_request():
    county = CountyFactory()
    names = ["Școala Nouă", "SCOALA NOUA"] * HANDS
    at_once(lambda n: request_school(name=names[n], locality_name="Mociu", county=county))
    assert SchoolRequest.objects.count() == 1


def test_one_correction_is_one_revision(session):
    at_once(lambda _n: correct_class_session(session=fresh(session), expected=1, girls=9))
    assert ClassSessionRevision.objects.count() == 2


def test_of_different_corrections_one_is_kept_and_the_others_are_told(session):
    answers = at_once(lambda n: correct_class_session(session=fresh(session), expected=1, girls=n))
    late = [answer for answer in answers if isinstance(answer, ComesTooLate)]
    assert (len(late), ClassSessionRevision.objects.count()) == (HANDS - 1, 2)


def test_one_withdrawal_is_one_revision(session):
    at_once(lambda _n: void_class_session(session=fresh(session), reason="x"))
    assert ClassSessionRevision.objects.count() == 2


def test_one_confirmation_is_one_revision(session):
    token = confirmation_token(session.pk, session.claimed_token)
    at_once(lambda _n: confirm_class_session(token=token))
    assert ClassSessionRevision.objects.count() == 2


def test_accepting_in_any_order_accepts_each_once():
    sessions, by = [make_session() for _ in range(3)], make_user(Role.SECRETARIAT)
    accepted = at_once(
        lambda n: len(accept_class_sessions(sessions=sessions[:: -1 if n % 2 else 1], by=by))
    )
    assert (sum(accepted), ClassSessionRevision.objects.count()) == (3, 6)


def test_one_word_that_it_is_no_duplicate_is_one_revision(session):
    by = make_user(Role.SECRETARIAT)
    at_once(
        lambda _n: set_duplicate_override(
            session=fresh(session), override=DuplicateOverride.COUNT, by=by
        )
    )
    assert ClassSessionRevision.objects.count() == 2


@pytest.fixture
def rows():
    school = SchoolFactory()
    return [
        {
            "lesson_code": "L-X", "school_siiir": school.siiir, "date": DAY.isoformat(),
            "class_label": f"{number} A", "girls": "9",
        }
        for number in range(1, 9)
    ]  # fmt: skip


def test_one_file_registered_from_two_windows_is_registered_once(rows):
    by = make_user(Role.OFFICER, organisation=MemberOrganisationFactory())
    upload = receive_import(uploaded_by=by, file_name="x.csv", rows=rows)
    at_once(lambda _n: register_import(upload=upload))
    assert ClassSessionRevision.objects.count() == len(rows)


def test_colleagues_with_one_file_in_any_order_register_it_once(rows):
    organisation = MemberOrganisationFactory()
    uploads = [
        receive_import(
            uploaded_by=make_user(Role.OFFICER, organisation=organisation),
            file_name="x.csv",
            rows=rows[:: -1 if number % 2 else 1],
        )
        for number in range(HANDS)
    ]
    at_once(lambda n: register_import(upload=uploads[n]))
    assert ClassSessionRevision.objects.count() == len(rows)
