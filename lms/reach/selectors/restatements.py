"""What changed in a year after it was published, and why."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lms.campaigns.models import CampaignRunRevision
from lms.classrooms.models import ClassSessionRevision
from lms.core.periods import Period
from lms.people.models import User
from lms.reach.freezing import report_content
from lms.reach.models import DeclaredFigureRevision, ImportedTrainingRevision, ReachReport
from lms.reach.restating import Restated, restated

# A page shows the latest; an import may bring thousands.
MOST_REASONS = 100


@dataclass(frozen=True, slots=True)
class LateRevision:
    """One thing that was said after the report was frozen. `kind` is session, figure, campaign or
    training; `role` who said it, never a name."""

    kind: str
    reference: str
    number: int
    at: datetime
    role: str
    reason: str


@dataclass(frozen=True, slots=True)
class Restatement:
    """The last published version beside the live report."""

    report: ReachReport
    figures: tuple[Restated, ...]
    reasons: tuple[LateRevision, ...]
    reasons_count: int


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
    late = sorted(late_revisions(year, report.as_of), key=lambda one: one.at, reverse=True)
    return Restatement(report, figures, tuple(late[:MOST_REASONS]), len(late))


def late_revisions(year: int, as_of: datetime) -> Iterator[LateRevision]:
    """What was recorded after a moment and touches the year: also what moved out of it."""
    whole = Period.year(year)
    touched = ClassSessionRevision.objects.filter(
        session__revisions__date__range=(whole.start, whole.end), recorded_at__gt=as_of
    )
    for session_row in touched.select_related("session", "recorded_by").distinct():
        yield _late("session", session_row.session.reference, session_row)
    figures = DeclaredFigureRevision.objects.filter(figure__year=year, recorded_at__gt=as_of)
    for figure_row in figures.select_related("figure", "recorded_by"):
        yield _late("figure", str(figure_row.figure.public_id), figure_row)
    runs = CampaignRunRevision.objects.filter(run__year=year, recorded_at__gt=as_of)
    for run_row in runs.select_related("run", "recorded_by"):
        yield _late("campaign", run_row.run.event_key, run_row)
    trainings = ImportedTrainingRevision.objects.filter(
        training__revisions__date__range=(whole.start, whole.end), recorded_at__gt=as_of
    )
    for training_row in trainings.select_related("training").distinct():
        yield _late("training", training_row.training.reference, training_row)


def _late(
    kind: str,
    reference: str,
    row: ClassSessionRevision
    | DeclaredFigureRevision
    | CampaignRunRevision
    | ImportedTrainingRevision,
) -> LateRevision:
    return LateRevision(
        kind=kind,
        reference=reference,
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
