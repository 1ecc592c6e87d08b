"""Enrolling, waiting, withdrawing: without an account, once per person."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from lms.people.models import Letter
from lms.training.enums import Enrolment
from lms.training.models import Participant
from lms.training.services import (
    EnrolmentClosed,
    cancel_event,
    change_event,
    enrol,
    withdraw,
)
from tests.training.event_factories import in_hours, make_event, make_participant, make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def test_who_comes_first_has_the_place():
    event = make_event(capacity=1)
    people = [make_participant(event) for _ in range(2)]
    assert [one.enrolment for one in people] == [Enrolment.ENROLLED, Enrolment.WAITING]


def test_without_a_limit_everybody_has_a_place():
    event = make_event()
    people = [make_participant(event) for _ in range(3)]
    assert {one.enrolment for one in people} == {Enrolment.ENROLLED}


def test_a_place_that_becomes_free_goes_to_who_waited_longest():
    event = make_event(capacity=1)
    first, second, third = (make_participant(event) for _ in range(3))
    withdraw(participant=first)
    states = [Participant.objects.get(pk=one.pk).enrolment for one in (second, third)]
    assert states == [Enrolment.ENROLLED, Enrolment.WAITING]


def test_who_moves_up_is_told():
    event = make_event(capacity=1)
    first, second = make_participant(event), make_participant(event)
    withdraw(participant=first)
    assert Letter.objects.filter(address=second.email, subject__startswith="Aveți loc").exists()


def test_more_places_move_people_up():
    trainer = make_trainer()
    event = make_event(trainer, capacity=1)
    make_participant(event)
    waiting = make_participant(event)
    change_event(event=event, sittings=[in_hours(48)], by=trainer, capacity=2)
    waiting.refresh_from_db()
    assert waiting.enrolment == Enrolment.ENROLLED


def test_withdrawing_twice_frees_one_place():
    event = make_event(capacity=1)
    first = make_participant(event)
    waiting = [make_participant(event) for _ in range(2)]
    withdraw(participant=first)
    withdraw(participant=first)
    assert [Participant.objects.get(pk=one.pk).enrolment for one in waiting] == [
        Enrolment.ENROLLED,
        Enrolment.WAITING,
    ]


def test_the_same_address_in_other_letters_is_the_same_person():
    event = make_event()
    for email in ("ana@example.org", "Ana@Example.org"):
        make_participant(event, email=email)
    assert event.participants.count() == 1


def test_who_comes_back_stands_at_the_end():
    event = make_event(capacity=1)
    first = make_participant(event, email="ana@example.org")
    make_participant(event)
    withdraw(participant=first)
    make_participant(event, email="ana@example.org")
    first.refresh_from_db()
    assert first.enrolment == Enrolment.WAITING


def test_age_and_gender_are_kept_only_with_the_consent_for_them():
    person = make_participant(make_event(), age="30-54", gender="woman", funder_consent=False)
    assert (person.age, person.gender) == ("", "")


def test_the_version_of_the_consent_is_kept():
    person = make_participant(make_event(), age="30-54", funder_consent=True)
    assert person.consent_version == person.funder_consent_version != ""


def test_one_cannot_enrol_before_the_event_is_open():
    with pytest.raises(EnrolmentClosed):
        make_participant(make_event(is_open=False))


def test_one_cannot_enrol_once_the_event_has_begun():
    event = make_event(hours=-1)
    with pytest.raises(EnrolmentClosed):
        enrol(event=event, client_id=uuid4(), email="ana@example.org", name="Ana",
              audience="ong", institution="", county=None)  # fmt: skip


def test_a_form_that_is_filled_in_again_enrols_the_next_person():
    event, client_id = make_event(), uuid4()
    for name in ("ana", "ion"):
        enrol(event=event, client_id=client_id, email=f"{name}@example.org", name=name,
              audience="ong", institution="", county=None)  # fmt: skip
    assert event.participants.count() == 2


def test_one_cannot_enrol_after_the_deadline():
    event = make_event(enrol_until=timezone.now() - timedelta(minutes=1))
    with pytest.raises(EnrolmentClosed):
        make_participant(event)


def test_everybody_on_the_list_is_told_that_the_event_is_cancelled():
    trainer = make_trainer()
    event = make_event(trainer, capacity=1)
    people = {make_participant(event).email for _ in range(2)}
    cancel_event(event=event, expected=1, by=trainer, reason="Sala nu este liberă.")
    told = Letter.objects.filter(
        subject__startswith="Formarea nu se mai ține", body__contains="Sala nu"
    )
    assert set(told.values_list("address", flat=True)) == people


def test_a_second_enrolment_of_the_same_person_writes_no_second_letter():
    event = make_event()
    for _ in range(2):
        make_participant(event, email="ana@example.org")
    assert Letter.objects.filter(address="ana@example.org").count() == 1


def test_what_was_said_first_stays_when_somebody_types_the_address_again():
    event = make_event()
    make_participant(event, email="ana@example.org", name="Ana Popescu")
    enrol(event=event, client_id=uuid4(), email="ana@example.org", name="Altcineva",
          audience="ong", institution="", county=None)  # fmt: skip
    assert event.participants.get().name == "Ana Popescu"
