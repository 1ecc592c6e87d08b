"""Who was there: ticked on a list, checked in by themselves, or counted.

Every row is added, none changed. `client_id` makes a tick that is sent again, after an hour
without a network, the same tick.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lms.core.audiences import Audience
from lms.people.models import User
from lms.training.consents import CONSENT_VERSION
from lms.training.enums import SETTLED_STATES, AttendanceSource, Enrolment, ParticipantSource
from lms.training.letters import listed_letter
from lms.training.models import (
    Attendance,
    HeadCount,
    Participant,
    TrainingEvent,
    TrainingSitting,
)
from lms.training.person_keys import person_key
from lms.training.services.enrolling import free_client_id
from lms.training.services.planning import own_event
from lms.training.services.problems import EventSettled, HeadsMovedOn, OutsideWindow

# How long before a sitting, and after it, one may check in.
BEFORE, AFTER = timedelta(minutes=45), timedelta(minutes=45)


@dataclass(frozen=True)
class ListRow:
    """What a list that was sent as a whole says of one participant, beside what it had shown when
    it was opened (None: nothing was known then)."""

    participant: UUID
    shown: bool | None
    present: bool


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
    """Say of a participant whether they were at a sitting. What was said later already holds over
    a tick that waited on a device without a network.

    Raises:
        PermissionDenied: the event is not this person's, or the two are of different events.
        EventSettled: it is closed or cancelled.
    """
    event = own_event(sitting.event, by)
    if participant.event_id != event.pk or sitting.event_id != event.pk:
        raise PermissionDenied
    if event.state in SETTLED_STATES:
        raise EventSettled
    return _say(
        sitting, participant, present=present, client_id=client_id, said_at=said_at, by=by,
        source=AttendanceSource.LIST,
    )  # fmt: skip


@transaction.atomic
def take_list(*, sitting: TrainingSitting, rows: Sequence[ListRow], by: User) -> None:
    """Say of everybody on a list whether they were there. Only what differs from what the list had
    shown is said: who checked in meanwhile is not made absent by a list that did not know it.

    Raises:
        PermissionDenied: the event is not this person's.
        EventSettled: it is closed or cancelled.
    """
    event = own_event(sitting.event, by)
    if event.state in SETTLED_STATES:
        raise EventSettled
    people = event.participants.in_bulk([row.participant for row in rows], field_name="public_id")
    known = _spoken_of(sitting)
    now = timezone.now()
    for row in rows:
        person = people.get(row.participant)
        if person is None or row.present == row.shown:
            continue
        if row.shown is None and not row.present and person.pk in known:
            continue
        _say(
            sitting, person, present=row.present, client_id=uuid4(), said_at=now, by=by,
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
    if event.state in SETTLED_STATES:
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
        listed_letter(participant)
    # Back brings the same form again, and the next colleague checks in on the same phone.
    others = Attendance.objects.filter(client_id=client_id).exclude(
        participant=participant, sitting=sitting
    )
    return _say(
        sitting, participant, present=True, client_id=uuid4() if others.exists() else client_id,
        said_at=now, by=None, source=AttendanceSource.QR,
    )  # fmt: skip


@transaction.atomic
def add_participant(
    *, event: TrainingEvent, client_id: UUID, by: User, email: str = "", **fields: Any
) -> Participant:
    """The trainer puts somebody onto the list, also who waits for a place or had withdrawn; whoever
    has an address gets the link of their own page. Sent twice it is one person.

    Raises EventSettled.
    """
    event = own_event(event, by)
    if event.state in SETTLED_STATES:
        raise EventSettled
    known = event.participants.filter(client_id=client_id, name=fields.get("name", "")).first()
    if known is not None:
        return known
    participant, is_new = event.participants.get_or_create(
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
    if is_new:
        listed_letter(participant)
    _put_on_list(participant)
    return participant


@transaction.atomic
def count_heads(
    *,
    event: TrainingEvent,
    people: Mapping[Audience, int],
    by: User,
    seen: Mapping[Audience, int] | None = None,
) -> list[HeadCount]:
    """Say how many of each audience were there beside those on the list. Returns what is new.

    With `seen`, what the person had before their eyes, a number that they left as it was is not
    said again, whatever another trainer made of it meanwhile.

    Raises:
        EventSettled: the event is closed or cancelled.
        HeadsMovedOn: another trainer counted one of the changed audiences meanwhile.
    """
    event = own_event(event, by)
    if event.state in SETTLED_STATES:
        raise EventSettled
    last = {row.audience: row for row in event.head_counts.order_by("number")}
    known = {audience: last[audience].people if audience in last else 0 for audience in people}
    before = known if seen is None else {one: seen.get(one, 0) for one in people}
    changed = {one: number for one, number in people.items() if number != before[one]}
    moved = {one: known[one] for one in changed if known[one] not in (before[one], changed[one])}
    if moved:
        raise HeadsMovedOn(moved)
    now = timezone.now()
    return [
        event.head_counts.create(
            audience=audience,
            number=last[audience].number + 1 if audience in last else 1,
            people=number,
            recorded_at=now,
            recorded_by=by,
        )
        for audience, number in changed.items()
        if number != known[audience]
    ]


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
    if last is not None and (last.present == present or last.said_at > said_at):
        return last
    if present:
        _put_on_list(participant)
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


def _put_on_list(participant: Participant) -> None:
    """Whoever is here is on the list, whatever was said of the place before."""
    if participant.enrolment != Enrolment.ENROLLED:
        participant.enrolment = Enrolment.ENROLLED
        participant.save(update_fields=["enrolment"])


def _spoken_of(sitting: TrainingSitting) -> set[int]:
    """The participants of whom anything was said."""
    return set(sitting.attendance.values_list("participant", flat=True))
