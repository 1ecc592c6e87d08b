"""The cascade of trainings: trainers, those whom they trained, what these taught, to how many.

Trainings know nothing of class sessions, nor these of trainings; they meet here, by the keyed hash
of an e-mail address that was given at both. No name or address of the trained leaves this module.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.utils.translation import get_language

from lms.classrooms.models import ClassSession
from lms.classrooms.tokens import teacher_token
from lms.core.periods import Period
from lms.people.models import User
from lms.reach.batches import batched
from lms.reach.counting import Cell, SessionFact, Standing
from lms.reach.counting.cascade import Training, attribute
from lms.reach.counting.cells import total
from lms.reach.counting.cohorts import largest_of_each_cohort
from lms.reach.models import JudgedSession
from lms.reach.selectors.judged import judgements, read, unmoved
from lms.reach.selectors.lessons import lesson_titles
from lms.training.models import TrainingEvent
from lms.training.selectors.followed import (
    FollowedTraining,
    events_open_to,
    followed_trainings,
    trainers_label,
)

# Of fewer people with an address on a list one would know whose hours these are: hours are found
# by nothing else.
FEWEST_TOLD_APART = 5
SEES_ALL = "reach.view_reach_report"
_FEW = 500


@dataclass(frozen=True, slots=True)
class Reached:
    """What some trainings led to. Each number has a unit of its own and none is added to another:
    `trained` people, `taught` of them who held an hour since, `cell` the hours and their pupils,
    `different` pupils as estimated (RR8). `unknown` of the trained left no address to know by."""

    trained: int
    unknown: int
    taught: int
    cell: Cell
    different: int


@dataclass(frozen=True, slots=True)
class TaughtSession:
    """A class session as a trainer sees it: neither school nor class."""

    day: date
    lesson: str
    pupils: int


@dataclass(frozen=True, slots=True)
class TaughtBy:
    """What one of the trained held. `number` counts those of one training and says nobody's
    name."""

    number: int
    cell: Cell
    sessions: tuple[TaughtSession, ...]


@dataclass(frozen=True, slots=True)
class CascadeTraining:
    """One training and what it led to. `teachers` is empty where there are too few to tell
    apart."""

    event: TrainingEvent
    held_on: date
    reached: Reached
    teachers: tuple[TaughtBy, ...]


@dataclass(frozen=True, slots=True)
class CascadeBranch:
    """The trainings that the same trainers held together: each stands in one branch only."""

    trainers: str
    trainings: tuple[CascadeTraining, ...]
    reached: Reached


@dataclass(frozen=True, slots=True)
class Cascade:
    """All branches that somebody may see, and what they led to together."""

    branches: tuple[CascadeBranch, ...]
    reached: Reached
    years: tuple[int, ...]

    @property
    def has_several(self) -> bool:
        """Whether there is more than one training, and so a sum to show."""
        return sum(len(branch.trainings) for branch in self.branches) > 1


Followed = list[tuple[FollowedTraining, list[SessionFact]]]


def cascade_of(user: User, year: int, today: date) -> Cascade:
    """What was taught in a year after the trainings that this person may open. Which training an
    hour belongs to is decided among all trainings, so that two trainers never both show it."""
    period = Period.year(year)
    followed = followed_trainings(max(today, period.end))
    open_to = events_open_to(user, [one.event.pk for one in followed])
    mine = [one for one in followed if one.event.pk in open_to]
    before = [one for one in followed if one.held_on <= period.end]
    taught = _taught(before, period)
    shown = [
        (one, taught.get(one.event.pk, []))
        for one in mine
        if one.held_on <= period.end and (period.contains(one.held_on) or one.event.pk in taught)
    ]
    tells_apart = user.has_perm(SEES_ALL)
    titles = lesson_titles(get_language() or "ro")
    branches: dict[tuple[str, ...], Followed] = defaultdict(list)
    for training, facts in shown:
        branches[training.trainers].append((training, facts))
    return Cascade(
        branches=tuple(
            CascadeBranch(
                trainers=trainers_label(trainers),
                trainings=tuple(_training(*one, titles, tells_apart) for one in of_branch),
                reached=_reached(of_branch),
            )
            for trainers, of_branch in sorted(branches.items())
        ),
        reached=_reached(shown),
        years=_years(mine, today),
    )


def _taught(trainings: list[FollowedTraining], period: Period) -> Mapping[int, list[SessionFact]]:
    """The counted sessions of the period by the event that they belong to."""
    known = [
        Training(
            key=one.event.pk,
            held_on=one.held_on,
            teachers=frozenset(map(teacher_token, one.addresses)),
            is_on_teaching=one.is_on_teaching,
        )
        for one in trainings
    ]
    teachers = frozenset().union(*(one.teachers for one in known))
    return attribute(known, unmoved(lambda: list(_counted(period, teachers))))


def _counted(period: Period, teachers: Collection[str]) -> Iterable[SessionFact]:
    """The counted sessions of these teachers in the period."""
    found = judgements(period).standing(Standing.COUNTED)
    yield from (row.fact for row in found.extra if row.fact.teacher in teachers)
    for some in batched(sorted(teachers) if not found.afresh else (), _FEW):
        theirs = ClassSession.objects.filter(teacher_token__in=some).order_by()
        keys = set(theirs.values_list("pk", flat=True)) - found.moved
        for few in batched(sorted(keys), _FEW):
            # By key alone: asked for the period as well, a database reads all lines of the year.
            for row in read(JudgedSession.objects.filter(pk__in=few)):
                if row.standing is Standing.COUNTED and period.contains(row.fact.date):
                    yield row.fact


def _training(
    training: FollowedTraining,
    facts: list[SessionFact],
    titles: Mapping[str, str],
    tells_apart: bool,
) -> CascadeTraining:
    is_large = tells_apart or len(_mailboxes([training])) >= FEWEST_TOLD_APART
    return CascadeTraining(
        event=training.event,
        held_on=training.held_on,
        reached=_reached([(training, facts)]),
        teachers=_teachers(facts, titles) if is_large else (),
    )


def _teachers(facts: list[SessionFact], titles: Mapping[str, str]) -> tuple[TaughtBy, ...]:
    """Those who taught, who taught most first; of two the one who began first."""
    by_teacher: dict[str, list[SessionFact]] = defaultdict(list)
    for fact in sorted(facts, key=lambda one: (one.date, one.reference)):
        by_teacher[fact.teacher].append(fact)
    groups = sorted(by_teacher.values(), key=lambda one: (-len(one), one[0].date, one[0].reference))
    return tuple(
        TaughtBy(
            number=number,
            cell=total(fact.cell for fact in group),
            sessions=tuple(
                TaughtSession(fact.date, titles.get(fact.lesson, fact.lesson), fact.pupils)
                for fact in group
            ),
        )
        for number, group in enumerate(groups, start=1)
    )


def _reached(followed: Followed) -> Reached:
    """What these add up to. A person at two trainings is one of the trained; two who were only
    counted are two."""
    facts = [fact for _training, of_training in followed for fact in of_training]
    people = frozenset().union(*(one.people for one, _facts in followed))
    heads = sum(one.heads for one, _facts in followed)
    known = _mailboxes(one for one, _facts in followed)
    return Reached(
        trained=len(people) + heads,
        unknown=max(len(people) - len(known), 0) + heads,
        taught=len({fact.teacher for fact in facts}),
        cell=total(fact.cell for fact in facts),
        different=sum(fact.pupils for fact in largest_of_each_cohort(facts)),
    )


def _mailboxes(trainings: Iterable[FollowedTraining]) -> frozenset[str]:
    """The addresses of those who were there, whatever their case."""
    return frozenset(address.lower() for one in trainings for address in one.addresses)


def _years(trainings: list[FollowedTraining], today: date) -> tuple[int, ...]:
    first = min((one.held_on.year for one in trainings), default=today.year)
    return tuple(range(today.year, first - 1, -1))
