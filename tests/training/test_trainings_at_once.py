"""Trainers and participants who do the same at the same moment."""

from uuid import uuid4

import pytest

from lms.people.services import sync_roles
from lms.training.enums import Enrolment
from lms.training.models import Attendance, Certificate, EventDecision
from lms.training.services import (
    EventMovedOn,
    check_in,
    close_event,
    enrol,
    reissue_certificate,
    revoke_certificate,
)
from lms.training.services.problems import CertificateSettled
from tests.at_once import HANDS, at_once
from tests.training.event_factories import (
    make_event,
    make_participant,
    make_trainer,
    say_present,
)

pytestmark = [pytest.mark.django_db(transaction=True)]


@pytest.fixture
def trainers():
    """As many of one organisation as there are hands."""
    sync_roles()
    first = make_trainer()
    return [first, *(make_trainer(first.organisation) for _ in range(HANDS - 1))]


@pytest.fixture
def held(trainers):
    """An event that is over and at which two people were."""
    event = make_event(trainers[0], hours=-3)
    for person in (make_participant(event), make_participant(event)):
        say_present(event.sittings.get(), person, trainers[0])
    return event


def close_by(event, trainers):
    return at_once(
        lambda number: close_event(event=event, expected=1, by=trainers[number]), EventMovedOn
    )


def test_of_trainers_who_close_at_once_one_closes(held, trainers):
    answers = close_by(held, trainers)
    assert sum(isinstance(one, EventDecision) for one in answers) == 1


def test_closing_at_once_certifies_everybody_once(held, trainers):
    close_by(held, trainers)
    assert Certificate.objects.count() == 2


def test_the_last_place_is_given_once(trainers):
    event = make_event(trainers[0], capacity=1)
    at_once(
        lambda number: enrol(
            event=event, client_id=uuid4(), email=f"om{number}@example.org", name=f"Om {number}",
            audience="profesori", institution="Școala", county=event.county,
        )
    )  # fmt: skip
    assert event.participants.filter(enrolment=Enrolment.ENROLLED).count() == 1


def test_checking_in_on_several_devices_is_once(trainers):
    event = make_event(trainers[0], hours=0)
    person, sitting = make_participant(event), event.sittings.get()
    at_once(lambda _: check_in(sitting=sitting, email=person.email, client_id=uuid4()))
    assert Attendance.objects.count() == 1


def test_a_certificate_is_corrected_or_taken_back_and_never_both(held, trainers):
    close_event(event=held, expected=1, by=trainers[0])
    one = Certificate.objects.first()
    said = {"certificate": one, "reason": "Greșit."}
    writes = (
        lambda: reissue_certificate(name="Ana Pop", by=trainers[0], **said),
        lambda: revoke_certificate(by=trainers[1], **said),
    )
    answers = at_once(lambda number: writes[number](), CertificateSettled, hands=2)
    assert sum(isinstance(answer, CertificateSettled) for answer in answers) == 1
