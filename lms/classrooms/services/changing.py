"""Correcting and voiding a class session."""

from datetime import datetime
from typing import Unpack

from django.db import IntegrityError, transaction

from lms.classrooms.enums import OPEN_STATUSES, UNANSWERED_STATUSES, Status
from lms.classrooms.facts import SessionFacts, add_revision, facts_of, with_lesson
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
    recorded_at: datetime | None = None,
    **facts: Unpack[SessionFacts],
) -> ClassSession:
    """Add a revision with these facts; what is not named stays as it was.

    `expected` is the number of the revision that the person saw. A returned session is open again
    (RR2), a verified one is reported again, because nobody has vouched for the new numbers.
    The same correction sent twice is one revision. `recorded_at` is for what was said before now.

    Raises:
        ComesTooLate: there is a newer revision.
        NotOpen: the session is void.
        ValidationError: a fact does not fit its field.
    """
    latest = locked_latest(session)
    if latest.status == Status.VOID:
        raise NotOpen
    changed: SessionFacts = {**facts_of(latest), **facts}
    if latest.number == expected + 1 and _says(latest, changed, by):
        return session
    if latest.number != expected:
        raise ComesTooLate
    append(
        session,
        latest,
        status or _status_after(session, latest, by),
        changed,
        by,
        recorded_at=recorded_at,
    )
    return session


@transaction.atomic
def void_class_session(
    *,
    session: ClassSession,
    reason: str,
    by: User | None = None,
    recorded_at: datetime | None = None,
) -> ClassSession:
    """Withdraw a session for good; everything that was said of it stays readable.

    Raises:
        NotOpen: it is void already.
        ComesTooLate: somebody changed it at the same moment.
    """
    latest = locked_latest(session)
    if latest.status == Status.VOID:
        raise NotOpen
    append(session, latest, Status.VOID, facts_of(latest), by, reason, recorded_at=recorded_at)
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
    merged_into: ClassSession | None = None,
    recorded_at: datetime | None = None,
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
                merged_into=merged_into,
                recorded_at=recorded_at,
            )
    except IntegrityError as error:
        session.latest = latest
        raise ComesTooLate from error


def _says(latest: ClassSessionRevision, facts: SessionFacts, by: User | None) -> bool:
    """Whether this person's latest word holds already: a double click, not a second correction."""
    same_person = latest.recorded_by_id == (by.pk if by else None)
    return same_person and latest.status in OPEN_STATUSES and with_lesson(facts) == facts_of(latest)


def _status_after(session: ClassSession, latest: ClassSessionRevision, by: User | None) -> Status:
    if latest.status in UNANSWERED_STATUSES:
        return Status(latest.status)
    return Status.REPORTED if _is_answered_for(session, by) else Status.UNCONFIRMED


def _is_answered_for(session: ClassSession, by: User | None) -> bool:
    """Whether somebody known stands behind new numbers. An officer who accepted a session without
    a confirmed address accepted the old ones: whoever holds its link could write any others."""
    if session.teacher_token:
        return True
    if by is None:
        return False
    own = session.author_id == by.pk
    return own or ClassSession.objects.acceptable_by(by).filter(pk=session.pk).exists()
