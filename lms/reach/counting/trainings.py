"""RR12: people trained and seats, by audience."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class TrainingFact(NamedTuple):
    """What holds of one training at the asked moment; `people` are the tokens of those who
    attended, for mode "list"; `participants` the head-count, for mode "count"."""

    reference: str
    organisation: str
    audience: str
    topic: str
    mode: str
    date: date
    status: str
    participants: int = 0
    people: frozenset[str] = frozenset()


class TrainingCell(NamedTuple):
    """Persons, seats and trainings: three units, never added to each other."""

    persons: int = 0
    seats: int = 0
    trainings: int = 0


NOBODY_TRAINED = TrainingCell()


@dataclass(frozen=True, slots=True)
class TrainingReport:
    """`whole` counts every person once; a person of two audiences is in both of `by_audience`, so
    persons of the parts may add up to more. Seats and trainings of the parts add up."""

    whole: TrainingCell = NOBODY_TRAINED
    by_audience: Mapping[str, TrainingCell] = field(default_factory=dict)
    by_org: Mapping[str, TrainingCell] = field(default_factory=dict)
    by_audience_and_org: Mapping[tuple[str, str], TrainingCell] = field(default_factory=dict)
    counted: tuple[TrainingFact, ...] = ()
