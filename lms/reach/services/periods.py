"""The way of a year's report: open, submitted, approved, published; reopened with a reason.

Every step takes the `edition` of the period that the person looked at. The row is changed only
while it has that edition, in one statement: of two people at once one wins and the other is told.

Raises of every step, beside what each names:
    PermissionDenied: the person may not close periods.
    PeriodMovedOn: somebody decided since.
    NotInThisState: the step does not follow from this state.
"""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F, Max
from django.utils import timezone

from lms.core import generation
from lms.people.models import User
from lms.reach.enums import PeriodState, Verb
from lms.reach.freezing import frozen
from lms.reach.models import ReachReport, ReportingPeriod
from lms.reach.services.auditing import record
from lms.reach.services.problems import NotInThisState, PeriodMovedOn, ReasonNeeded

LONGEST_REASON = 500


def open_period(*, year: int, by: User | None = None) -> ReportingPeriod:
    """The period of a year, made when there is none. `by` None is the clock."""
    if by is not None:
        _check(by)
    with transaction.atomic():
        period, is_new = ReportingPeriod.objects.get_or_create(year=year)
        if is_new:
            record(actor=by, verb=Verb.OPENED, subject=subject_of(period))
    return period


def open_due_periods() -> None:
    """The running year's period and the last one's: due by the clock, any number of times."""
    this_year = timezone.localdate().year
    for year in (this_year - 1, this_year):
        open_period(year=year)


def set_deadline(
    *, period: ReportingPeriod, deadline: date | None, edition: int, by: User
) -> ReportingPeriod:
    """Until when organisations hand in; None takes the deadline away."""
    return _step(
        period, (PeriodState.OPEN,), PeriodState.OPEN, edition, by, Verb.RESCHEDULED,
        deadline=deadline,
    )  # fmt: skip


def submit_period(*, period: ReportingPeriod, edition: int, by: User) -> ReportingPeriod:
    """Close the year for the organisations: its figures go to whoever approves them."""
    return _step(period, (PeriodState.OPEN,), PeriodState.SUBMITTED, edition, by, Verb.CLOSED)


def approve_period(*, period: ReportingPeriod, edition: int, by: User) -> ReportingPeriod:
    """Approve the figures as they are recorded now: this moment is "as published"."""
    return _step(
        period, (PeriodState.SUBMITTED,), PeriodState.APPROVED, edition, by, Verb.APPROVED,
        approved_at=timezone.now(),
    )  # fmt: skip


def reopen_period(
    *, period: ReportingPeriod, edition: int, by: User, reason: str
) -> ReportingPeriod:
    """Open the year again. What was published stays as it is. Raises ReasonNeeded without one."""
    if not reason.strip():
        raise ReasonNeeded
    closed = (PeriodState.SUBMITTED, PeriodState.APPROVED, PeriodState.PUBLISHED)
    return _step(
        period, closed, PeriodState.OPEN, edition, by, Verb.REOPENED, reason, approved_at=None
    )


def publish_report(
    *, period: ReportingPeriod, edition: int, by: User, reason: str = ""
) -> ReachReport:
    """Freeze the report as of the approval and publish it as the next version.

    Raises ReasonNeeded for a version after the first without one.
    """
    _check(by)
    period.refresh_from_db()
    if period.edition != edition:
        raise PeriodMovedOn
    if period.state != PeriodState.APPROVED or period.approved_at is None:
        raise NotInThisState
    version = (period.reports.aggregate(last=Max("version"))["last"] or 0) + 1
    if version > 1 and not reason.strip():
        raise ReasonNeeded
    # Counted before the transaction: a year takes seconds, and nobody else has to wait for it.
    # The edition is looked at again when the row changes.
    values = frozen(period, version)
    with transaction.atomic():
        _step(
            period, (PeriodState.APPROVED,), PeriodState.PUBLISHED, edition, by, Verb.PUBLISHED,
            reason, details={"version": version, "sha256": values["sha256"]},
        )  # fmt: skip
        report = ReachReport.objects.create(
            period=period, version=version, published_by=by, reason=_short(reason), **values
        )
        # Public pages of every year speak of it.
        generation.advance()
    return report


def subject_of(period: ReportingPeriod) -> str:
    """How decisions name the period."""
    return f"period:{period.year}"


@transaction.atomic
def _step(
    period: ReportingPeriod,
    before: tuple[PeriodState, ...],
    after: PeriodState,
    edition: int,
    by: User,
    verb: Verb,
    reason: str = "",
    details: dict[str, Any] | None = None,
    **changes: Any,
) -> ReportingPeriod:
    _check(by)
    found = ReportingPeriod.objects.filter(pk=period.pk, edition=edition, state__in=before)
    moved = found.update(state=after, edition=F("edition") + 1, **changes)
    period.refresh_from_db()
    if not moved:
        raise PeriodMovedOn if period.edition != edition else NotInThisState
    if verb is Verb.RESCHEDULED:
        details = {"deadline": period.deadline.isoformat() if period.deadline else None}
    record(actor=by, verb=verb, subject=subject_of(period), reason=_short(reason), details=details)
    generation.advance(generation.FIGURES)
    return period


def _short(reason: str) -> str:
    return reason.strip()[:LONGEST_REASON]


def _check(by: User) -> None:
    if not by.has_perm("reach.close_periods"):
        raise PermissionDenied
