"""What the public sees of a year without a published report: few figures, coarse and rarely new.

Decision 13 says why: from two exact figures of neighbouring days anyone could subtract what a
single class recorded in between.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.core.cache import cache
from django.utils import timezone

from lms.core.suppression import SMALLEST_SHOWN
from lms.reach.counting.report import RULES_VERSION
from lms.reach.indicators import INDICATORS
from lms.reach.selectors.published import public_years
from lms.reach.selectors.years import year_report

# What class sessions and modules record as they happen. What members declare comes at the end of
# the year, so its figures would say nothing before.
SHOWN = ("participari", "elevi_diferiti", "sesiuni", "scoli", "profesori", "persoane_online")
# Longer than any month.
_KEPT_SECONDS = 40 * 24 * 3600


@dataclass(frozen=True, slots=True)
class ProvisionalYear:
    """An open year as it stood on the first of a month. Every figure is rounded down to full tens:
    it means "at least", and 0 means "fewer than ten"."""

    year: int
    day: date
    figures: Mapping[str, int]


def rounded_down(figure: int) -> int:
    """The full tens of a figure: 1239 → 1230."""
    return figure - figure % SMALLEST_SHOWN


def provisional_year(year: int, today: date) -> ProvisionalYear:
    """An open year as of the first of this month. Counted once a month for all workers."""
    first = today.replace(day=1)
    key = f"provisional:{RULES_VERSION}:{year}:{first.isoformat()}"
    figures: dict[str, int] | None = cache.get(key)
    if figures is None:
        report = year_report(year, timezone.make_aware(datetime.combine(first, time.min)))
        figures = {name: rounded_down(INDICATORS[name].count(report)) for name in SHOWN}
        cache.set(key, figures, _KEPT_SECONDS)
    return ProvisionalYear(year, first, figures)


def count_provisional_years() -> None:
    """Count the open years of this month before anybody asks for them."""
    today = timezone.localdate()
    for year in public_years(today):
        if not year.is_published:
            provisional_year(year.year, today)
