"""Trainings for tests: an event in Cluj with one sitting, and people at it."""

from datetime import timedelta
from itertools import count
from uuid import uuid4

from django.db.models import F
from django.utils import timezone

from lms.people.roles import Role
from lms.training.enums import EventState
from lms.training.models import Participant, TrainingEvent
from lms.training.services import (
    SittingPlan,
    add_participant,
    enrol,
    open_event,
    plan_event,
    tick,
)
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user
from tests.training.programmes import make_programme

_numbers = count(1)


def make_trainer(organisation=None):
    """A trainer of an organisation. Needs the `roles` fixture."""
    return make_user(Role.TRAINER, organisation=organisation or MemberOrganisationFactory())


def in_hours(hours, lasting=2):
    """A sitting that begins in so many hours."""
    start = timezone.now() + timedelta(hours=hours)
    return SittingPlan(start, start + timedelta(hours=lasting))


def make_event(trainer=None, *, hours=48, sittings=None, is_open=True, **fields) -> TrainingEvent:
    """An event of the trainer's organisation, open for enrolment unless said otherwise."""
    trainer = trainer or make_trainer()
    usual = {
        "programme": make_programme(),
        "organiser": trainer.organisation,
        "audiences": ["profesori"],
        "mode": "in_person",
        "county": CountyFactory(),
        "place": "Sala mare",
    }
    event = plan_event(
        client_id=uuid4(),
        sittings=sittings or [in_hours(hours)],
        by=trainer,
        trainers=[trainer],
        **(usual | fields),
    )
    if is_open:
        open_event(event=event, expected=0, by=trainer)
        event.refresh_from_db()
    return event


def make_participant(event, **fields) -> Participant:
    """Somebody who enrolled from the public page, or whom the trainer added once it began."""
    usual = {
        "email": f"om{next(_numbers)}@example.org",
        "name": "Ana Popescu",
        "audience": "profesori",
        "institution": "Școala nr. 5",
        "county": event.county,
    }
    said = usual | fields
    has_begun = event.sittings.first().starts_at <= timezone.now()
    if has_begun and event.state == EventState.OPEN:
        return add_participant(event=event, client_id=uuid4(), by=event.trainers.first(), **said)
    return enrol(event=event, client_id=uuid4(), **said)


def say_present(sitting, participant, trainer, *, present=True):
    """The trainer ticks somebody, or takes the tick back."""
    return tick(
        sitting=sitting, participant=participant, present=present, client_id=uuid4(),
        said_at=timezone.now(), by=trainer,
    )  # fmt: skip


def move_into_past(event):
    """Hold all sittings a week earlier."""
    week = timedelta(days=7)
    event.sittings.update(starts_at=F("starts_at") - week, ends_at=F("ends_at") - week)
