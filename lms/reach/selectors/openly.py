"""The public report of a year: the published one, or what it would be today."""

import json
from typing import Any

from lms.reach.exports.json import as_json
from lms.reach.models import ReachReport
from lms.reach.public_report import public_content
from lms.reach.selectors.years import year_report


def published_content(year: int) -> dict[str, Any] | None:
    """The public content of the year's newest published version; None when none is published."""
    rows = ReachReport.objects.filter(period__year=year).order_by("-version")
    text = rows.values_list("public_content", flat=True).first()
    return json.loads(text) if text else None


def open_content(year: int) -> dict[str, Any]:
    """What the public has of the year; of one that is not published, the live report after
    suppression, which nobody but the secretariat may get."""
    return published_content(year) or public_content(as_json(year_report(year)))
