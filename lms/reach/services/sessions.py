"""What the secretariat decides on class sessions, written down as decisions of the report.

Each raises what the service of class sessions raises: PermissionDenied, NotOpen, ComesTooLate,
OwnSession. `expected` is the number of the revision that the person saw.
"""

from collections.abc import Iterable

from django.db import transaction

from lms.classrooms.enums import DuplicateOverride
from lms.classrooms.models import ClassSession
from lms.classrooms.services import (
    accept_class_sessions,
    merge_session,
    return_class_session,
    set_duplicate_override,
    verify_class_session,
)
from lms.people.models import User
from lms.reach.enums import Verb
from lms.reach.services.auditing import record


@transaction.atomic
def accept_sessions(*, sessions: Iterable[ClassSession], by: User) -> list[ClassSession]:
    """Report unconfirmed sessions on somebody's word, many at once."""
    accepted = accept_class_sessions(sessions=sessions, by=by)
    for session in accepted:
        _note(session, Verb.ACCEPTED, by)
    return accepted


@transaction.atomic
def verify_session(*, session: ClassSession, expected: int, by: User) -> None:
    """Vouch for a session that somebody else registered."""
    verify_class_session(session=session, expected=expected, by=by)
    _note(session, Verb.VERIFIED, by)


@transaction.atomic
def return_session(*, session: ClassSession, expected: int, reason: str, by: User) -> None:
    """Return a session with a reason."""
    return_class_session(session=session, expected=expected, reason=reason, by=by)
    _note(session, Verb.RETURNED, by, reason)


@transaction.atomic
def merge_sessions(*, session: ClassSession, into: ClassSession, reason: str, by: User) -> None:
    """Say that a session is the same hour as another one (RR2)."""
    merge_session(session=session, into=into, reason=reason, by=by)
    _note(session, Verb.MERGED, by, reason)


@transaction.atomic
def count_both(*, session: ClassSession, by: User) -> None:
    """Say that a session which looks like another one is an hour of its own (RR6)."""
    set_duplicate_override(session=session, override=DuplicateOverride.COUNT, by=by)
    _note(session, Verb.COUNTED_BOTH, by)


def _note(session: ClassSession, verb: Verb, by: User, reason: str = "") -> None:
    record(actor=by, verb=verb, subject=f"session:{session.reference}", reason=reason)
