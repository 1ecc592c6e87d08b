"""Adding what is said of a declared figure: a revision of its own, never a change."""

from typing import Any

from django.utils import timezone

from lms.core.record_status import RecordStatus
from lms.people.models import User
from lms.reach.models import DeclaredFigure, DeclaredFigureRevision

_KEPT = ("value", "qualifier", "method", "source", "evidence", "in_addition", "project")


def locked_figure(figure: DeclaredFigure) -> DeclaredFigure:
    """The figure with its row held until the transaction ends, and what holds of it now."""
    row = DeclaredFigure.objects.select_for_update().get(pk=figure.pk)
    if row.latest_id:
        row.latest = DeclaredFigureRevision.objects.get(pk=row.latest_id)
    return row


def say(
    figure: DeclaredFigure, status: RecordStatus, by: User, reason: str = "", **said: Any
) -> DeclaredFigureRevision:
    """Add the next revision of a locked figure; what is not said is as in the one before."""
    before = figure.latest
    kept = {name: getattr(before, name) for name in _KEPT} if before else {}
    revision = figure.revisions.create(
        number=figure.revisions.count() + 1,
        recorded_at=timezone.now(),
        recorded_by=by,
        status=status,
        reason=reason,
        **(kept | said),
    )
    figure.latest = revision
    figure.save(update_fields=["latest"])
    return revision
