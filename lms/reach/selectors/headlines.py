"""The figures of the last published versions, by which a live report marks what changed since."""

import json
from collections.abc import Mapping
from typing import Any

from lms.reach.counting.year import TRAINED
from lms.reach.models import ReachReport


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
