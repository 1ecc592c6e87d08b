"""Registering once, whatever happens."""

import uuid

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from lms.classrooms.enums import Channel, Status
from lms.classrooms.facts import add_revision, facts_of
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.services import register_class_session, registering
from lms.classrooms.tokens import teacher_token
from lms.people.roles import Role
from tests.classrooms.builders import make_session, session_facts
from tests.factories import make_edition, make_plan, make_user

pytestmark = pytest.mark.django_db


def test_without_an_account_a_session_is_unconfirmed():
    assert make_session(email="ana@scoala.ro").latest.status == Status.UNCONFIRMED


@pytest.mark.usefixtures("roles")
def test_with_an_account_a_session_is_reported():
    session = make_session(author=make_user(Role.TEACHER))
    assert session.latest.status == Status.REPORTED


def test_the_same_id_registers_once():
    client_id = uuid.uuid4()
    first = make_session(client_id=client_id)
    second = make_session(client_id=client_id, girls=1)
    assert (second.pk, second.latest.girls, ClassSession.objects.count()) == (first.pk, 12, 1)


def test_the_one_who_comes_second_in_a_race_gets_the_first_ones_session(monkeypatch):
    client_id, looks = uuid.uuid4(), []
    first = make_session(client_id=client_id)
    look = registering.registered_before

    def blind_at_first(**what):
        looks.append(what)
        return None if len(looks) == 1 else look(**what)

    monkeypatch.setattr(registering, "registered_before", blind_at_first)
    second = make_session(client_id=client_id)
    assert (second.pk, len(looks), ClassSessionRevision.objects.count()) == (first.pk, 2, 1)


def test_a_taken_reference_is_replaced_by_a_free_one(monkeypatch):
    taken = make_session()
    codes = iter([taken.reference, "BBBB-CCCC"])
    monkeypatch.setattr(registering, "new_code", lambda: next(codes))
    assert make_session().reference == "BBBB-CCCC"


@pytest.mark.usefixtures("roles")
def test_the_id_of_somebody_elses_session_opens_nothing():
    client_id = uuid.uuid4()
    make_session(client_id=client_id, author=make_user(Role.TEACHER))
    with pytest.raises(PermissionDenied):
        make_session(client_id=client_id, author=make_user(Role.TEACHER))


def test_the_address_itself_is_stored_nowhere():
    make_session(email="Ana@Scoala.ro")
    session = ClassSession.objects.get()
    assert (session.claimed_token, session.teacher_token) == (teacher_token("ana@scoala.ro"), "")


@pytest.mark.usefixtures("roles")
def test_an_account_is_the_teacher_of_its_address():
    session = make_session(author=make_user(Role.TEACHER, email="ana@scoala.ro"))
    assert session.teacher_token == teacher_token(" ANA@scoala.ro")


def test_a_rotated_key_leaves_a_teacher_the_same(settings):
    before = teacher_token("ana@scoala.ro")
    settings.LINK_SIGNING_KEYS = ["a-new-key", *settings.LINK_SIGNING_KEYS]
    assert teacher_token("ana@scoala.ro") == before


def test_pupils_are_girls_and_boys_and_undisclosed():
    assert make_session(girls=1, boys=2, undisclosed=3, adults=9).latest.pupils == 6


def test_a_class_label_is_normalised():
    revision = make_session(class_label="a VII-a b").latest
    assert (revision.grade, revision.letter, revision.class_label) == (7, "B", "a VII-a b")


def test_a_plan_brings_its_newest_edition_and_its_code():
    edition = make_edition(make_plan(slug="siguranta"))
    revision = make_session(plan=edition.plan).latest
    assert (revision.edition, revision.lesson_code) == (edition, "siguranta")


def test_an_edition_brings_its_plan():
    edition = make_edition()
    assert make_session(plan=None, edition=edition).latest.plan == edition.plan


def test_a_lesson_from_elsewhere_keeps_its_code():
    revision = make_session(lesson_code="ALTA-LECTIE").latest
    assert (revision.plan, revision.lesson_code) == (None, "ALTA-LECTIE")


@pytest.mark.parametrize(
    "facts", [{"girls": 5000}, {"boys": -1}, {"lesson_code": ""}, {"girls": 900, "boys": 900}]
)
def test_what_cannot_be_is_refused_and_nothing_is_saved(facts):
    wrong = session_facts(**facts)
    with pytest.raises(ValidationError):
        register_class_session(client_id=uuid.uuid4(), channel=Channel.QR, **wrong)
    assert not ClassSession.objects.exists()


def test_a_revision_is_never_changed():
    revision = make_session().latest
    with pytest.raises(TypeError):
        revision.save()


def test_a_revision_is_never_deleted():
    revision = make_session().latest
    with pytest.raises(TypeError):
        revision.delete()


def test_a_number_is_given_to_one_revision_only():
    session = make_session()
    with pytest.raises(IntegrityError), transaction.atomic():
        add_revision(session=session, number=1, status=Status.VOID, facts=facts_of(session.latest))
