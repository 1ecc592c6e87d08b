"""The judged sessions of a period: lines from the table, and beside them what is judged in memory
because it changed since. Every list and figure of now is read through `Judgements`."""

import heapq
from collections.abc import Callable, Iterator
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from operator import itemgetter
from typing import Any, TypeVar

from django.db import connection, transaction
from django.db.models import CharField, F, QuerySet, Window
from django.db.models.functions import Cast, Collate, RowNumber

from lms.core.periods import Period
from lms.reach.counting import Judged, Standing, judge
from lms.reach.counting.cohorts import largest_of_each_cohort
from lms.reach.line_values import LISTED, READ, cohort_text, judged_of, listed_values
from lms.reach.models import JudgedSession, LineState
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.pending import pending

_MOST_TRIES = 3
T = TypeVar("T")


@dataclass(frozen=True)
class Judgements:
    """`lines` are the rows of the table that hold, `extra` the judged sessions that stand for the
    others. `moved` are the keys of lines that do not hold. `afresh`: no line holds, and no sum."""

    period: Period
    lines: "QuerySet[JudgedSession]"
    extra: tuple[Judged, ...] = ()
    moved: frozenset[int] = frozenset()
    afresh: bool = False

    def where(self, lines: "QuerySet[JudgedSession]", extra: list[Judged]) -> "Judgements":
        """A part of them, said for both sides."""
        return Judgements(self.period, lines, tuple(extra), self.moved, self.afresh)

    def standing(self, standing: Standing) -> "Judgements":
        """Those that stand there."""
        return self.where(
            self.lines.filter(standing=standing),
            [row for row in self.extra if row.standing is standing],
        )

    def with_warnings(self) -> "Judgements":
        """Those that deserve a second look."""
        extra = [row for row in self.extra if row.warnings]
        return self.where(self.lines.exclude(warnings=""), extra)

    def one_a_cohort(self) -> "Judgements":
        """Of counted ones the single session that stands for each cohort (RR8)."""
        cohorts = {cohort_text(row.fact) for row in self.extra}
        beside = [*self.extra, *read(self.lines.filter(cohort__in=cohorts))] if cohorts else []
        largest = {fact.reference for fact in largest_of_each_cohort(row.fact for row in beside)}
        rank = Window(
            RowNumber(),
            partition_by=F("cohort"),
            order_by=[F("pupils").desc(), "undisclosed", F("date").desc(), by_reference().desc()],
        )
        alone = self.lines.exclude(cohort__in=cohorts) if cohorts else self.lines
        first = alone.order_by().annotate(rank=rank).filter(rank=1)
        lines = JudgedSession.objects.filter(pk__in=first.values("pk"))
        return self.where(lines, [row for row in beside if row.fact.reference in largest])

    def __len__(self) -> int:
        return self._number + len(self.extra)

    def __bool__(self) -> bool:
        return bool(self.extra) or self.lines.exists()

    def __iter__(self) -> Iterator[Judged]:
        """Latest first, streamed."""
        lines = map(judged_of, self._ordered.values_list(*READ).iterator(chunk_size=2_000))
        return heapq.merge(lines, self._extra, key=latest, reverse=True)

    def __getitem__(self, part: slice) -> list[Judged]:
        """A part of the list, latest first."""
        # Whatever stands before `first` in the table stands before `part` in the whole, too.
        first = max(0, part.start - len(self._extra))
        lines = list(map(judged_of, self._ordered.values_list(*READ)[first : part.stop]))
        rows = sorted([*lines, *self._extra], key=latest, reverse=True)
        return rows[part.start - first : part.stop - first]

    def listed(self) -> Iterator[tuple[Any, ...]]:
        """The values that LISTED names, latest first, streamed as the database gives them: a
        million objects would take a minute."""
        columns = self._ordered.annotate(day=Cast("date", CharField())).values_list(*LISTED)
        extra = [listed_values(row) for row in self._extra]
        # Without a transaction PostgreSQL would fetch everything before the first row; on SQLite
        # one would keep every writer away, and the statement alone reads of one moment.
        with transaction.atomic() if connection.vendor == "postgresql" else nullcontext():
            rows = columns.iterator(chunk_size=1_000)
            yield from (
                heapq.merge(rows, extra, key=itemgetter(0, 1), reverse=True) if extra else rows
            )

    @cached_property
    def _number(self) -> int:
        return self.lines.order_by().count()

    @cached_property
    def _extra(self) -> list[Judged]:
        return sorted(self.extra, key=latest, reverse=True)

    @property
    def _ordered(self) -> "QuerySet[JudgedSession]":
        return self.lines.order_by(F("date").desc(), by_reference().desc())


def latest(row: Judged) -> tuple[object, ...]:
    """The order of every list of sessions, turned round."""
    return (row.fact.date, row.fact.reference)


def by_reference() -> F | Collate:
    """References in the order in which Python compares them."""
    return Collate("reference", "C") if connection.vendor == "postgresql" else F("reference")


def read(lines: "QuerySet[JudgedSession]") -> list[Judged]:
    """These lines as judged sessions."""
    return list(map(judged_of, lines.values_list(*READ)))


def judgements(period: Period, as_of: datetime | None = None) -> Judgements:
    """The judged sessions of the period as they were known at `as_of` (None is now)."""
    again = pending(as_of)
    if again is None:
        return judged_afresh(period, as_of)
    lines = _lines_of(period)
    if not again.sessions:
        return Judgements(period, lines)
    extra = tuple(row for *_keys, row in again.rows if period.contains(row.fact.date))
    return Judgements(period, lines.exclude(pk__in=again.sessions), extra, again.sessions)


def judged_afresh(period: Period, as_of: datetime | None = None) -> Judgements:
    """The same without any line: everything is judged in memory. For when too much changed since
    the lines were written or after the moment, and what lines are measured by."""
    judged = tuple(judge(session_facts(period, as_of)))
    return Judgements(period, _lines_of(period).none(), judged, afresh=True)


def _lines_of(period: Period) -> "QuerySet[JudgedSession]":
    return JudgedSession.objects.filter(date__range=(period.start, period.end)).order_by()


def unmoved(make: Callable[[], T]) -> T:
    """What `make` reads, made again when lines or sums were written meanwhile: a report whose
    parts are of two moments would not add up."""
    for _try in range(_MOST_TRIES):
        before = _version()
        made = make()
        if _version() == before:
            break
    return made


def _version() -> int:
    return LineState.objects.values_list("version", flat=True).first() or 0
