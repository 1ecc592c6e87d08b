"""Whether lines say what the rules say, and whether the sums are those of the lines."""

import logging
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import transaction
from django.db.models import Model
from django.utils import timezone

from lms.classrooms.models import ClassSession
from lms.core.periods import Period
from lms.reach import noting
from lms.reach.counting import judge
from lms.reach.line_values import COLUMNS, values_of
from lms.reach.models import JudgedSession, LineState
from lms.reach.selectors.facts import in_days, keyed_facts
from lms.reach.selectors.schools import places
from lms.reach.services.lines import hold_lines, judge_months, refresh_lines
from lms.reach.services.rollups import ROLLUPS, live_sums, names_of, refresh_rollups

logger = logging.getLogger(__name__)
NIGHT = 2  # o'clock: the first tick after it checks


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that does not agree. `month` is "2026-10", empty where it is about all of them."""

    month: str
    what: str

    def __str__(self) -> str:
        return f"{self.month or 'database'}: {self.what}"


def check_rollups(*, repair: bool = False) -> list[Difference]:
    """Bring lines and sums up to date, then compare every month with the records; what differs is
    returned, and with `repair` made anew from them.

    What was noted is no difference: it is what the notes missed that is looked for.
    """
    missing = [Difference("", f"trigger {name} is missing") for name in noting.missing()]
    if missing and repair:
        noting.install()
    refresh_lines()
    refresh_rollups()
    found = [difference for month in _months() for difference in _differences_of(month)]
    if found and repair:
        judge_months(months={difference.month for difference in found})
        refresh_rollups()
    return missing + found


def check_nightly() -> None:
    """Check once a night and log what differs. Raises RuntimeError when anything does."""
    now = timezone.localtime()
    with transaction.atomic():
        hold_lines()
        state = LineState.objects.get(pk=1)
        if now.hour < NIGHT or state.checked_on == now.date():
            return
        LineState.objects.filter(pk=1).update(checked_on=now.date())
    found = check_rollups()
    for difference in found:
        logger.error("check_rollups: %s", difference)
    if found:
        raise RuntimeError("manage.py check_rollups --repair makes them anew")


def _months() -> list[str]:
    days = ClassSession.objects.filter(latest__isnull=False).order_by()
    months = {f"{day:%Y-%m}" for day in days.values_list("latest__date", flat=True).distinct()}
    tables: tuple[type[Model], ...] = (JudgedSession, *ROLLUPS)
    for table in tables:
        rows = table._default_manager.order_by()
        months |= set(rows.values_list("month", flat=True).distinct())
    return sorted(months)


def _differences_of(month: str) -> Iterator[Difference]:
    expected = _judged(month)
    lines = JudgedSession.objects.filter(month=month).values_list(*COLUMNS)
    for values in lines.iterator(chunk_size=2_000):
        judged = expected.pop(values[0], None)
        if judged is None:
            yield Difference(month, f"{values[2]} should have no line here")
        elif judged != values:
            wrong = [
                f"{name} is {is_!r}, should be {should!r}"
                for name, is_, should in zip(COLUMNS, values, judged, strict=True)
                if is_ != should
            ]
            yield Difference(month, f"{values[2]}: {'; '.join(wrong)}")
    for values in expected.values():
        yield Difference(month, f"{values[2]} has no line")
    for rollup in ROLLUPS:
        summed = set(live_sums(rollup, month))
        kept = set(rollup._default_manager.filter(month=month).values_list(*names_of(rollup)))
        if summed != kept:
            rows = len(summed ^ kept)
            yield Difference(month, f"{rollup._meta.model_name}: {rows} rows are not the sums")


def _judged(month: str) -> dict[int, tuple[Any, ...]]:
    year, number = map(int, month.split("-"))
    facts = list(keyed_facts(in_days(Period.month(year, number)), places()))
    keys = {keyed.fact.reference: (keyed.session, keyed.revision) for keyed in facts}
    judged = judge(keyed.fact for keyed in facts)
    return {keys[row.fact.reference][0]: values_of(*keys[row.fact.reference], row)
            for row in judged}  # fmt: skip
