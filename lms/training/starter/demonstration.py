"""Trainings of a demonstration: one that is over, with two facilitators, one that people enrol
for, two requests.

Only with DEMO=1. All people are invented and their addresses lead nowhere.
"""

from datetime import datetime, time, timedelta
from uuid import NAMESPACE_OID, UUID, uuid5

from django.conf import settings
from django.utils import timezone

from lms.core.audiences import Audience
from lms.organisations.models import County
from lms.people.models import User
from lms.training.enums import EventMode
from lms.training.models import ProgrammePage, TrainingEvent
from lms.training.selectors.programmes import programmes_to_hold
from lms.training.services import (
    SittingPlan,
    add_participant,
    ask_for_training,
    close_event,
    count_heads,
    enrol,
    open_event,
    plan_event,
    tick,
)
from lms.training.starter import demonstrated_answers, facilitators

_PEOPLE = (
    "Ana Pârvu", "Ilie Țepeș", "Ștefania Bălan", "Maria Ionescu-Dumbravă", "Vlad Rusu",
    "Ioana Șerban", "Dan Întorsureanu", "Raluca Mânzatu",
)  # fmt: skip
_ENROLLED = 6


def load() -> str:
    """Hold and announce them, once; nothing at all without DEMO or the invented trainer."""
    trainer = User.objects.filter(email__startswith="formator@").first()
    programmes = list(programmes_to_hold())
    if not settings.DEMO or trainer is None or not trainer.organisation or not programmes:
        return "0 demo trainings"
    if TrainingEvent.objects.exists():
        return "0 demo trainings"
    # The one with questions before and after, where there is one.
    over = next((one for one in programmes if one.questionnaire_id), programmes[0])
    _over(trainer, over)
    facilitators.load(trainer)
    _coming(trainer, programmes[-1])
    for number, institution in enumerate(("DGASPC Vaslui", "Școala Gimnazială nr. 5")):
        _request(number, institution)
    return "2 demo trainings"


def _over(trainer: User, programme: ProgrammePage) -> None:
    """Last week: eight on the list, all of them there, and twelve counted beside it."""
    event = _event(trainer, programme, days=-7, name="over")
    sitting = event.sittings.get()
    for number, name in enumerate(_PEOPLE):
        person = add_participant(
            event=event, client_id=_id(f"over {number}"), by=trainer, name=name,
            email=f"participant{number}@example.org", audience=Audience.TEACHERS,
            institution="Școala Gimnazială nr. 5", county=event.county,
        )  # fmt: skip
        tick(
            sitting=sitting, participant=person, present=True, client_id=_id(f"tick {number}"),
            said_at=sitting.ends_at, by=trainer,
        )  # fmt: skip
    count_heads(event=event, people={Audience.SOCIAL_WORKERS: 12}, by=trainer)
    close_event(event=event, expected=1, by=trainer)
    demonstrated_answers.load(event, trainer)


def _coming(trainer: User, programme: ProgrammePage) -> None:
    """In ten days: all places taken, two people wait."""
    event = _event(trainer, programme, days=10, name="coming", capacity=_ENROLLED)
    for number, name in enumerate(_PEOPLE):
        enrol(
            event=event, client_id=_id(f"coming {number}"), name=name,
            email=f"participant{number}@example.org", audience=Audience.TEACHERS,
            institution="Școala Gimnazială nr. 5", county=event.county,
        )  # fmt: skip


def _event(
    trainer: User, programme: ProgrammePage, *, days: int, name: str, capacity: int | None = None
) -> TrainingEvent:
    day = timezone.localdate() + timedelta(days=days)
    starts = timezone.make_aware(datetime.combine(day, time(9, 30)))
    event = plan_event(
        client_id=_id(name),
        sittings=[SittingPlan(starts, starts + timedelta(minutes=programme.duration))],
        by=trainer,
        trainers=[trainer],
        programme=programme,
        organiser=trainer.organisation,
        audiences=[Audience.TEACHERS, Audience.SOCIAL_WORKERS],
        mode=EventMode.IN_PERSON,
        county=County.objects.get(mnemonic="CJ"),
        place="Casa Corpului Didactic, sala 2",
        capacity=capacity,
        notes="Cafeaua este de la ora 9.",
    )
    open_event(event=event, expected=0, by=trainer)
    event.refresh_from_db()
    return event


def _request(number: int, institution: str) -> None:
    ask_for_training(
        client_id=_id(f"request {number}"),
        institution=institution,
        county=County.objects.get(mnemonic="VS"),
        locality="Vaslui",
        audience=Audience.SOCIAL_WORKERS,
        people=20 + 5 * number,
        mode=EventMode.IN_PERSON,
        wanted="în martie, după ora 14",
        contact_name="Elena Pop",
        contact_email="elena@example.org",
    )


def _id(name: str) -> UUID:
    return uuid5(NAMESPACE_OID, f"demonstration training {name}")
