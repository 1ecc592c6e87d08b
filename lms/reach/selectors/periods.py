"""Periods with their versions, as the secretariat lists them: without the frozen texts."""

from dataclasses import dataclass

from django.db.models import QuerySet

from lms.reach.models import ReachReport, ReportingPeriod


@dataclass(frozen=True, slots=True)
class PeriodLine:
    """A year and its newest version, if one is published."""

    period: ReportingPeriod
    last: ReachReport | None


def period_lines() -> list[PeriodLine]:
    """Every period, newest first. Two queries."""
    newest = {row.period_id: row for row in _without_texts().order_by("version")}
    return [PeriodLine(row, newest.get(row.pk)) for row in ReportingPeriod.objects.all()]


def versions_of(period: ReportingPeriod) -> QuerySet[ReachReport]:
    """The versions of a period with who published them, newest first."""
    versions = _without_texts().filter(period=period).select_related("published_by")
    return versions.order_by("-version")


def _without_texts() -> QuerySet[ReachReport]:
    # Hundreds of kilobytes a version that no list shows.
    return ReachReport.objects.defer("content", "public_content")
