"""Figures that look alike and are not: people, what was shown, what was guessed.

Each is a kind of its own, so that a sum of two kinds is refused where it is written: by the type
checker before it runs, and by Python when it does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self, TypeVar


@dataclass(frozen=True, slots=True, order=True)
class Headcount:
    """A number of one kind. Only figures of the same kind add up."""

    count: int = 0

    def __add__(self, other: Self) -> Self:
        if type(other) is not type(self):
            return NotImplemented
        return type(self)(self.count + other.count)


class People(Headcount):
    """People who were counted."""

    __slots__ = ()


class Impressions(Headcount):
    """How often something was shown: one person may stand behind many."""

    __slots__ = ()


class Estimate(Headcount):
    """How many people somebody thinks there were."""

    __slots__ = ()


Kind = TypeVar("Kind", bound=Headcount)


def total(kind: type[Kind], figures: Iterable[Kind]) -> Kind:
    """The sum of figures of one kind. Raises TypeError for one of another kind."""
    return sum(figures, kind())
