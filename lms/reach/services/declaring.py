"""What an organisation's officer says of the year: figures, zeros as well, then all handed in.

Raises of every write, beside what each names:
    PermissionDenied: the figures are not this person's to write.
    NotWritable: they are handed in, or the period is closed for the organisation.
"""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from lms.core import generation
from lms.core.periods import Period
from lms.core.record_status import OPEN_RECORDS, RecordStatus
from lms.organisations.models import MemberOrganisation
from lms.people.models import User
from lms.reach.enums import PeriodState, SubmissionState, Verb
from lms.reach.indicators import PrintedIndicator
from lms.reach.models import (
    DeclaredFigure,
    DeclaredFigureRevision,
    ReportingPeriod,
    Submission,
)
from lms.reach.querysets import DeclaredFigureQuerySet
from lms.reach.services.auditing import record
from lms.reach.services.problems import (
    AlreadyDeclared,
    FigureMovedOn,
    FiguresMissing,
    FiguresReturned,
    NotAMember,
    NotWritable,
    PeriodMovedOn,
)
from lms.reach.services.saying import locked_figure, say

WRITABLE = (SubmissionState.DRAFT, SubmissionState.RETURNED)


@transaction.atomic
def declare_figure(
    *,
    period: ReportingPeriod,
    indicator: str,
    client_id: UUID,
    by: User,
    audience: str = "",
    part: str = "",
    **said: Any,
) -> DeclaredFigure:
    """Declare a figure of the officer's organisation as a draft. `said` are the fields of
    DeclaredFigureRevision. The same form sent twice is one figure.

    Raises AlreadyDeclared when the organisation has the figure already, or when the form was sent
    before and says something else now.
    """
    submission = writable_submission(period, by)
    known = DeclaredFigure.objects.filter(client_id=client_id).first()
    if known is not None:
        if known.organisation_id != submission.organisation_id:
            raise PermissionDenied
        of_what = (known.indicator, known.year, known.audience, known.part)
        if of_what != (indicator, period.year, audience, part):
            raise AlreadyDeclared
    figure, is_new = DeclaredFigure.objects.get_or_create(
        organisation_id=submission.organisation_id,
        indicator=indicator,
        year=period.year,
        audience=audience,
        part=part,
        defaults={"client_id": client_id, "author": by},
    )
    figure = locked_figure(figure)
    if not is_new and figure.latest and figure.latest.status != RecordStatus.VOID:
        if figure.client_id == client_id and _says(figure.latest, said):
            return figure
        raise AlreadyDeclared
    say(figure, RecordStatus.DRAFT, by, **said)
    record(actor=by, verb=Verb.DECLARED, subject=subject_of(figure))
    return figure


@transaction.atomic
def correct_figure(
    *, figure: DeclaredFigure, expected: int, by: User, **said: Any
) -> DeclaredFigure:
    """Say otherwise. `expected` is the number of the revision that the officer saw.

    Raises FigureMovedOn when there is a newer one.
    """
    writable_submission(_period_of(figure), by, figure.organisation_id)
    figure = locked_figure(figure)
    latest = _latest(figure)
    if latest.number == expected + 1 and latest.recorded_by_id == by.pk and _says(latest, said):
        return figure
    if latest.number != expected or latest.status == RecordStatus.VOID:
        raise FigureMovedOn
    say(figure, RecordStatus.DRAFT, by, **said)
    record(actor=by, verb=Verb.CORRECTED, subject=subject_of(figure))
    return figure


@transaction.atomic
def withdraw_figure(*, figure: DeclaredFigure, reason: str, by: User) -> DeclaredFigure:
    """Take a figure back for good; what was said of it stays readable."""
    writable_submission(_period_of(figure), by, figure.organisation_id)
    figure = locked_figure(figure)
    if _latest(figure).status != RecordStatus.VOID:
        say(figure, RecordStatus.VOID, by, reason=reason)
        record(actor=by, verb=Verb.VOIDED, subject=subject_of(figure), reason=reason)
    return figure


@transaction.atomic
def declare_zeros(*, period: ReportingPeriod, by: User) -> list[DeclaredFigure]:
    """Say zero for every figure of the report that the organisation has not declared."""
    submission = writable_submission(period, by)
    made = []
    for indicator in missing_indicators(submission):
        figure, _made = DeclaredFigure.objects.get_or_create(
            organisation_id=submission.organisation_id,
            indicator=indicator,
            year=period.year,
            audience="",
            part="",
            defaults={"author": by},
        )
        figure = locked_figure(figure)
        say(figure, RecordStatus.DRAFT, by, value=0)
        record(actor=by, verb=Verb.DECLARED, subject=subject_of(figure), details={"value": 0})
        made.append(figure)
    return made


