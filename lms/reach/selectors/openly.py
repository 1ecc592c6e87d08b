"""The public report of a year: the published one, or what it would be today."""

import json
from typing import Any

from lms.reach.exports.json import as_json
from lms.reach.models import ReachReport
from lms.reach.public_report import public_content
from lms.reach.selectors.years import year_report


def open_content(year: int) -> dict[str, Any]:
    """The public content of the newest published version, byte for byte what the public has; of a
    year without one, the live report after suppression, which nobody but the secretariat may get.
    """
    published = ReachReport.objects.filter(period__year=year).order_by("version").last()
    if published:
        content: dict[str, Any] = json.loads(published.public_content)
        return content
    return public_content(as_json(year_report(year)))
