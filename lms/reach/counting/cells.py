"""The count cell: six numbers of different units that are never added to each other."""

from collections.abc import Iterable
from typing import NamedTuple


class Cell(NamedTuple):
    """Sessions and the people in them. Pupils = girls + boys + undisclosed (RR3); adults apart."""

    sessions: int = 0
    girls: int = 0
    boys: int = 0
    undisclosed: int = 0
    pupils: int = 0
    adults: int = 0

    def as_dict(self) -> dict[str, int]:
        """The cell as exports spell it."""
        return self._asdict()


ZERO = Cell()


def total(cells: Iterable[Cell]) -> Cell:
    """The sum of any number of cells."""
    all_sessions = all_girls = all_boys = all_undisclosed = all_pupils = all_adults = 0
    # Plain numbers: adding whole cells would make one for each of a hundred thousand sessions.
    for sessions, girls, boys, undisclosed, pupils, adults in cells:
        all_sessions += sessions
        all_girls += girls
        all_boys += boys
        all_undisclosed += undisclosed
        all_pupils += pupils
        all_adults += adults
    return Cell(all_sessions, all_girls, all_boys, all_undisclosed, all_pupils, all_adults)
