"""Who was there: ticked on a list, checked in by themselves, or counted.

Every row is added, none changed. `client_id` makes a tick that is sent again, after an hour
without a network, the same tick.
"""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lms.core.audiences import Audience
from lms.people.models import User
from lms.training.consents import CONSENT_VERSION
from lms.training.enums import AttendanceSource, Enrolment, ParticipantSource
from lms.training.models import (
    Attendance,
    HeadCount,
    Participant,
    TrainingEvent,
    TrainingSitting,
)
from lms.training.person_keys import person_key
from lms.training.services.enrolling import free_client_id
from lms.training.services.planning import SETTLED, own_event
from lms.training.services.problems import EventSettled, OutsideWindow

# How long before a sitting, and after it, one may check in.
BEFORE, AFTER = timedelta(minutes=45), timedelta(minutes=45)


@transaction.atomic
def tick(
    *,
    sitting: TrainingSitting,
    participant: Participant,
    present: bool,
    client_id: UUID,
    said_at: datetime,
    by: User,
) -> Attendance:
    """Say of a participant whether they were at a sitting.

    Raises:
        PermissionDenied: the event is not this person's, or the two are of different events.
        EventSettled: it is closed or cancelled.
    """
    event = own_event(sitting.event, by)
    if participant.event_id != event.pk or sitting.event_id != event.pk:
        raise PermissionDenied
    if event.state in SETTLED:
        raise EventSettled
    return _say(
        sitting, participant, present=present, client_id=client_id, said_at=said_at, by=by,
        source=AttendanceSource.LIST,
    )  # fmt: skip


@transaction.atomic
def check_in(
    *, sitting: TrainingSitting, email: str, client_id: UUID, **walk_in: Any
) -> Attendance | None:
    """A participant says that they are here, by the address they enrolled with; None when nobody
    enrolled with it and nothing else was said. `walk_in` (name, audience, institution, county)
    puts somebody who had not enrolled onto the list.

    Raises:
        OutsideWindow: before the sitting or after it.
        EventSettled: the event is closed or cancelled.
    """
    event = TrainingEvent.objects.select_for_update().get(pk=sitting.event_id)
    now = timezone.now()
    if event.state in SETTLED:
        raise EventSettled
    if not sitting.starts_at - BEFORE <= now <= sitting.ends_at + AFTER:
        raise OutsideWindow(is_over=now > sitting.ends_at)
    key = person_key(email)
    participant = event.participants.filter(person_key=key).first()
    if participant is None:
        if not walk_in:
            return None
        participant = event.participants.create(
            client_id=free_client_id(client_id),
            person_key=key,
            email=email.strip(),
            enrolment=Enrolment.ENROLLED,
            enrolled_at=now,
            source=ParticipantSource.FORM,
            consent_version=CONSENT_VERSION,
            **walk_in,
        )
    return _say(
        sitting, participant, present=True, client_id=client_id, said_at=now, by=None,
        source=AttendanceSource.QR,
    )  # fmt: skip


@transaction.atomic
def add_participant(
    *, event: TrainingEvent, client_id: UUID, by: User, email: str = "", **fields: Any
) -> Participant:
    """The trainer puts somebody onto the list who had not enrolled. Sent twice it is one person."""
    event = own_event(event, by)
    if event.state in SETTLED:
        raise EventSettled
    known = event.participants.filter(client_id=client_id, name=fields.get("name", "")).first()
    if known is not None:
        return known
    participant, _is_new = event.participants.get_or_create(
        person_key=person_key(email),
        defaults={
            **fields,
            "client_id": free_client_id(client_id),
            "email": email.strip(),
            "enrolment": Enrolment.ENROLLED,
            "enrolled_at": timezone.now(),
            "source": ParticipantSource.TRAINER,
        },
    )
    return participant


@transaction.atomic
def count_heads(
    *, event: TrainingEvent, people: Mapping[Audience, int], by: User
) -> list[HeadCount]:
    """Say how many of each audience were there beside those on the list; what is already known
    is not said again. Returns what is new."""
    event = own_event(event, by)
    if event.state in SETTLED:
        raise EventSettled
    now, said = timezone.now(), []
    for audience, number in people.items():
        last = event.head_counts.filter(audience=audience).order_by("-number").first()
        if (last.people if last else 0) == number:
            continue
        said.append(
            event.head_counts.create(
                audience=audience,
                number=last.number + 1 if last else 1,
                people=number,
                recorded_at=now,
                recorded_by=by,
            )
        )
    return said


def _say(
    sitting: TrainingSitting,
    participant: Participant,
    *,
    present: bool,
    client_id: UUID,
    said_at: datetime,
    by: User | None,
    source: AttendanceSource,
) -> Attendance:
    known = Attendance.objects.filter(client_id=client_id).first()
    if known is not None:
        if (known.participant_id, known.sitting_id) != (participant.pk, sitting.pk):
            raise PermissionDenied
        return known
    rows = Attendance.objects.filter(sitting=sitting, participant=participant)
    last = rows.order_by("-number").first()
    if last is not None and last.present == present:
        return last
    return Attendance.objects.create(
        client_id=client_id,
        participant=participant,
        sitting=sitting,
        number=last.number + 1 if last else 1,
        present=present,
        source=source,
        audience=participant.audience,
        said_at=said_at,
        recorded_at=timezone.now(),
        recorded_by=by,
    )
