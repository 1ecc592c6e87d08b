"""What the measurements of trainings need inside our project; see `tests.bench.inside`."""

import sys
from datetime import timedelta
from typing import Any
from uuid import uuid4


def open_training() -> dict[str, Any]:
    """An event that is being held, with so many people who enrolled for it: the address that its
    QR code opens and theirs."""
    from django.core.cache import cache
    from django.urls import reverse

    from lms.training.tokens import sitting_token

    # Each hall is behind an address of its own; here all of them come from one machine.
    cache.clear()
    event = _event(int(sys.argv[2]))
    sitting = event.sittings.get()
    return {
        "path": reverse("training:present", args=[sitting_token(sitting.public_id)]),
        "event": event.pk,
        "emails": list(event.participants.values_list("email", flat=True)),
    }


def count_present() -> dict[str, int]:
    """How many are present at an event, and what was said of anybody more than once."""
    from lms.training.models import Attendance, TrainingEvent
    from lms.training.selectors.rosters import roster_of

    event = TrainingEvent.objects.get(pk=int(sys.argv[2]))
    return {
        "present": roster_of(event).attended,
        "people": event.participants.count(),
        "rows": Attendance.objects.filter(sitting__event=event).count(),
    }


def earned_training() -> dict[str, Any]:
    """An event that everybody attended and nobody has closed, and a trainer who is signed in."""
    from django.conf import settings
    from django.test import Client
    from django.utils import timezone

    from lms.training.enums import AttendanceSource
    from lms.training.models import Attendance

    event, now = _event(int(sys.argv[2])), timezone.now()
    sitting = event.sittings.get()
    Attendance.objects.bulk_create(
        Attendance(
            client_id=uuid4(), participant=person, sitting=sitting, number=1, present=True,
            source=AttendanceSource.LIST, audience=person.audience, said_at=now, recorded_at=now,
        )
        for person in event.participants.all()
    )  # fmt: skip
    client = Client()
    client.force_login(event.trainers.get())
    name = settings.SESSION_COOKIE_NAME
    return {"event": str(event.public_id), "code": event.code, "cookies": {
        name: client.cookies[name].value
    }}  # fmt: skip


def _event(people: int) -> Any:
    from django.utils import timezone

    from lms.core.audiences import Audience
    from lms.people.models import User
    from lms.training.consents import CONSENT_VERSION
    from lms.training.enums import Enrolment, EventMode, ParticipantSource
    from lms.training.models import Participant, ProgrammePage
    from lms.training.person_keys import person_key
    from lms.training.services import SittingPlan, open_event, plan_event

    now, trainer = timezone.now(), User.objects.get(email="formator@demo.protect.ro")
    event = plan_event(
        client_id=uuid4(),
        sittings=[SittingPlan(now - timedelta(minutes=10), now + timedelta(hours=3))],
        by=trainer,
        trainers=[trainer],
        programme=ProgrammePage.objects.live().filter(locale__language_code="ro")[0],
        organiser=trainer.organisation,
        audiences=[Audience.TEACHERS],
        mode=EventMode.IN_PERSON,
        place="Sala mare",
    )
    open_event(event=event, expected=0, by=trainer)
    emails = [f"{event.code}-{number}@example.org".lower() for number in range(people)]
    Participant.objects.bulk_create(
        Participant(
            event=event, person_key=person_key(email), email=email, name=f"Ștefania Țăranu {at}",
            audience=Audience.TEACHERS, institution="Școala Gimnazială nr. 5",
            enrolment=Enrolment.ENROLLED, enrolled_at=now, source=ParticipantSource.FORM,
            consent_version=CONSENT_VERSION,
        )
        for at, email in enumerate(emails)
    )  # fmt: skip
    event.refresh_from_db()
    return event


COMMANDS = (open_training, count_present, earned_training)
