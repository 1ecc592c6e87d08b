"""Taking in a file of class sessions: first kept for a preview, then registered row by row."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone

from lms.classrooms.enums import Channel
from lms.classrooms.importing.rows import ImportRow, judge_rows
from lms.classrooms.models import ClassSession, SessionImport
from lms.classrooms.services.changing import correct_class_session
from lms.classrooms.services.problems import ComesTooLate, NotOpen
from lms.classrooms.services.registering import register_class_session
from lms.classrooms.tokens import vouched_token
from lms.people.models import User


@transaction.atomic
def receive_import(
    *, uploaded_by: User, file_name: str, rows: list[dict[str, str]]
) -> SessionImport:
    """Keep the rows of a file for its preview. An earlier file of this user that was not
    registered is dropped with its rows.

    Raises:
        PermissionDenied: this user may not import.
    """
    _check(uploaded_by)
    SessionImport.objects.filter(uploaded_by=uploaded_by, registered_at=None).delete()
    return SessionImport.objects.create(
        uploaded_by=uploaded_by,
        organisation=uploaded_by.organisation,
        file_name=file_name[:200],
        rows=rows,
    )


@transaction.atomic
def register_import(*, upload: SessionImport) -> SessionImport:
    """Register every row that has no error: all of them or, if anything breaks, none.

    A row that was registered before is left alone, unless it brings a higher revision. Rows with
    errors are left out. Doing it twice changes nothing.

    Raises:
        PermissionDenied: the user who uploaded it may not import any more.
    """
    upload = SessionImport.objects.select_for_update().get(pk=upload.pk)
    _check(upload.uploaded_by)
    if upload.registered_at is not None:
        return upload
    outcome = {"added": 0, "corrected": 0, "known": 0, "refused": 0}
    # Always in the same order: two colleagues with the same file wait for each other, not both.
    for row in sorted(judge_rows(upload), key=lambda row: str(row.client_id)):
        outcome[_register(row, upload)] += 1
    upload.outcome, upload.registered_at, upload.rows = outcome, timezone.now(), []
    upload.save()
    return upload


def _register(row: ImportRow, upload: SessionImport) -> str:
    if row.errors or row.client_id is None:
        return "refused"
    by, organisation = upload.uploaded_by, row.facts["organisation"]
    if row.revises and row.known is not None:
        return _corrected(row, row.known, by)
    if row.known is not None:
        return "known"
    register_class_session(
        client_id=row.client_id,
        channel=Channel.IMPORT,
        author=by,
        status=row.status,
        teacher=vouched_token(
            organisation.code if organisation else "", row.cells.get("teacher_token", "")
        ),
        **row.facts,
    )
    return "added"


def _corrected(row: ImportRow, known: ClassSession, by: User) -> str:
    expected = known.current.number
    try:
        correct_class_session(
            session=known, expected=expected, by=by, status=row.status, **row.facts
        )
    except (ComesTooLate, NotOpen):
        # Somebody changed it while the file was read: their word stands, the file comes again.
        return "refused"
    return "corrected"


def _check(user: User) -> None:
    if not user.has_perm("classrooms.import_class_sessions"):
        raise PermissionDenied
