"""RR12: people trained and seats, by audience."""

from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple, TypeVar

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from lms.core.record_status import COUNTED_RECORDS

Key = TypeVar("Key", bound=Hashable)
LIST = "list"


class TrainingFact(NamedTuple):
    """What holds of one training, or of the part of it that is of one audience, at the asked
    moment; parts have the training's reference. `people` are the tokens of those who attended, for
    mode "list"; `participants` the head-count, for mode "count"."""

    reference: str
    organisation: str
    audience: str
    topic: str
    mode: str
    date: date
    status: str
    participants: int = 0
    people: frozenset[str] = frozenset()
    # Those of `people` who were there for the share of the hours that the programme asks for, so
    # that they hold a certificate; of a head-count nobody is known.
    completed: frozenset[str] = frozenset()
    # Known of the platform's own trainings only: "" of those that came by import.
    programme: str = ""
    county: str = ""
    place: str = ""


class TrainingCut(TextChoices):
    """The ways trainings are cut beside audience and organisation. Trainings and seats of the
    parts add up; persons need not, because one may be at trainings of two parts."""

    PROGRAMME = "program", _("Program")
    COUNTY = "judet", _("Județ")
    PLACE = "unde", _("Unde s-a ținut")


_PART_OF: dict[TrainingCut, Callable[[TrainingFact], str]] = {
    TrainingCut.PROGRAMME: lambda fact: fact.programme,
    TrainingCut.COUNTY: lambda fact: fact.county,
    TrainingCut.PLACE: lambda fact: fact.place,
}


class TrainingCell(NamedTuple):
    """Persons, seats and trainings: three units, never added to each other. `completed` are those
    of the persons who hold a certificate."""

    persons: int = 0
    seats: int = 0
    trainings: int = 0
    completed: int = 0


NOBODY_TRAINED = TrainingCell()


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """`whole` counts every person once; a person of two audiences is in both of `by_audience`, so
    persons of the parts may add up to more. Seats and trainings of the parts add up."""

    whole: TrainingCell = NOBODY_TRAINED
    by_audience: Mapping[str, TrainingCell] = field(default_factory=dict)
    by_org: Mapping[str, TrainingCell] = field(default_factory=dict)
    by_audience_and_org: Mapping[tuple[str, str], TrainingCell] = field(default_factory=dict)
    by_cut: Mapping[TrainingCut, Mapping[str, TrainingCell]] = field(default_factory=dict)
    counted: tuple[TrainingFact, ...] = ()


def count_trainings(facts: Iterable[TrainingFact]) -> TrainingReport:
    """Count the trainings of one period."""
    counted = sorted(
        (fact for fact in facts if fact.status in COUNTED_RECORDS),
        key=lambda fact: fact.reference,
    )
    return TrainingReport(
        whole=training_cell(counted),
        by_audience=_cut(counted, lambda fact: fact.audience),
        by_org=_cut(counted, lambda fact: fact.organisation),
        by_audience_and_org=_cut(counted, lambda fact: (fact.audience, fact.organisation)),
        by_cut={cut: _cut(counted, part_of) for cut, part_of in _PART_OF.items()},
        counted=tuple(counted),
    )


def training_cell(facts: Iterable[TrainingFact]) -> TrainingCell:
    """These trainings as a cell: a person on two lists is one person in two seats; of a head-count
    nobody is known, so that everyone on it is taken for another person. Facts with one reference
    are parts of one training."""
    listed: set[str] = set()
    completed: set[str] = set()
    trainings: set[str] = set()
    heads = seats = 0
    for fact in facts:
        trainings.add(fact.reference)
        if fact.mode == LIST:
            listed |= fact.people
            completed |= fact.completed
            seats += len(fact.people)
        else:
            heads += fact.participants
            seats += fact.participants
    return TrainingCell(len(listed) + heads, seats, len(trainings), len(completed))


def part_of_cut(fact: TrainingFact, cut: TrainingCut) -> str:
    """The part of a cut in which a training stands."""
    return _PART_OF[cut](fact)


def _cut(
    facts: list[TrainingFact], part_of: Callable[[TrainingFact], Key]
) -> dict[Key, TrainingCell]:
    parts: dict[Key, list[TrainingFact]] = {}
    for fact in facts:
        parts.setdefault(part_of(fact), []).append(fact)
    return {part: training_cell(parts[part]) for part in sorted(parts, key=str)}
