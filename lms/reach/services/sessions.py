"""What the secretariat decides on one class session, of which it saw a certain revision.

Each raises what the service of class sessions raises: PermissionDenied, NotOpen, OwnSession. All
take the number of the revision that the person saw as `expected`, and raise ComesTooLate when there
is a newer one.
"""

from django.db import transaction

from lms.classrooms.enums import Decision, DuplicateOverride
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    ComesTooLate,
    accept_class_sessions,
    locked_latest,
    merge_session,
    return_class_session,
    set_duplicate_override,
    verify_class_session,
)
from lms.people.models import User
from lms.reach.enums import Verb
from lms.reach.services.auditing import record


@transaction.atomic
def accept_session(*, session: ClassSession, expected: int, by: User) -> None:
    """Report one unconfirmed session on somebody's word."""
    _hold(by, (session, expected))
    accept_class_sessions(sessions=[session], by=by)


@transaction.atomic
def verify_session(*, session: ClassSession, expected: int, by: User) -> None:
    """Vouch for a session that somebody else registered."""
    _hold(by, (session, expected))
    verify_class_session(session=session, by=by)


@transaction.atomic
def return_session(*, session: ClassSession, expected: int, reason: str, by: User) -> None:
    """Return a session with a reason."""
    _hold(by, (session, expected))
    return_class_session(session=session, reason=reason, by=by)


@transaction.atomic
def merge_sessions(
    *,
    session: ClassSession,
    into: ClassSession,
    expected: int,
    expected_into: int,
    reason: str,
    by: User,
) -> None:
    """Say that a session is the same hour as another one (RR2)."""
    _hold(by, (session, expected), (into, expected_into))
    merge_session(session=session, into=into, reason=reason, by=by)


@transaction.atomic
def count_both(*, session: ClassSession, expected: int, by: User) -> None:
    """Say that a session which looks like another one is an hour of its own (RR6)."""
    _hold(by, (session, expected))
    set_duplicate_override(session=session, override=DuplicateOverride.COUNT, by=by)


def _hold(by: User, *seen: tuple[ClassSession, int]) -> None:
    """Hold the rows until the transaction ends, in one order whoever asks. Raises ComesTooLate
    when somebody said something of one since; a button pressed twice is one decision."""
    for session, number in sorted(seen, key=lambda one: one[0].pk):
        latest = locked_latest(session)
        pressed_twice = latest.number == number + 1 and latest.recorded_by_id == by.pk
        if latest.number != number and not pressed_twice:
            raise ComesTooLate


def note_decision(session: ClassSession, decision: Decision, by: User, reason: str) -> None:
    """Write a decision down among those of the report, wherever it was taken."""
    record(
        actor=by, verb=Verb(decision.value), subject=f"session:{session.reference}", reason=reason
    )
