"""Who is on the list of an event, at which sittings they were, and how many more were counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db.models import Q

from lms.core.audiences import Audience
from lms.people.models import User
from lms.training.enums import Enrolment, EventState
from lms.training.models import Attendance, HeadCount, Participant, TrainingEvent, TrainingSitting


@dataclass(frozen=True)
class Mark:
    """What is known of one participant at one sitting: `present` is None when nothing was said."""

    sitting: TrainingSitting
    present: bool | None


@dataclass(frozen=True)
class RosterRow:
    """One participant: the marks in the order of the sittings, and the minutes they add up to."""

    participant: Participant
    marks: tuple[Mark, ...]
    minutes: int

    @property
    def attended(self) -> bool:
        """Whether the person was at any sitting."""
        return any(mark.present for mark in self.marks)


@dataclass(frozen=True)
class Roster:
    """An event's list. `counted` are the people beside those on it, by audience, never zero."""

    sittings: tuple[TrainingSitting, ...]
    rows: tuple[RosterRow, ...]
    waiting: tuple[Participant, ...] = ()
    counted: Mapping[Audience, int] = field(default_factory=dict)

    @property
    def minutes(self) -> int:
        """How long all sittings last together."""
        return sum(sitting.minutes for sitting in self.sittings)

    @property
    def attended(self) -> int:
        """How many of the list were there."""
        return sum(row.attended for row in self.rows)

    @property
    def people(self) -> int:
        """Everybody who was there, on the list and beside it."""
        return self.attended + sum(self.counted.values())

    def at(self, sitting: TrainingSitting) -> list[tuple[RosterRow, bool | None]]:
        """The list at one sitting: each with what is known of them there."""
        place = self.sittings.index(sitting)
        return [(row, row.marks[place].present) for row in self.rows]


def roster_of(event: TrainingEvent) -> Roster:
    """The list of an event as it is now. Four queries, however many are on it."""
    sittings = tuple(event.sittings.order_by("number"))
    said = marks_of(event)
    people = list(event.participants.select_related("county").order_by("name", "pk"))
    rows = []
    for person in people:
        # Whoever waited or had withdrawn and came all the same was there.
        marks = tuple(Mark(one, said.get((person.pk, one.pk))) for one in sittings)
        if person.enrolment != Enrolment.ENROLLED and not any(mark.present for mark in marks):
            continue
        minutes = sum(mark.sitting.minutes for mark in marks if mark.present)
        rows.append(RosterRow(person, marks, minutes))
    shown = {row.participant.pk for row in rows}
    waiting = tuple(
        sorted(
            (one for one in people if one.pk not in shown and one.enrolment == Enrolment.WAITING),
            key=lambda one: (one.enrolled_at, one.pk),
        )
    )
    return Roster(sittings, tuple(rows), waiting, head_counts_of(event))


def was_there(participant: Participant) -> bool:
    """Whether somebody was at any sitting of their event, by what is known now."""
    said = marks_of(participant.event).items()
    return any(present for (person, _sitting), present in said if person == participant.pk)


def head_counts_of(event: TrainingEvent) -> dict[Audience, int]:
    """How many of each audience were counted beside the list; never zero."""
    rows = HeadCount.objects.filter(event=event).latest_at().order_by()
    known = dict(rows.values_list("audience", "people"))
    return {audience: known[audience] for audience in Audience if known.get(audience)}


@dataclass(frozen=True)
class Clash:
    """A sitting of another event at the same time. What another organisation has not announced
    yet is known by its time only: `event` is None."""

    sitting: TrainingSitting
    event: TrainingEvent | None


def clashes_of(event: TrainingEvent, user: User) -> list[Clash]:
    """Sittings of other events at the same time with one of the trainers, or at the same place,
    as this person may know of them."""
    trainers = list(event.trainers.values_list("pk", flat=True))
    same = Q(event__trainers__in=trainers)
    if event.place:
        same |= Q(event__place__iexact=event.place, event__county=event.county)
    found: dict[int, TrainingSitting] = {}
    for sitting in event.sittings.all():
        others = TrainingSitting.objects.filter(
            same, starts_at__lt=sitting.ends_at, ends_at__gt=sitting.starts_at
        ).exclude(event=event)
        alive = others.exclude(event__state=EventState.CANCELLED).select_related("event__programme")
        found |= {one.pk: one for one in alive.distinct()}
    events = TrainingEvent.objects.filter(sittings__in=found)
    open_to = {one.pk for one in events.for_user(user)} | {one.pk for one in events.announced()}
    return [Clash(one, one.event if one.event_id in open_to else None) for one in found.values()]


def marks_of(event: TrainingEvent) -> dict[tuple[int, int], bool]:
    """What holds, by (participant, sitting)."""
    rows = Attendance.objects.filter(sitting__event=event).latest_at().order_by()
    return {
        (participant, sitting): present
        for participant, sitting, present in rows.values_list("participant", "sitting", "present")
    }
