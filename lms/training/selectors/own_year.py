"""A year of trainings on one page: a trainer's own, or everything that a person may open."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from django.db.models import QuerySet

from lms.core.audiences import Audience
from lms.core.periods import Period
from lms.organisations.models import FundingProject
from lms.people.models import User
from lms.training.models import EventDecision, TrainingEvent
from lms.training.selectors.counted import TrainedGroup, trained_groups


@dataclass(frozen=True)
class TrainedLine:
    """People in one part of the year: persons are different people on lists and all heads that
    were counted; seats are one for each person and training."""

    name: str
    persons: int
    seats: int
    trainings: int


@dataclass(frozen=True)
class EventLine:
    """One closed training: `minutes` are those of its sittings."""

    event: TrainingEvent
    minutes: int
    people: int
    certified: int


@dataclass(frozen=True)
class OwnYear:
    """Closed trainings of a year. Persons of the parts need not add up: one may be in two."""

    year: int
    whole: TrainedLine = field(default_factory=lambda: TrainedLine("", 0, 0, 0))
    certified: int = 0
    minutes: int = 0
    events: tuple[EventLine, ...] = ()
    by_audience: tuple[TrainedLine, ...] = ()
    by_programme: tuple[TrainedLine, ...] = ()
    projects: tuple[FundingProject, ...] = ()

    @property
    def hours(self) -> float:
        """How long the trainings lasted together, in hours with one decimal."""
        return round(self.minutes / 60, 1)


def own_year(user: User, year: int, *, everything: bool = False) -> OwnYear:
    """The closed trainings of the year that this person trained at; with `everything` all that
    they may open. Nine queries, however many trainings."""
    period = Period.year(year)
    seen = TrainingEvent.objects.for_user(user)
    held = _held(seen if everything else seen.filter(trainers=user), period)
    groups = [one for one in trained_groups(period) if one.code in held]
    of_event = _grouped(groups, lambda one: one.code)
    lines = tuple(
        EventLine(
            event,
            sum(sitting.minutes for sitting in event.sittings.all()),
            _line("", of_event.get(code, ())).persons,
            len(_certified(of_event.get(code, ()))),
        )
        for code, event in held.items()
    )
    programmes = {str(one.programme.translation_key): one.programme.title for one in held.values()}
    labels = dict(Audience.choices)
    return OwnYear(
        year=year,
        whole=_line("", groups),
        certified=len(_certified(groups)),
        minutes=sum(line.minutes for line in lines),
        events=lines,
        by_audience=_lines(groups, lambda one: str(labels.get(one.audience, one.audience))),
        by_programme=_lines(groups, lambda one: programmes.get(one.programme, one.programme)),
        projects=tuple(
            FundingProject.objects.filter(
                pk__in={one.project_id for one in held.values() if one.project_id}
            )
        ),
    )


def _held(events: QuerySet[TrainingEvent], period: Period) -> dict[str, TrainingEvent]:
    """The closed ones by code, in the order of their days."""
    decisions = EventDecision.objects.latest_at().closed_in(period)
    days = dict(decisions.filter(event__in=events).values_list("event", "held_on"))
    found = TrainingEvent.objects.filter(pk__in=days).select_related(
        "programme", "organiser", "county"
    )
    rows = sorted(found.prefetch_related("sittings"), key=lambda one: (days[one.pk], one.pk))
    return {event.code: event for event in rows}


def _grouped(
    groups: Iterable[TrainedGroup], key: Callable[[TrainedGroup], str]
) -> Mapping[str, list[TrainedGroup]]:
    found: dict[str, list[TrainedGroup]] = defaultdict(list)
    for group in groups:
        found[key(group)].append(group)
    return found


def _lines(
    groups: Iterable[TrainedGroup], name: Callable[[TrainedGroup], str]
) -> tuple[TrainedLine, ...]:
    """The largest part first."""
    lines = [_line(part, rows) for part, rows in _grouped(groups, name).items()]
    return tuple(sorted(lines, key=lambda line: (-line.persons, line.name)))


def _line(name: str, groups: Iterable[TrainedGroup]) -> TrainedLine:
    rows = list(groups)
    listed = frozenset[str]().union(*(row.people for row in rows))
    heads = sum(row.heads for row in rows)
    return TrainedLine(
        name=name,
        persons=len(listed) + heads,
        seats=sum(len(row.people) for row in rows) + heads,
        trainings=len({row.code for row in rows}),
    )


def _certified(groups: Iterable[TrainedGroup]) -> frozenset[str]:
    return frozenset[str]().union(*(row.certified for row in groups))
