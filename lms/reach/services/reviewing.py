"""What the secretariat decides on figures that organisations handed in (RR2).

Raises of every decision, beside what each names:
    PermissionDenied: the person may not review figures.
"""

from collections.abc import Iterable

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import F

from lms.core import generation
from lms.core.record_status import COUNTED_RECORDS, RecordStatus
from lms.people.models import User
from lms.reach.enums import SubmissionState, Verb
from lms.reach.models import DeclaredFigure, Submission
from lms.reach.services.auditing import record
from lms.reach.services.declaring import subject_of
from lms.reach.services.problems import FigureMovedOn, OwnFigure, ReasonNeeded
from lms.reach.services.saying import locked_figure, say

LONGEST_REASON = 300


@transaction.atomic
def accept_figure(*, figure: DeclaredFigure, expected: int, by: User) -> DeclaredFigure:
    """Verify a figure that somebody else declared. `expected` is the number of the revision that
    the person saw.

    Raises:
        FigureMovedOn: somebody said something of it since, or it is not handed in.
        OwnFigure: this person said it.
    """
    _check(by)
    locked = locked_figure(figure)
    latest = locked.latest
    if latest is None or latest.number != expected or latest.status != RecordStatus.REPORTED:
        raise FigureMovedOn
    _verify(locked, by)
    _settle(locked.organisation_id, locked.year, by)
    return locked


@transaction.atomic
def accept_figures(*, figures: Iterable[DeclaredFigure], by: User) -> list[DeclaredFigure]:
    """Verify figures that somebody else declared; returns those that were verified now. One that
    was verified or taken back in the meantime is passed over.

    Raises OwnFigure when this person said one of them; then none is verified.
    """
    _check(by)
    accepted = []
    for figure in sorted(figures, key=lambda one: one.pk):
        locked = locked_figure(figure)
        if locked.latest is None or locked.latest.status != RecordStatus.REPORTED:
            continue
        _verify(locked, by)
        accepted.append(locked)
    for organisation, year in {(one.organisation_id, one.year) for one in accepted}:
        _settle(organisation, year, by)
    return accepted


@transaction.atomic
def return_figure(
    *, figure: DeclaredFigure, expected: int, reason: str, by: User
) -> DeclaredFigure:
    """Return a figure with a reason: it does not count and its organisation may write again.
    `expected` is the number of the revision that the person saw.

    Raises:
        ReasonNeeded: without one.
        FigureMovedOn: somebody said something of it since.
    """
    _check(by)
    if not reason.strip():
        raise ReasonNeeded
    locked = locked_figure(figure)
    latest = locked.latest
    if latest is None or latest.number != expected or latest.status not in COUNTED_RECORDS:
        raise FigureMovedOn
    reason = reason.strip()[:LONGEST_REASON]
    say(locked, RecordStatus.REJECTED, by, reason=reason)
    record(actor=by, verb=Verb.RETURNED, subject=subject_of(locked), reason=reason)
    _move(locked.organisation_id, locked.year, SubmissionState.RETURNED, by, Verb.RETURNED, reason)
    return locked


def _verify(figure: DeclaredFigure, by: User) -> None:
    if figure.was_said_by(by):
        raise OwnFigure
    say(figure, RecordStatus.VERIFIED, by)
    record(actor=by, verb=Verb.ACCEPTED, subject=subject_of(figure))


def _settle(organisation: int, year: int, by: User) -> None:
    """What was handed in is accepted with the last of its figures. Before that the organisation
    still writes: figures that came in a file are not all that it has to say."""
    handed_in = Submission.objects.filter(
        organisation=organisation, period__year=year, state=SubmissionState.SUBMITTED
    )
    open_ones = DeclaredFigure.objects.filter(organisation=organisation, year=year).exclude(
        latest__status__in=(RecordStatus.VERIFIED, RecordStatus.VOID)
    )
    if handed_in.exists() and not open_ones.exists():
        _move(organisation, year, SubmissionState.ACCEPTED, by, Verb.ACCEPTED)


def _move(
    organisation: int, year: int, state: SubmissionState, by: User, verb: Verb, reason: str = ""
) -> None:
    """Move the submission on; figures that came by import have none."""
    row = Submission.objects.filter(organisation=organisation, period__year=year)
    if row.exclude(state=state).update(state=state, reason=reason, edition=F("edition") + 1):
        code = row.values_list("organisation__code", flat=True).get()
        record(actor=by, verb=verb, subject=f"submission:{year}:{code}", reason=reason)
    generation.advance(generation.FIGURES)


def _check(by: User) -> None:
    if not by.has_perm("reach.review_figures"):
        raise PermissionDenied
