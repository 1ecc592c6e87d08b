"""What changed in a year after it was published, and why."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet

from lms.campaigns.models import CampaignRunRevision
from lms.classrooms.models import ClassSessionRevision
from lms.core.periods import Period
from lms.people.models import User
from lms.reach.freezing import report_content
from lms.reach.models import DeclaredFigureRevision, ImportedTrainingRevision, ReachReport
from lms.reach.restating import Restated, restated
from lms.reach.selectors.decisions import ROLES, figure_name

# A page shows the latest; an import may bring thousands.
MOST_REASONS = 100


@dataclass(frozen=True, slots=True)
class LateRevision:
    """One thing that was said after the report was frozen. `kind` is session, figure, campaign or
    training, `name` what it is called; `role` who said it, never a name."""

    kind: str
    name: str
    number: int
    at: datetime
    role: str
    reason: str

    @property
    def who(self) -> str:
        """The part that somebody plays, in words."""
        return str(ROLES[self.role])


@dataclass(frozen=True, slots=True)
class Restatement:
    """The last published version beside the live report."""

    report: ReachReport
    figures: tuple[Restated, ...]
    reasons: tuple[LateRevision, ...]
    reasons_count: int

    @property
    def older_reasons(self) -> int:
        """How many reasons there are beside the newest ones."""
        return self.reasons_count - len(self.reasons)


def last_report(year: int) -> ReachReport | None:
    """The newest published version of a year."""
    return ReachReport.objects.filter(period__year=year).order_by("version").last()


def restatement_of(year: int) -> Restatement | None:
    """How the live report differs from the last published one; None when nothing is published."""
    report = last_report(year)
    if report is None:
        return None
    live = report_content(Period.year(year))
    figures = tuple(restated(json.loads(report.content), live))
    reasons, count = late_revisions(year, report.as_of)
    return Restatement(report, figures, tuple(reasons), count)


def late_revisions(year: int, as_of: datetime) -> tuple[list[LateRevision], int]:
    """What was recorded after a moment and touches the year, also what moved out of it: the newest
    of it, and how much there is. Eight queries, and what it takes to know the part of each who said
    something."""
    found, count = [], 0
    for kind, name_of, touching in _late_rows(year):
        rows = touching.filter(recorded_at__gt=as_of)
        count += rows.count()
        newest = rows.order_by("-recorded_at", "-pk")[:MOST_REASONS]
        found += [_late(kind, name_of(row), row) for row in newest]
    found.sort(key=lambda one: one.at, reverse=True)
    return found[:MOST_REASONS], count


def _late_rows(year: int) -> Iterator[tuple[str, Callable[[Any], str], "QuerySet[Any]"]]:
    """What was ever said that touches the year, by kind, and what each is called."""
    whole = Period.year(year)
    held = Q(date__range=(whole.start, whole.end))
    # Once a revision, however many of the same session or training are in the year.
    of_session = ClassSessionRevision.objects.filter(held, session=OuterRef("session"))
    sessions = ClassSessionRevision.objects.filter(Exists(of_session))
    yield (
        "session",
        lambda row: row.session.reference,
        sessions.select_related("session", "recorded_by"),
    )
    figures = DeclaredFigureRevision.objects.filter(figure__year=year)
    figures = figures.select_related("figure__organisation", "recorded_by")
    yield "figure", lambda row: figure_name(row.figure), figures
    runs = CampaignRunRevision.objects.filter(run__year=year)
    yield (
        "campaign",
        lambda row: row.name or row.run.event_key,
        runs.select_related("run", "recorded_by"),
    )
    of_training = ImportedTrainingRevision.objects.filter(held, training=OuterRef("training"))
    trainings = ImportedTrainingRevision.objects.filter(Exists(of_training))
    yield "training", lambda row: row.training.reference, trainings.select_related("training")


def _late(
    kind: str,
    name: str,
    row: ClassSessionRevision
    | DeclaredFigureRevision
    | CampaignRunRevision
    | ImportedTrainingRevision,
) -> LateRevision:
    return LateRevision(
        kind=kind,
        name=name,
        number=row.number,
        at=row.recorded_at,
        role=_role_of(getattr(row, "recorded_by", None)),
        reason=getattr(row, "reason", ""),
    )


def _role_of(user: User | None) -> str:
    """The part that somebody plays, without saying who it is."""
    if user is None:
        return "system"
    if user.has_perm("reach.review_figures"):
        return "secretariat"
    return "officer" if user.has_perm("reach.declare_figures") else "teacher"
