"""The live report: what the records say now, or said at a moment."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar

from django.db.models import Min
from django.utils import timezone

from lessons.models import ModuleCompletion
from lms.classrooms.enums import COUNTED_STATUSES, Modality, Status
from lms.classrooms.models import ClassSession
from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core.enums import REPORTED_CYCLES, Medium
from lms.core.periods import Period
from lms.organisations.models import County, MemberOrganisation
from lms.reach.counting import (
    ZERO,
    Breakdown,
    Frame,
    Judged,
    Report,
    Standing,
    UniquePupils,
    count,
)
from lms.reach.counting.cells import total
from lms.reach.counting.online import count_online
from lms.reach.models import ReportingPeriod
from lms.reach.selectors.completions import (
    completion_facts,
    counted_outside,
    counted_sessions,
)
from lms.reach.selectors.facts import session_facts
from lms.reach.selectors.judged import Judgements, judgements, unmoved
from lms.reach.selectors.people import presence, unique_pupils
from lms.reach.selectors.rollups import Sums

T = TypeVar("T")


def live_report(period: Period, as_of: datetime | None = None) -> Report:
    """Count the period as it was known at `as_of` (None is now). The number of queries does not
    grow with the sessions.

    It is read from judged lines and their monthly sums; what changed since, or was said after the
    moment, is judged afresh and laid over them.
    """
    return unmoved(lambda: report_of_lines(period, as_of))


def oracle_report(period: Period, as_of: datetime | None = None) -> Report:
    """The same report by judging and counting every session of the period: what the lines and sums
    are measured by."""
    completions = completion_facts(period, as_of)
    elsewhere = counted_outside(period, completions, as_of)
    frame = replace(_frame(period, as_of or timezone.now()), counted_elsewhere=elsewhere)
    return count(session_facts(period, as_of), frame, completions)


def report_of_lines(period: Period, as_of: datetime | None = None) -> Report:
    """The report from lines and sums."""
    frame, found = _frame(period, as_of or timezone.now()), judgements(period, as_of)
    sums, counted = Sums(found), found.standing(Standing.COUNTED)
    by_status = sums.by_status()
    present = presence(counted)
    unique = unique_pupils(counted)
    completions = completion_facts(period, as_of)
    return Report(
        period=period,
        as_of=frame.as_of,
        contacts=total(by_status[status] for status in COUNTED_STATUSES),
        verified=by_status[Status.VERIFIED],
        unconfirmed=by_status[Status.UNCONFIRMED],
        breakdowns={
            cut: in_order(sums.cut(cut), frame.parts.get(cut, ()), ZERO) for cut in Breakdown
        },
        unique_pupils=UniquePupils(*map(sum, zip(*unique.values(), strict=True))),
        unique_by_county=in_order(
            {county: pupils for county, (*_, pupils) in unique.items()},
            frame.parts[Breakdown.COUNTY],
            0,
        ),
        schools=present.schools,
        teachers=present.teachers,
        without_teacher=present.without_teacher,
        quarantined=_listed(found.standing(Standing.QUARANTINED)),
        duplicates=_listed(found.standing(Standing.DUPLICATE)),
        warned=_listed(counted.with_warnings()),
        online=count_online(
            completions,
            counted_sessions(period, completions, as_of),
            frame.parts[Breakdown.MONTH],
        ),
    )


def in_order(found: Mapping[str, T], parts: tuple[str, ...], none: T) -> dict[str, T]:
    """What was found by part: the frame's parts first and in its order, then any other."""
    others = sorted(found.keys() - set(parts))
    return {part: found.get(part, none) for part in (*parts, *others)}


def _listed(found: Judgements) -> tuple[Judged, ...]:
    # Of `found` itself its length would be asked first, which is a query.
    return tuple(sorted(iter(found), key=lambda row: row.fact.reference))


def held_back(year: int) -> dict[Standing, int]:
    """How many sessions of the year are kept out of the figures, by standing."""
    found = judgements(Period.year(year))
    kept_out = (Standing.QUARANTINED, Standing.DUPLICATE)
    return {standing: len(found.standing(standing)) for standing in kept_out}


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
    members = MemberOrganisation.objects.members_during(period.start, period.end)
    return tuple(members.values_list("code", flat=True))


def _months_of(period: Period) -> tuple[str, ...]:
    """The months of a period of up to a year; a longer one shows only the months that have any."""
    first = period.start.year * 12 + period.start.month - 1
    last = period.end.year * 12 + period.end.month - 1
    if last - first >= 12:
        return ()
    return tuple(f"{month // 12:04d}-{month % 12 + 1:02d}" for month in range(first, last + 1))


def report_years(today: date) -> list[int]:
    """The years that can be opened, newest first: from the first that has a record or a period to
    the running one. A year of which only declarations were imported has a period."""
    session = ClassSession.objects.aggregate(first=Min("latest__date"))["first"]
    completion = ModuleCompletion.objects.aggregate(first=Min("completed_on"))["first"]
    period = ReportingPeriod.objects.aggregate(first=Min("year"))["first"]
    first = min((session or today).year, (completion or today).year, period or today.year)
    return list(range(today.year, max(first, EARLIEST_YEAR) - 1, -1))
