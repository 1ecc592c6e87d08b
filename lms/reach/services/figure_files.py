"""Saying all figures of a file at once: every row or none."""

from collections.abc import Sequence
from uuid import uuid4

from django.db import transaction

from lms.people.models import User
from lms.reach.figure_files.rows import FigureRow, known_figures
from lms.reach.figure_files.signed import SignedRow
from lms.reach.models import ReportingPeriod
from lms.reach.services.declaring import correct_figure, declare_figure, writable_submission
from lms.reach.services.problems import FigureMovedOn


@transaction.atomic
def declare_rows(*, period: ReportingPeriod, rows: Sequence[SignedRow], by: User) -> int:
    """Declare what these rows say as drafts; how many figures are new or changed. What is said
    already stays as it is, verified or not, so that the same file sent twice changes nothing.

    Raises:
        PermissionDenied: the figures are not this person's to write.
        NotWritable: they are handed in, or the period is closed for the organisation.
        FigureMovedOn: somebody said something else since the rows were shown.
    """
    submission = writable_submission(period, by)
    known = known_figures(submission.organisation_id, period.year)
    changed = 0
    for row in rows:
        now = FigureRow(row.line, row.key, row.said, known.get(row.key))
        if not now.changed:
            continue
        if now.seen != row.seen:
            raise FigureMovedOn
        if now.known is None:
            declare_figure(period=period, client_id=uuid4(), by=by, **row.key._asdict(), **row.said)
        else:
            correct_figure(figure=now.known, expected=row.seen, by=by, **row.said)
        changed += 1
    return changed
