"""Correcting and voiding a class session."""

from typing import Unpack

from django.db import IntegrityError, transaction

from lms.classrooms.enums import Status
from lms.classrooms.facts import SessionFacts, add_revision, facts_of
from lms.classrooms.models import ClassSession, ClassSessionRevision
from lms.classrooms.services.problems import ComesTooLate, NotOpen
from lms.people.models import User


@transaction.atomic
def correct_class_session(
    *,
    session: ClassSession,
    expected: int,
    by: User | None = None,
    status: Status | str | None = None,
    **facts: Unpack[SessionFacts],
) -> ClassSession:
    """Add a revision with these facts; what is not named stays as it was.

    `expected` is the number of the revision that the person saw. A returned session is open again
    (RR2), a verified one is reported again, because nobody has vouched for the new numbers.

    Raises:
        ComesTooLate: there is a newer revision.
        NotOpen: the session is void.
        ValidationError: a fact does not fit its field.
    """
    latest = locked_latest(session)
    if latest.status == Status.VOID:
        raise NotOpen
    if latest.number != expected:
        raise ComesTooLate
    changed: SessionFacts = {**facts_of(latest), **facts}
    append(session, latest, status or _status_after(session, latest), changed, by)
    return session


@transaction.atomic
def void_class_session(
    *, session: ClassSession, reason: str, by: User | None = None
) -> ClassSession:
    """Withdraw a session for good; everything that was said of it stays readable.

    Raises:
        NotOpen: it is void already.
        ComesTooLate: somebody changed it at the same moment.
    """
    latest = locked_latest(session)
    if latest.status == Status.VOID:
        raise NotOpen
    append(session, latest, Status.VOID, facts_of(latest), by, reason)
    return session


def locked_latest(session: ClassSession) -> ClassSessionRevision:
    """The latest revision, with the session's row held until the transaction ends."""
    row = ClassSession.objects.select_for_update().get(pk=session.pk)
    latest = row.current
    session.latest = latest
    return latest


def append(
    session: ClassSession,
    latest: ClassSessionRevision,
    status: Status | str,
    facts: SessionFacts,
    by: User | None,
    reason: str = "",
) -> ClassSessionRevision:
    """Add the next revision. Raises ComesTooLate when its number was just taken."""
    try:
        with transaction.atomic():
            return add_revision(
                session=session,
                number=latest.number + 1,
                status=status,
                facts=facts,
                by=by,
                reason=reason,
            )
    except IntegrityError as error:
        session.latest = latest
        raise ComesTooLate from error


def _status_after(session: ClassSession, latest: ClassSessionRevision) -> Status:
    if latest.status == Status.VERIFIED:
        return Status.REPORTED
    if latest.status == Status.REJECTED:
        return Status.REPORTED if session.teacher_token else Status.UNCONFIRMED
    return Status(latest.status)
