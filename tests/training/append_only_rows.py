"""One row in each table of trainings whose rows are only ever added."""

from datetime import timedelta
from uuid import uuid4

from django.utils import timezone

from lms.people.models import User
from lms.training.models import (
    Certificate,
    ConditionsAcceptance,
    EventQuestionnaire,
    Facilitator,
    Participant,
    TrainingEvent,
    TrainingRequest,
)
from tests.factories import CountyFactory, MemberOrganisationFactory
from tests.training.programmes import make_programme


def make_training_facts(*, by: User) -> None:
    """Write them without the services, which decide more than once."""
    now, today = timezone.now(), timezone.localdate()
    event = TrainingEvent.objects.create(
        code="BCDH-JKLM",
        programme=make_programme(),
        organiser=MemberOrganisationFactory(),
        mode="in_person",
    )
    event.decisions.create(
        number=1,
        state="closed",
        decided_at=now,
        decided_by=by,
        held_on=today,
        organiser=event.organiser,
        programme=event.programme,
    )
    event.head_counts.create(
        number=1, audience="profesori", people=20, recorded_at=now, recorded_by=by
    )
    person = event.participants.create(
        person_key="k", audience="profesori", enrolment="enrolled", source="form", enrolled_at=now
    )
    sitting = event.sittings.create(number=1, starts_at=now, ends_at=now + timedelta(hours=2))
    sitting.attendance.create(
        participant=person,
        number=1,
        present=True,
        source="list",
        audience="profesori",
        said_at=now,
        recorded_at=now,
        recorded_by=by,
    )
    ConditionsAcceptance.objects.create(user=by, version="2026-11", accepted_at=now)
    _request(by)
    _answers(event)
    _facilitator(person, by)


def _request(by: User) -> None:
    request = TrainingRequest.objects.create(
        institution="Școala nr. 5",
        county=CountyFactory(),
        locality="Cluj-Napoca",
        audience="profesori",
        people=25,
        mode="in_person",
    )
    request.decisions.create(number=1, state="declined", decided_by=by)


def _answers(event: TrainingEvent) -> None:
    today = timezone.localdate()
    asked = EventQuestionnaire.objects.create(event=event, prepared_on=today)
    asked.answers.create(client_id=uuid4(), part="before", code_hash="h", answered_on=today)
    asked.evaluations.create(client_id=uuid4(), usefulness=5, given_on=today)


def _facilitator(person: Participant, by: User) -> None:
    now, today = timezone.now(), timezone.localdate()
    facilitator = Facilitator.objects.create(
        participant=person,
        programme=person.event.programme,
        certificate=Certificate.objects.create(
            number="BCDH-JKLM-RTWX",
            participant=person,
            minutes=120,
            first_day=today,
            last_day=today,
            issued_at=now,
        ),
        valid_until=today,
    )
    facilitator.decisions.create(
        number=1, step="named", valid_until=today, decided_at=now, decided_by=by
    )
