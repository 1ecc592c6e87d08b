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
    # Column by column: a million additions of whole cells would take ten times as long.
    columns = zip(*cells, strict=True)
    return Cell(*map(sum, columns))
