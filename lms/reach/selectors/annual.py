"""Everything that the yearly report shows, gathered for its tables."""

from collections.abc import Mapping
from datetime import datetime

from django.utils import timezone

from lms.core.numbers import format_date
from lms.core.periods import Period
from lms.organisations.models import PupilNumber
from lms.organisations.selectors import pupil_numbers
from lms.reach.annual.report import AnnualReport, CountyLevel, SubmissionLine, TargetLine
from lms.reach.counting import (
    NO_ORGANISATION,
    Breakdown,
    Cell,
    Standing,
)
from lms.reach.counting.year import INFORMED, TRAINED, YearReport
from lms.reach.models import Submission, Target
from lms.reach.selectors.judged import Judgements, judgements, unmoved
from lms.reach.selectors.names import names_of
from lms.reach.selectors.recorded import informed_by, reached_by_project
from lms.reach.selectors.rollups import Sums
from lms.reach.selectors.years import year_report
from lms.reach.versions import software_version

NOTHING_PUBLISHED: Mapping[str, int] = {}


def annual_report(
    year: int,
    as_of: datetime | None = None,
    *,
    published: Mapping[str, int] = NOTHING_PUBLISHED,
    published_before: Mapping[str, int] = NOTHING_PUBLISHED,
    version: int = 0,
) -> AnnualReport:
    """The year as it was known at `as_of` (None is now), beside the year before.

    `published` and `published_before` are the figures of the last published versions by their keys
    in T8; `version` numbers the version that is being published, 0 for a live report.
    """

    def make() -> AnnualReport:
        pupils = pupil_numbers(year)
        report, found = year_report(year, as_of), judgements(Period.year(year), as_of)
        return AnnualReport(
            report=report,
            names=names_of(),
            before=_known(year_report(year - 1, as_of)),
            county_levels=_by_county_and_level(found),
            published=published,
            published_before=published_before,
            pupils={part: number.pupils for part, number in pupils.items()},
            pupil_sources="; ".join(dict.fromkeys(map(_source, pupils.values()))),
            targets=_targets(report, found.standing(Standing.COUNTED), as_of),
            submissions=_submissions(report),
            software_version=software_version(),
            version=version,
        )

    return unmoved(make)


def _source(number: PupilNumber) -> str:
    start = number.school_year
    return f"{number.source} ({start}-{start + 1}, {format_date(number.checked_on)})"


def _known(report: YearReport) -> YearReport | None:
    """A year without anything is one that nobody recorded, not one of zeros."""
    empty = report.sessions.is_empty and not (
        report.declared.counted or report.campaigns.counted or report.trainings.counted
    )
    return None if empty else report


def _by_county_and_level(found: Judgements) -> dict[CountyLevel, Cell]:
    cells = Sums(found).cells(("county", "level"))
    return {(county, level): cells[county, level] for county, level in sorted(cells)}


def _targets(
    report: YearReport, counted: Judgements, as_of: datetime | None
) -> tuple[TargetLine, ...]:
    rows = Target.objects.filter(year=report.year).select_related("organisation", "project")
    return tuple(
        TargetLine(
            indicator=target.indicator,
            value=target.value,
            whose=str(target.project or target.organisation or ""),
            reached=reached_by_project(target.project, target.indicator, counted, as_of)
            if target.project
            else _reached(target, report, counted),
        )
        for target in rows.order_by("indicator", "organisation", "project")
    )


def _reached(target: Target, report: YearReport, counted: Judgements) -> int | None:
    if target.organisation is None:
        return (report.section_4 | {TRAINED: report.trained}).get(target.indicator)
    code, indicator = target.organisation.code, target.indicator
    declared = report.declared.by_org.get((code, indicator), 0)
    if indicator == TRAINED:
        own = report.trainings.by_org.get(code)
        return declared + (own.persons if own else 0)
    if indicator == INFORMED:
        return declared + informed_by(code, counted) + report.campaigns.by_org.get(code, 0)
    return declared


def _submissions(report: YearReport) -> tuple[SubmissionLine, ...]:
    """The members of the year, in their order; whoever has not begun is there as well."""
    handed = {
        row.organisation.code: row
        for row in Submission.objects.filter(period__year=report.year).select_related(
            "organisation"
        )
    }
    parts = report.sessions.breakdowns[Breakdown.ORGANISATION]
    members = [code for code in parts if code != NO_ORGANISATION]
    codes = [*members, *sorted(handed.keys() - set(members))]
    return tuple(_submission(code, handed.get(code)) for code in codes)


def _submission(code: str, row: Submission | None) -> SubmissionLine:
    if row is None:
        return SubmissionLine(code)
    day = timezone.localdate(row.submitted_at) if row.submitted_at else None
    return SubmissionLine(code, row.state, day)
