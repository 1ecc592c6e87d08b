"""What a table of the yearly report is made of."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

# A percent is a share of 100, a rate one of 1,000, both with one decimal; None is "nothing to say",
# never a zero.
Value = str | int | float | date | None


class Kind(StrEnum):
    """How the values of a column are written."""

    TEXT = "text"
    COUNT = "count"
    PERCENT = "percent"
    RATE = "rate"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class Column:
    """A column by its key. `people` says that it counts people, which the public may not always
    see; `adds_to` names the figure that its rows add up to, the same name in every table that is a
    cut of the same figure, and is empty where they do not have to."""

    key: str
    label: str
    kind: Kind = Kind.COUNT
    people: bool = False
    adds_to: str = ""


@dataclass(frozen=True, slots=True)
class AnnualRow:
    """A line, one value a column. `key` stays the same in every language and year.

    `links` leads from a column's key to the list that the figure is made of, an address below
    /raport/<year>/; `link` is that of the whole line. `is_part` marks a "din care" line under the
    line that it belongs to: it is never added beside it.
    """

    key: str
    cells: tuple[Value, ...]
    link: str = ""
    links: Mapping[str, str] = field(default_factory=dict)
    is_part: bool = False


@dataclass(frozen=True, slots=True)
class AnnualTable:
    """A table. `total` is the last line, None where a sum would mean nothing. `public` marks the
    tables that the public gets, after suppression, and no others."""

    key: str
    title: str
    note: str
    columns: tuple[Column, ...]
    rows: tuple[AnnualRow, ...]
    total: AnnualRow | None = None
    public: bool = False

    def at(self, column: str) -> int:
        """Where a column stands. Raises ValueError for a key that the table does not have."""
        return [one.key for one in self.columns].index(column)

    def cell(self, row: str, column: str) -> Value:
        """One value by the keys of its line and column. Raises KeyError for no such line."""
        for one in self.rows:
            if one.key == row:
                return one.cells[self.at(column)]
        raise KeyError(row)
