"""The live report, with the published figures by which it marks what changed since."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from lms.reach.annual import AnnualReport
from lms.reach.counting.year import TRAINED
from lms.reach.models import ReachReport
from lms.reach.selectors.annual import annual_report


def live_annual_report(year: int, as_of: datetime | None = None) -> AnnualReport:
    """The year with the marks of what changed since the last published versions."""
    return annual_report(
        year,
        as_of,
        published=published_figures(year),
        published_before=published_figures(year - 1),
    )


def published_figures(year: int) -> dict[str, int]:
    """The headline figures of the year's newest published version by their keys in T8; empty when
    none is published."""
    report = ReachReport.objects.filter(period__year=year).order_by("version").last()
    return figures_in(json.loads(report.content)) if report else {}


def figures_in(content: Mapping[str, Any]) -> dict[str, int]:
    """The headline figures of a frozen content."""
    sessions = content["sessions"]
    return {
        **content["section4"],
        TRAINED: content["section8"]["persoane_instruite"],
        "contacts": sessions["contacts"]["pupils"],
        "unique_pupils": sessions["unique_pupils"]["pupils"],
        "sessions": sessions["contacts"]["sessions"],
        "schools": sessions["schools"],
        "teachers": sessions["teachers"],
    }
