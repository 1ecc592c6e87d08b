"""Published reports as the public may have them: only what suppression left.

The complete content of a report is never read here, so that no public output can reach it.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from lms.reach.models import ReachReport
from lms.reach.public_figures import Path, figure_at, national_figures

_COLUMNS = (
    "period__year", "version", "as_of", "published_at", "reason", "rules_version",
    "software_version", "public_sha256",
)  # fmt: skip


@dataclass(frozen=True)
class PublicVersion:
    """One version of a year's report. `sha256` is the sum of `text`, the bytes that anyone may
    download; `reason` says why a version after the first was published."""

    year: int
    version: int
    as_of: datetime
    published_at: datetime
    reason: str
    rules_version: str
    software_version: str
    sha256: str
    text: str = ""

    @cached_property
    def content(self) -> dict[str, Any]:
        """The public report as plain values."""
        found: dict[str, Any] = json.loads(self.text)
        return found

    @cached_property
    def figures(self) -> dict[str, int]:
        """The national figures by indicator."""
        return national_figures(self.content)


@dataclass(frozen=True, slots=True)
class Was:
    """What an earlier version said of a figure that is another one now."""

    figure: int
    version: int


@dataclass(frozen=True, slots=True)
class PublicYear:
    """A year that the public can open. Without versions it is still open, its figures provisional;
    versions come without their text."""

    year: int
    versions: tuple[PublicVersion, ...]

    @property
    def is_published(self) -> bool:
        """Whether the year has a report."""
        return bool(self.versions)


def public_years(today: date) -> list[PublicYear]:
    """Every published year, the running one, and the last one; newest first. One query."""
    years: dict[int, list[PublicVersion]] = {today.year: [], today.year - 1: []}
    for row in ReachReport.objects.order_by("version").values_list(*_COLUMNS):
        years.setdefault(row[0], []).append(PublicVersion(*row))
    return [PublicYear(year, tuple(years[year])) for year in sorted(years, reverse=True)]


def published_versions(year: int) -> list[PublicVersion]:
    """The versions of a year with their text, oldest first; none for an open year. One query."""
    rows = ReachReport.objects.filter(period__year=year).order_by("version")
    return [PublicVersion(*row) for row in rows.values_list(*_COLUMNS, "public_content")]


def published_version(year: int, version: int) -> PublicVersion | None:
    """One version of a year. One query."""
    rows = ReachReport.objects.filter(period__year=year, version=version)
    row = rows.values_list(*_COLUMNS, "public_content").first()
    return PublicVersion(*row) if row else None


def last_published() -> PublicVersion | None:
    """The last version of the newest published year. One query."""
    rows = ReachReport.objects.order_by("-period__year", "-version")
    row = rows.values_list(*_COLUMNS, "public_content").first()
    return PublicVersion(*row) if row else None


def was(path: Path, versions: Sequence[PublicVersion]) -> Was | None:
    """What the nearest earlier version that differs said of a figure of the last one. None where
    nothing differs, or where either is hidden."""
    if not versions or (now := figure_at(versions[-1].content, path)) is None:
        return None
    for earlier in reversed(versions[:-1]):
        then = figure_at(earlier.content, path)
        if then is not None and then != now:
            return Was(then, earlier.version)
    return None
