"""The live report: what the records say now, or said at a moment."""

from dataclasses import replace
from datetime import date, datetime

from django.core.cache import caches
from django.db.models import Min, Q
from django.utils import timezone

from lessons.models import ModuleCompletion
from lms.classrooms.enums import Modality
from lms.classrooms.models import ClassSession
from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core import generation
from lms.core.enums import REPORTED_CYCLES, Medium
from lms.core.periods import Period
from lms.organisations.models import County, MemberOrganisation
from lms.reach.counting import Breakdown, Frame, Report, Standing, count
from lms.reach.selectors.completions import completion_facts, counted_outside
from lms.reach.selectors.facts import session_facts


def live_report(period: Period, as_of: datetime | None = None) -> Report:
    """Count the period as it was known at `as_of` (None is now). Nine queries, more
    only when a class session was moved to another day than its class."""
    completions = completion_facts(period, as_of)
    elsewhere = counted_outside(period, completions, as_of)
    frame = replace(_frame(period, as_of or timezone.now()), counted_elsewhere=elsewhere)
    return count(session_facts(period, as_of), frame, completions)


def held_back(year: int) -> dict[Standing, int]:
    """How many sessions of the year are kept out of the figures, by standing. Counted once for as
    long as no record changes: every page of the secretariat's home asks."""
    stamps = generation.current(), generation.current(generation.FIGURES)
    key = f"held-back:{year}:{stamps[0]}:{stamps[1]}:{timezone.localdate().isoformat()}"
    numbers = caches["local"].get(key)
    if numbers is None:
        report = live_report(Period.year(year))
        numbers = {
            Standing.QUARANTINED: len(report.quarantined),
            Standing.DUPLICATE: len(report.duplicates),
        }
        caches["local"].set(key, numbers)
    return numbers


def _frame(period: Period, as_of: datetime) -> Frame:
    """What every table shows even when it is zero: 42 counties, the members, the months."""
    return Frame(
        period=period,
        as_of=as_of,
        parts={
            Breakdown.COUNTY: tuple(County.objects.values_list("mnemonic", flat=True)),
            Breakdown.LEVEL: tuple(cycle.value for cycle in REPORTED_CYCLES),
            Breakdown.MEDIUM: tuple(Medium.values),
            Breakdown.ORGANISATION: _members_in(period),
            Breakdown.MONTH: _months_of(period),
            Breakdown.MODALITY: tuple(Modality.values),
        },
    )


def _members_in(period: Period) -> tuple[str, ...]:
    """The organisations that were members for any part of the period, by name."""
    still = Q(memberships__until__isnull=True) | Q(memberships__until__gte=period.start)
    members = MemberOrganisation.objects.filter(still, memberships__since__lte=period.end)
    return tuple(members.order_by("name").distinct().values_list("code", flat=True))


def _months_of(period: Period) -> tuple[str, ...]:
    """The months of a period of up to a year; a longer one shows only the months that have any."""
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    if last - first >= 12:
        return ()
    return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1))


def report_years(today: date) -> list[int]:
    """The years that can be opened, newest first: from the first record's to the running one."""
    session = ClassSession.objects.aggregate(first=Min("latest__date"))["first"]
    completion = ModuleCompletion.objects.aggregate(first=Min("completed_on"))["first"]
    first = min(session or today, completion or today)
    return list(range(today.year, max(first.year, EARLIEST_YEAR) - 1, -1))