@transaction.atomic
def submit_figures(*, period: ReportingPeriod, edition: int, by: User) -> Submission:
    """Hand in everything that the organisation declared for the period.

    Raises:
        PeriodMovedOn: a colleague handed in or took back since the page was opened.
        FiguresMissing: a figure of the report was not declared, not even as zero.
        FiguresReturned: a returned figure was not answered.
    """
    submission = writable_submission(period, by)
    if submission.edition != edition:
        raise PeriodMovedOn
    if missing_indicators(submission):
        raise FiguresMissing
    figures = list(_standing(submission))
    if any(_latest(figure).status == RecordStatus.REJECTED for figure in figures):
        raise FiguresReturned
    for figure in figures:
        if _latest(figure).status in OPEN_RECORDS:
            say(locked_figure(figure), RecordStatus.REPORTED, by)
    return _move(
        submission, SubmissionState.SUBMITTED, by, Verb.SUBMITTED,
        submitted_at=timezone.now(), submitted_by=by, reason="",
    )  # fmt: skip


@transaction.atomic
def take_back_figures(*, period: ReportingPeriod, edition: int, by: User) -> Submission:
    """Take back what was handed in, as long as nobody has accepted it and the period is open.

    Raises PeriodMovedOn when it was decided on in the meantime.
    """
    submission = _own_submission(period, by)
    if submission.edition != edition or submission.state != SubmissionState.SUBMITTED:
        raise PeriodMovedOn
    if submission.period.state != PeriodState.OPEN:
        raise NotWritable
    for figure in _standing(submission):
        if _latest(figure).status == RecordStatus.REPORTED:
            say(locked_figure(figure), RecordStatus.DRAFT, by)
    return _move(submission, SubmissionState.DRAFT, by, Verb.WITHDREW, submitted_at=None)


def missing_indicators(submission: Submission) -> list[PrintedIndicator]:
    """The figures of the report that the organisation has not said, in the report's order."""
    said = set(_standing(submission).filter(part="").values_list("indicator", flat=True))
    return [indicator for indicator in PrintedIndicator if indicator.value not in said]


def is_writable(submission: Submission) -> bool:
    """Whether the officer may write now: what was returned also after the period was closed."""
    if not _is_member(submission):
        return False
    if submission.state == SubmissionState.RETURNED:
        return True
    is_open = submission.period.state == PeriodState.OPEN
    return is_open and submission.state == SubmissionState.DRAFT


def writable_submission(
    period: ReportingPeriod, by: User, organisation_id: int | None = None
) -> Submission:
    """The locked submission of the officer's organisation, open for writing. `organisation_id`
    is the one that must be the officer's. Only inside a transaction."""
    submission = _own_submission(period, by)
    if organisation_id is not None and organisation_id != submission.organisation_id:
        raise PermissionDenied
    if not _is_member(submission):
        raise NotAMember
    if not is_writable(submission):
        raise NotWritable
    return submission


def subject_of(figure: DeclaredFigure) -> str:
    """How decisions name the figure."""
    return f"figure:{figure.public_id}"


def _is_member(submission: Submission) -> bool:
    year = Period.year(submission.period.year)
    reporting = MemberOrganisation.objects.reporting_on(year.start, year.end)
    return reporting.filter(pk=submission.organisation_id).exists()


def _own_submission(period: ReportingPeriod, by: User) -> Submission:
    if by.organisation_id is None or not by.has_perm("reach.declare_figures"):
        raise PermissionDenied
    # The period first, in every write: whoever closes it at this moment waits, or is waited for.
    period = ReportingPeriod.objects.select_for_update().get(pk=period.pk)
    Submission.objects.get_or_create(period=period, organisation_id=by.organisation_id)
    return (
        Submission.objects.select_for_update(of=("self",))
        .select_related("period")
        .get(period=period, organisation_id=by.organisation_id)
    )


def _standing(submission: Submission) -> DeclaredFigureQuerySet:
    """The organisation's figures of the period that were not taken back."""
    return (
        DeclaredFigure.objects.filter(
            organisation_id=submission.organisation_id, year=submission.period.year
        )
        .exclude(latest__status=RecordStatus.VOID)
        .select_related("latest")
    )


def _move(
    submission: Submission, state: SubmissionState, by: User, verb: Verb, **changes: Any
) -> Submission:
    Submission.objects.filter(pk=submission.pk).update(
        state=state, edition=F("edition") + 1, **changes
    )
    submission.refresh_from_db()
    code = submission.organisation.code
    record(actor=by, verb=verb, subject=f"submission:{submission.period.year}:{code}")
    generation.advance(generation.FIGURES)
    return submission


def _period_of(figure: DeclaredFigure) -> ReportingPeriod:
    period = ReportingPeriod.objects.filter(year=figure.year).first()
    if period is None:
        raise NotWritable
    return period


def _latest(figure: DeclaredFigure) -> DeclaredFigureRevision:
    if figure.latest is None:
        raise ValueError("nothing was said of this figure yet")
    return figure.latest


def _says(latest: DeclaredFigureRevision, said: dict[str, Any]) -> bool:
    return all(getattr(latest, name) == value for name, value in said.items())
