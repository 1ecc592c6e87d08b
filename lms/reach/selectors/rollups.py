"""Cells by part: from the monthly sums, and from the lines where a month's sums do not hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import Count, QuerySet, Sum

from lms.classrooms.enums import COUNTED_STATUSES, Status
from lms.core.periods import Period
from lms.reach.counting import ZERO, Breakdown, Cell, Judged, SessionFact, Standing
from lms.reach.counting.breakdowns import PART_OF
from lms.reach.models import (
    DirtyMonth,
    JudgedSession,
    LessonRollup,
    OrganisationRollup,
    PlaceRollup,
)
from lms.reach.models.rollups import Rollup
from lms.reach.selectors.cells import SUMS
from lms.reach.selectors.judged import Judgements, read

COLUMN_OF = {
    Breakdown.COUNTY: "county",
    Breakdown.LEVEL: "level",
    Breakdown.MEDIUM: "medium",
    Breakdown.ORGANISATION: "organisation",
    Breakdown.LESSON: "lesson",
    Breakdown.MONTH: "month",
    Breakdown.MODALITY: "modality",
}
# The first that has every column asked for is read.
_ROLLUPS: tuple[tuple[type[Rollup], frozenset[str]], ...] = (
    (OrganisationRollup, frozenset({"month", "status", "organisation", "county"})),
    (PlaceRollup, frozenset({"month", "status", "county", "level", "medium", "group_type"})),
    (LessonRollup, frozenset({"month", "status", "organisation", "lesson", "modality"})),
)
SUMMED = (Standing.COUNTED, Standing.UNCONFIRMED)
Key = tuple[str, ...]


@dataclass(frozen=True)
class Sums:
    """The sums of a period's judged sessions: counted, or of one status (RR2)."""

    judgements: Judgements

    def cells(
        self,
        columns: Iterable[str],
        where: Mapping[str, str] | None = None,
        statuses: Iterable[str] = COUNTED_STATUSES,
    ) -> dict[Key, Cell]:
        """A cell for each combination of these columns that has any session. `where` narrows by
        column. Three queries at most. A column is one of COLUMN_OF's values, "group_type" or
        "status"."""
        columns, where, statuses = tuple(columns), dict(where or {}), list(statuses)
        sums: dict[Key, list[int]] = defaultdict(lambda: [0] * 6)
        rollup = self._rollup({*columns, *where})
        for rows in self._rows(rollup, columns, where, statuses):
            for row in rows:
                # A line at no known school has no county; no column is ever None.
                _add(sums[row[: len(columns)]], row[len(columns) :])
        overlay = [(judged, 1) for judged in self.judgements.extra]
        overlay += [(judged, -1) for judged in self._summed_and_moved] if rollup else []
        for judged, sign in overlay:
            if _is_in(judged, where, statuses):
                _add(sums[tuple(value_of(judged.fact, name) for name in columns)],
                     judged.fact.cell, sign)  # fmt: skip
        # What moved away may leave nothing behind.
        return {key: Cell(*numbers) for key, numbers in sums.items() if numbers[0]}

    def by_status(self) -> dict[str, Cell]:
        """What counts as reported and as verified, and what is unconfirmed."""
        found = self.cells(("status",), statuses=_SUMMED_STATUSES)
        return {status: found.get((status,), ZERO) for status in _SUMMED_STATUSES}

    def cut(self, breakdown: Breakdown, where: Mapping[str, str] | None = None) -> dict[str, Cell]:
        """The counted sessions by part."""
        found = self.cells((COLUMN_OF[breakdown],), where)
        return {part: cell for (part,), cell in found.items()}

    def _rollup(self, needed: set[str]) -> type[Rollup] | None:
        if self.judgements.afresh:
            return None
        return next((one for one, has in _ROLLUPS if needed <= has), None)

    def _rows(
        self,
        rollup: type[Rollup] | None,
        columns: Key,
        where: dict[str, str],
        statuses: list[str],
    ) -> Iterator[Iterable[tuple[Any, ...]]]:
        if self.judgements.afresh:
            return
        summed, live = self._months if rollup else (None, None)
        wanted = {**where, "status__in": statuses}
        if rollup and summed:
            first, last, without = summed
            months = rollup._default_manager.filter(month__gte=first, month__lte=last)
            months = months.exclude(month__in=without) if without else months
            yield _grouped(months.filter(**wanted), columns, Sum("sessions"))
        if live is None or live:
            lines = self.judgements.lines.filter(standing__in=SUMMED, **wanted)
            lines = lines if live is None else lines.filter(month__in=live)
            yield _grouped(lines, columns, Count("pk"))

    @cached_property
    def _summed_and_moved(self) -> list[Judged]:
        """Lines that do not hold and are still in the sums that are read. One query by keys: with
        more conditions SQLite would look through the whole year instead."""
        summed, _live = self._months
        if not self.judgements.moved or summed is None:
            return []
        first, last, without = summed
        lines = read(JudgedSession.objects.filter(pk__in=self.judgements.moved).order_by())
        months = [value_of(judged.fact, "month") for judged in lines]
        return [
            judged
            for judged, month in zip(lines, months, strict=True)
            if first <= month <= last and month not in without
        ]

    @cached_property
    def _months(self) -> tuple[tuple[str, str, list[str]] | None, list[str]]:
        """The months whose sums hold, as a range with exceptions, and those to be read live."""
        period = self.judgements.period
        months = months_within(period)
        dirty = set(DirtyMonth.objects.values_list("month", flat=True))
        edges = {f"{period.start:%Y-%m}", f"{period.end:%Y-%m}"} - set(months)
        live = sorted(edges | dirty.intersection(months))
        if not months:
            return None, live
        return (months[0], months[-1], sorted(dirty.intersection(months))), live


def months_within(period: Period) -> list[str]:
    """The months that are wholly in the period, in order."""
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    all_months = (Period.month(at // 12, at % 12 + 1) for at in range(first, last + 1))
    return [
        f"{month.start:%Y-%m}"
        for month in all_months
        if period.contains(month.start) and period.contains(month.end)
    ]


def value_of(fact: SessionFact, column: str) -> str:
    """What a line has in this column."""
    breakdown = _BREAKDOWN_OF.get(column)
    return PART_OF[breakdown](fact) if breakdown else str(getattr(fact, column))


_BREAKDOWN_OF = {column: breakdown for breakdown, column in COLUMN_OF.items()}
_SUMMED_STATUSES = (Status.REPORTED, Status.VERIFIED, Status.UNCONFIRMED)


def _is_in(judged: Judged, where: Mapping[str, str], statuses: list[str]) -> bool:
    return (
        judged.standing in SUMMED
        and judged.fact.status in statuses
        and all(value_of(judged.fact, column) == value for column, value in where.items())
    )


def _grouped(
    rows: "QuerySet[Any]", columns: Key, sessions: Count | Sum
) -> Iterable[tuple[Any, ...]]:
    groups = rows.order_by().values(*columns).annotate(**SUMS | {"sum_sessions": sessions})
    return groups.values_list(*columns, *SUMS)


def _add(numbers: list[int], more: Iterable[int | None], sign: int = 1) -> None:
    for at, number in enumerate(more):
        # Without a group a sum over no rows is NULL.
        numbers[at] += sign * (number or 0)
