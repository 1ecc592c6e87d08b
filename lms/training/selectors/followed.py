"""Who was at the closed trainings, for whoever follows what they taught afterwards."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Prefetch
from django.utils.translation import gettext as _

from lms.people.models import User
from lms.training.enums import EventState, TrainingKind
from lms.training.models import Attendance, EventDecision, HeadCount, TrainingEvent


@dataclass(frozen=True, slots=True)
class FollowedTraining:
    """A closed training. `people` are the keys of those on the list who were there, `addresses`
    the e-mail addresses of those of them who gave one and are not erased; `heads` were counted
    beside the list."""

    event: TrainingEvent
    held_on: date
    is_on_teaching: bool
    people: frozenset[str] = frozenset()
    addresses: frozenset[str] = field(default=frozenset(), repr=False)
    heads: int = 0

    @property
    def trainers(self) -> tuple[str, ...]:
        """Their names, in one order; nobody when their accounts are erased."""
        return tuple(sorted(str(one) for one in self.event.trainers.all()))


def followed_trainings(until: date) -> list[FollowedTraining]:
    """The events that are closed now and were held by this day, latest first. Five queries."""
    held = EventDecision.objects.latest_at().filter(state=EventState.CLOSED, held_on__lte=until)
    decisions = list(
        held.select_related("event__programme", "event__organiser", "programme").prefetch_related(
            Prefetch("event__trainers", User.objects.order_by("pk"))
        )
    )
    events = [decision.event_id for decision in decisions]
    people, addresses = _present(events)
    heads = _heads(events)
    found = [
        FollowedTraining(
            event=decision.event,
            held_on=decision.held_on,
            is_on_teaching=decision.programme.kind == TrainingKind.TEACHING,
            people=frozenset(people[decision.event_id]),
            addresses=frozenset(addresses[decision.event_id]),
            heads=heads.get(decision.event_id, 0),
        )
        for decision in decisions
        if decision.held_on and decision.programme
    ]
    return sorted(found, key=lambda one: (one.held_on, one.event.pk), reverse=True)


def events_open_to(user: User, events: Iterable[int]) -> set[int]:
    """Of these events those that this person may open."""
    mine = TrainingEvent.objects.for_user(user).filter(pk__in=list(events))
    return set(mine.values_list("pk", flat=True))


def trainers_label(names: tuple[str, ...]) -> str:
    """ "Ana Pop, Dan Ion", or that nobody is known."""
    return ", ".join(names) or _("fără formator cunoscut")


def _present(events: list[int]) -> tuple[dict[int, set[str]], dict[int, set[str]]]:
    """By event the keys and the addresses of those who were at any sitting."""
    rows = Attendance.objects.filter(sitting__event__in=events).latest_at().filter(present=True)
    people: dict[int, set[str]] = defaultdict(set)
    addresses: dict[int, set[str]] = defaultdict(set)
    for event, key, email in rows.order_by().values_list(
        "sitting__event", "participant__person_key", "participant__email"
    ):
        people[event].add(key)
        if email:
            addresses[event].add(email)
    return people, addresses


def _heads(events: list[int]) -> dict[int, int]:
    """By event how many were counted beside the list."""
    found: dict[int, int] = defaultdict(int)
    rows = HeadCount.objects.filter(event__in=events).latest_at().order_by()
    for event, people in rows.values_list("event", "people"):
        found[event] += people
    return found
