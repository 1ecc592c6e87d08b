"""Whom the closed trainings of a period have trained, for whoever counts them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q

from lms.core.periods import Period
from lms.training.models import Attendance, Certificate, EventDecision, HeadCount


@dataclass(frozen=True, slots=True)
class TrainedGroup:
    """Those of one audience at one event. `people` are the keys of those on the list who were at
    any sitting, `certified` those of them who hold a certificate; `heads` were counted beside the
    list, so that nothing tells who they are."""

    code: str
    organiser: str
    audience: str
    kind: str
    programme: str
    mode: str
    county: str
    held_on: date
    people: frozenset[str] = frozenset()
    certified: frozenset[str] = frozenset()
    heads: int = 0


def trained_groups(period: Period, as_of: datetime | None = None) -> list[TrainedGroup]:
    """The events that are closed at a moment and were held in the period, by audience. Four
    queries. An event where nobody was is no training."""
    decisions = EventDecision.objects.latest_at(as_of).closed_in(period)
    held = list(
        decisions.select_related("event", "organiser", "programme", "county").order_by("held_on")
    )
    events = [decision.event_id for decision in held]
    listed, counted = _listed(events, as_of), _counted(events, as_of)
    certified = _certified(events, as_of)
    groups = (
        _group(decision, audience, listed, counted)
        for decision in held
        for audience in sorted(_audiences(decision.event_id, listed, counted))
    )
    return [
        replace(group, certified=group.people & certified.get(group.code, set()))
        for group in groups
        if group
    ]


def _group(
    decision: EventDecision,
    audience: str,
    listed: dict[tuple[int, str], set[str]],
    counted: dict[tuple[int, str], int],
) -> TrainedGroup | None:
    """None of a decision that does not say what it closed, which the database refuses."""
    if not (decision.organiser and decision.programme and decision.held_on):
        return None
    return TrainedGroup(
        code=decision.event.code,
        organiser=decision.organiser.code,
        audience=audience,
        kind=decision.programme.kind,
        programme=str(decision.programme.translation_key),
        mode=decision.mode,
        county=decision.county.mnemonic if decision.county else "",
        held_on=decision.held_on,
        people=frozenset(listed.get((decision.event_id, audience), ())),
        heads=counted.get((decision.event_id, audience), 0),
    )


def _audiences(event: int, *parts: Iterable[tuple[int, str]]) -> set[str]:
    return {audience for part in parts for one, audience in part if one == event}


def _listed(events: list[int], as_of: datetime | None) -> dict[tuple[int, str], set[str]]:
    """Who was there, by event and audience of the day."""
    rows = Attendance.objects.filter(sitting__event__in=events).latest_at(as_of)
    there = rows.filter(present=True).order_by("participant", "sitting")
    # Of a person whose group was corrected between two sittings, the later one holds.
    groups = {
        (event, key): audience
        for event, key, audience in there.values_list(
            "sitting__event", "participant__person_key", "audience"
        )
    }
    found: dict[tuple[int, str], set[str]] = {}
    for (event, key), audience in groups.items():
        found.setdefault((event, audience), set()).add(key)
    return found


def _certified(events: list[int], as_of: datetime | None) -> dict[str, set[str]]:
    """The keys of those who held a certificate at the moment, by the code of the event."""
    rows = Certificate.objects.filter(participant__event__in=events)
    if as_of is None:
        rows = rows.filter(ended_at=None)
    else:
        rows = rows.filter(Q(ended_at=None) | Q(ended_at__gt=as_of), issued_at__lte=as_of)
    found: dict[str, set[str]] = {}
    for code, key in rows.values_list("participant__event__code", "participant__person_key"):
        found.setdefault(code, set()).add(key)
    return found


def _counted(events: list[int], as_of: datetime | None) -> dict[tuple[int, str], int]:
    """How many were counted beside the list, by event and audience; never zero."""
    rows = HeadCount.objects.filter(event__in=events).latest_at(as_of).filter(people__gt=0)
    return {
        (event, audience): people
        for event, audience, people in rows.order_by().values_list("event", "audience", "people")
    }
