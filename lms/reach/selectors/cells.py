"""Sums of lines as cells."""

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, QuerySet, Sum

from lms.reach.counting import Cell
from lms.reach.models import JudgedSession

_PEOPLE = ("girls", "boys", "undisclosed", "pupils", "adults")
SUMS: dict[str, Any] = {
    "sum_sessions": Count("pk"),
    **{f"sum_{name}": Sum(name) for name in _PEOPLE},
}


def sum_of(lines: "QuerySet[JudgedSession]") -> Cell:
    """These lines as one cell. One query."""
    return cell_of(lines.order_by().aggregate(**SUMS).values())


def cell_of(sums: Iterable[int | None]) -> Cell:
    """The values of SUMS as a cell: a sum over no rows is NULL."""
    return Cell(*(number or 0 for number in sums))
