"""Taking in a list of participants: every row or none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import uuid4

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lms.people.models import User
from lms.training.enums import SETTLED_STATES, AttendanceSource, Enrolment, ParticipantSource
from lms.training.models import Attendance, Participant, TrainingEvent
from lms.training.participant_files.plan import PlannedRow, plan_list
from lms.training.participant_files.reading import SaidRow
from lms.training.person_keys import person_key
from lms.training.services.planning import own_event
from lms.training.services.problems import EventSettled, ListMovedOn

_CHANGEABLE = (
    "name", "email", "person_key", "audience", "institution", "county_id", "enrolment"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ImportedList:
    """What came of a list: how many people are new or changed, how many ticks are new."""

    added: int = 0
    changed: int = 0
    marks: int = 0


@transaction.atomic
def import_list(
    *, event: TrainingEvent, rows: Sequence[SaidRow], shown: str, by: User
) -> ImportedList:
    """Put a list's people and ticks onto the event's list: exactly the changes that were `shown`
    (the digest of their plan). Done again, it changes nothing. Whom the trainer brings has agreed
    to nothing here, so that no consent is written down for them; the first letter of the event, a
    reminder or their certificate, brings them the link of their own page.

    Raises:
        PermissionDenied: the event is not this person's.
        EventSettled: it is closed or cancelled.
        ListMovedOn: the list says something else now than when the changes were shown.
    """
    event = own_event(event, by)
    if event.state in SETTLED_STATES:
        raise EventSettled
    plan = plan_list(event, rows)
    if not plan.changes and not plan.problems:
        return ImportedList()
    if plan.problems or plan.digest != shown:
        raise ListMovedOn
    changing = [row for row in plan.rows if row.changes]
    added = Participant.objects.bulk_create(
        _new(row, event) for row in changing if row.person is None
    )
    people = {row.said.line: row.person for row in changing if row.person is not None}
    people |= {
        row.said.line: person
        for row, person in zip((row for row in changing if row.is_new), added, strict=True)
    }
    changed = [
        _change(row.person, row.fields) for row in changing if row.person is not None and row.fields
    ]
    Participant.objects.bulk_update(changed, _CHANGEABLE, batch_size=100)
    marks = _say(event, changing, people, by)
    touched = sum(not row.is_new for row in changing)
    return ImportedList(added=len(added), changed=touched, marks=marks)


def _new(row: PlannedRow, event: TrainingEvent) -> Participant:
    said = row.said
    return Participant(
        event=event,
        person_key=person_key(said.email),
        name=said.name,
        email=said.email,
        audience=said.audience,
        institution=said.institution,
        county_id=said.county or None,
        enrolment=Enrolment.ENROLLED,
        enrolled_at=timezone.now(),
        source=ParticipantSource.IMPORT,
    )


def _change(person: Participant, fields: Mapping[str, str]) -> Participant:
    for name, value in fields.items():
        setattr(person, name, value)
    if "email" in fields:
        person.person_key = person_key(person.email)
    return person


def _say(
    event: TrainingEvent,
    rows: Sequence[PlannedRow],
    people: Mapping[int, Participant],
    by: User,
) -> int:
    """Add what the rows say of who was there, as the next word about each."""
    now = timezone.now()
    sittings = {sitting.number: sitting for sitting in event.sittings.all()}
    said = Attendance.objects.filter(sitting__event=event).values_list("participant", "sitting")
    last = {
        (person, sitting): number
        for person, sitting, number in said.annotate(last=Max("number")).order_by()
    }
    new = [
        Attendance(
            client_id=uuid4(),
            participant=people[row.said.line],
            sitting=sittings[number],
            number=last.get((people[row.said.line].pk, sittings[number].pk), 0) + 1,
            present=present,
            source=AttendanceSource.IMPORT,
            audience=people[row.said.line].audience,
            said_at=now,
            recorded_at=now,
            recorded_by=by,
        )
        for row in rows
        for number, present in row.marks
    ]
    return len(Attendance.objects.bulk_create(new))
