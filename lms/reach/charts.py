"""The month chart as geometry: the template only writes the numbers down."""

from dataclasses import dataclass

from django.utils.dates import MONTHS_3

from lms.core.numbers import format_number
from lms.reach.tables import Table

BASE, TOP, BAR = 190, 26, 40
_SLOT = 60


@dataclass(frozen=True, slots=True)
class Bar:
    """One month's bar in a drawing of 720 × 220 units; `centre` is where its words stand. The
    coordinates are text, because a template would write numbers with a decimal comma."""

    x: str
    y: str
    height: str
    centre: str
    words_y: str
    number: str
    name: str


def month_bars(table: Table) -> list[Bar]:
    """The bars of a year's months, in order. The largest one fills the height."""
    largest = max((row.cell.pupils for row in table.rows), default=0) or 1
    return [
        _bar(at, row.part, row.cell.pupils, row.cell.pupils / largest)
        for at, row in enumerate(table.rows)
    ]


def _bar(at: int, month: str, pupils: int, share: float) -> Bar:
    height = (BASE - TOP) * share
    centre = at * _SLOT + _SLOT / 2
    return Bar(
        x=f"{centre - BAR / 2:g}",
        y=f"{BASE - height:.1f}",
        height=f"{height:.1f}",
        centre=f"{centre:g}",
        words_y=f"{BASE - height - 8:.1f}",
        number=format_number(pupils),
        name=str(MONTHS_3[int(month[-2:])]),
    )
