"""A report frozen as bytes: one spelling, one sum."""

import json
from datetime import datetime
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.utils import translation

from lms.core.periods import Period
from lms.reach.annual import annual_tables, as_plain
from lms.reach.counting import YearReport
from lms.reach.counting.report import RULES_VERSION
from lms.reach.exports.json import as_json
from lms.reach.models import ReachReport, ReportingPeriod
from lms.reach.public_report import public_content
from lms.reach.selectors.annual import annual_report
from lms.reach.selectors.years import year_report
from lms.reach.versions import software_version

Content = dict[str, Any]


def report_content(period: Period, as_of: datetime | None = None) -> Content:
    """The figures of a period as of a moment (None is now), as plain values."""
    return _plain(year_report(period.start.year, as_of))


def report_with_tables(year: int, as_of: datetime, version: int) -> Content:
    """What a published report freezes: the figures, and under "tables" T1–T12 as they are read,
    in the language that the report is written in."""
    with translation.override(settings.LANGUAGE_CODE):
        annual = annual_report(year, as_of, version=version)
        return _plain(annual.report) | {"tables": as_plain(annual_tables(annual))}


def _plain(report: YearReport) -> Content:
    """The report, with how exact its declared figures are."""
    return {**as_json(report), "qualifiers": dict(report.declared.qualifiers)}


def canonical(content: Content) -> str:
    """The one spelling of a content: sorted keys, no spaces, letters as they are."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def sum_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return sha256(text.encode()).hexdigest()


def frozen(period: ReportingPeriod, version: int) -> dict[str, Any]:
    """The fields of the next frozen report of an approved period.

    Both contents name version and moment, and no sum: no bytes hold their own, and whoever had that
    of the complete content could try the few values that a hidden figure may have until it fits.
    """
    as_of = period.approved_at
    if as_of is None:
        raise ValueError(f"{period} is not approved")
    snapshot = {"version": version, "approved_at": as_of.isoformat(), "sha256": None}
    complete = report_with_tables(period.year, as_of, version) | {"snapshot": snapshot}
    earlier = [json.loads(old) for old in period.reports.values_list("public_content", flat=True)]
    content, shown = canonical(complete), canonical(public_content(complete, earlier))
    return {
        "as_of": as_of,
        "rules_version": RULES_VERSION,
        "software_version": software_version(),
        "content": content,
        "public_content": shown,
        "sha256": sum_of(content),
        "public_sha256": sum_of(shown),
    }


def is_whole(report: ReachReport) -> bool:
    """Whether the stored bytes still have the sums that were taken of them."""
    sums = (sum_of(report.content), sum_of(report.public_content))
    return sums == (report.sha256, report.public_sha256)
