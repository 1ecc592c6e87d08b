"""What the public may see: national totals, and breakdowns after suppression."""

from dataclasses import asdict, dataclass
from datetime import date

from django.core.cache import caches

from lms.classrooms.models.revisions import EARLIEST_YEAR
from lms.core import generation
from lms.core.periods import Period
from lms.reach.counting import Breakdown, Report
from lms.reach.selectors.reports import live_report
from lms.reach.suppression import suppress


@dataclass(frozen=True, slots=True)
class PublicTotals:
    """National totals of one period. Different units, never added to each other."""

    pupils: int
    sessions: int
    schools: int
    teachers: int
    counties: int
    online_completers: int
    online_completions: int

    def as_dict(self) -> dict[str, int]:
        """The totals by name."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class PublicCounter:
    """The running year up to a day, and everything since the beginning."""

    day: date
    year: int
    running: PublicTotals
    all_time: PublicTotals


@dataclass(frozen=True, slots=True)
class PublicImpact:
    """The counter and the running year's breakdowns of pupils; None is a hidden figure."""

    counter: PublicCounter
    by_county: dict[str, int | None]
    by_level: dict[str, int | None]


def public_counter(today: date) -> PublicCounter:
    """The public figures of the day, the same as in the secretariat's report for the period.

    Kept in this worker's memory for as long as no record changes.
    """
    return public_impact(today).counter


def public_impact(today: date) -> PublicImpact:
    """The counter with its breakdowns, kept as long as no record changes."""
    stamps = generation.current(), generation.current(generation.FIGURES)
    key = f"public-impact:{stamps}:{today.isoformat()}".replace(" ", "")
    impact = caches["local"].get(key)
    if impact is None:
        impact = _count(today)
        caches["local"].set(key, impact)
    return impact


def _count(today: date) -> PublicImpact:
    running = live_report(Period.year(today.year))
    ever = live_report(Period(date(EARLIEST_YEAR, 1, 1), date(today.year, 12, 31)))
    counter = PublicCounter(today, today.year, _totals(running), _totals(ever))
    return PublicImpact(
        counter, _pupils(running, Breakdown.COUNTY), _pupils(running, Breakdown.LEVEL)
    )


def _totals(report: Report) -> PublicTotals:
    return PublicTotals(
        pupils=report.contacts.pupils,
        sessions=report.contacts.sessions,
        schools=report.schools,
        teachers=report.teachers,
        counties=report.counties_reached,
        online_completers=report.online.online.completers,
        online_completions=report.online.online.completions,
    )


def _pupils(report: Report, breakdown: Breakdown) -> dict[str, int | None]:
    """Only pupils are broken down in public: a county's number of sessions is often below 10."""
    return suppress({part: cell.pupils for part, cell in report.breakdowns[breakdown].items()})
