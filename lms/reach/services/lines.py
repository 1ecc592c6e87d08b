"""Writing down what the rules say of every class session, and of which months that is news."""

from collections.abc import Collection, Iterable
from datetime import date

from django.db import transaction
from django.db.models import F

from lms.classrooms.models import ClassSession
from lms.core.periods import Period
from lms.reach.batches import batched, insert_rows
from lms.reach.counting import Judged, judge
from lms.reach.line_values import COLUMNS, values_of
from lms.reach.models import DirtyMonth, JudgedSession, LineState, NotedChange
from lms.reach.selectors.facts import in_days, keyed_facts
from lms.reach.selectors.pending import judge_again, touched_sessions
from lms.reach.selectors.schools import places

# A whole month is judged faster than as many single sessions, but not than a third of them.
_WHOLE_MONTHS_FROM = 3
# So many sessions are read and judged at once.
_TOGETHER = 5_000
_BATCH = 2_000


@transaction.atomic
def refresh_lines() -> int:
    """Judge again whatever changed since the last time; return how many lines were written.

    May run at any time, twice at once and after any import. What it reads first is exactly what
    it forgets: a change that is committed meanwhile waits for the next time.
    """
    hold_lines()
    changes = list(NotedChange.objects.values_list("pk", "kind", "key"))
    if not changes:
        return 0
    touched = touched_sessions((kind, key) for _pk, kind, key in changes)
    months = sorted(_months_of(touched))
    if len(touched) * _WHOLE_MONTHS_FROM < _sessions_in(months):
        written = sum(map(_judge_some, batched(_by_day(touched), _TOGETHER)))
    else:
        written = sum(map(_judge_month, months))
    for some in batched((pk for pk, _kind, _key in changes), _BATCH):
        NotedChange.objects.filter(pk__in=some).delete()
    return written


@transaction.atomic
def rebuild_lines() -> int:
    """Judge everything again, whatever was noted; return how many lines there are."""
    hold_lines()
    # Before anything is read: what is committed after this stays noted.
    NotedChange.objects.all().delete()
    DirtyMonth.objects.bulk_create(
        [DirtyMonth(month=month) for month in _line_months()], ignore_conflicts=True
    )
    JudgedSession.objects.all().delete()
    days = ClassSession.objects.filter(latest__isnull=False).order_by()
    months = {f"{day:%Y-%m}" for day in days.values_list("latest__date", flat=True).distinct()}
    return sum(_judge_month(month) for month in sorted(months))


@transaction.atomic
def judge_months(*, months: Collection[str]) -> int:
    """Judge these months again ("2026-10"), whatever was noted; return how many lines there are."""
    hold_lines()
    return sum(_judge_month(month) for month in sorted(months))


def hold_lines() -> None:
    """Take the one row that whoever writes lines or sums holds until the transaction ends, and
    move its version on."""
    LineState.objects.get_or_create(pk=1)
    LineState.objects.select_for_update().get(pk=1)
    LineState.objects.filter(pk=1).update(version=F("version") + 1)


def _line_months() -> set[str]:
    return set(JudgedSession.objects.order_by().values_list("month", flat=True).distinct())


def _months_of(sessions: Collection[int]) -> set[str]:
    """The months in which these sessions are, and in which their lines had them."""
    months: set[str] = set()
    for some in batched(sorted(sessions), _BATCH):
        now = ClassSession.objects.filter(pk__in=some, latest__isnull=False).order_by()
        months |= {f"{day:%Y-%m}" for day in now.values_list("latest__date", flat=True).distinct()}
        then = JudgedSession.objects.filter(pk__in=some).order_by()
        months |= set(then.values_list("month", flat=True).distinct())
    return months


def _by_day(sessions: Collection[int]) -> list[int]:
    """These sessions by the day on which they were held: what may repeat each other is judged
    together, and once."""
    days: list[tuple[date, int]] = []
    for some in batched(sorted(sessions), _BATCH):
        held = ClassSession.objects.filter(pk__in=some, latest__isnull=False).order_by()
        days += held.values_list("latest__date", "pk")
    return [session for _day, session in sorted(days)]


def _sessions_in(months: Iterable[str]) -> int:
    sessions = ClassSession.objects.filter(latest__isnull=False).order_by()
    return sum(sessions.in_period(_period(month)).count() for month in months)


def _judge_some(sessions: Collection[int]) -> int:
    """Judge these with whatever has a line where they are or were. What another part of the same
    change brings to the same place has its line by then, or judges the place again itself."""
    again = judge_again(sessions)
    return _replace(again.sessions, again.rows)


def _period(month: str) -> Period:
    year, number = map(int, month.split("-"))
    return Period.month(year, number)


def _judge_month(month: str) -> int:
    facts = list(keyed_facts(in_days(_period(month)), places()))
    keys = {keyed.fact.reference: (keyed.session, keyed.revision) for keyed in facts}
    rows = [(*keys[row.fact.reference], row) for row in judge(keyed.fact for keyed in facts)]
    rows.sort(key=lambda row: row[2].fact.date)
    there = JudgedSession.objects.filter(month=month).values_list("pk", flat=True)
    return _replace({*there, *(session for session, _revision, _row in rows)}, rows)


def _replace(sessions: Collection[int], rows: Iterable[tuple[int, int, Judged]]) -> int:
    """Put these rows in the place of the lines of these sessions; their months are dirty now."""
    months: set[str] = set()
    for some in batched(sorted(sessions), _BATCH):
        lines = JudgedSession.objects.filter(pk__in=some).order_by()
        months |= set(lines.values_list("month", flat=True).distinct())
        lines.delete()
    written = 0
    month_at = COLUMNS.index("month")
    for batch in batched((values_of(*row) for row in rows), _BATCH):
        insert_rows(JudgedSession, COLUMNS, batch)
        months |= {str(values[month_at]) for values in batch}
        written += len(batch)
    DirtyMonth.objects.bulk_create(
        [DirtyMonth(month=month) for month in sorted(months)], ignore_conflicts=True
    )
    return written
