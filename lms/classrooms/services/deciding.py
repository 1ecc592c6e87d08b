"""What an organisation's officer or the secretariat decides on sessions (RR2, RR6)."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.core.exceptions import PermissionDenied
from django.db import transaction

from lms.classrooms.decisions import tell
from lms.classrooms.enums import OPEN_STATUSES, Decision, DuplicateOverride, Status
from lms.classrooms.facts import SessionFacts, facts_of
from lms.classrooms.models import ClassSession
from lms.classrooms.selectors.reading import is_said_by
from lms.classrooms.services.changing import append, locked_latest
from lms.classrooms.services.problems import NotOpen, OwnSession
from lms.people.models import User


@transaction.atomic
def accept_class_sessions(
    *, sessions: Iterable[ClassSession], by: User, seen: Mapping[str, datetime] | None = None
) -> list[ClassSession]:
    """Report unconfirmed sessions on somebody's word; returns those that were accepted now.

    One that was confirmed, withdrawn or changed in the meantime is passed over. `seen` are the
    moments of the revisions that the person saw, by reference.

    Raises:
        PermissionDenied: one of them is not this user's to decide on; then none is accepted.
    """
    accepted = []
    for session in _decidable(sessions, by):
        latest = locked_latest(session)
        is_as_seen = seen is None or latest.recorded_at == seen.get(session.reference)
        if latest.status == Status.UNCONFIRMED and is_as_seen:
            append(session, latest, Status.REPORTED, facts_of(latest), by)
            tell(session, Decision.ACCEPTED, by)
            accepted.append(session)
    return accepted


@transaction.atomic
def verify_class_session(*, session: ClassSession, by: User) -> ClassSession:
    """Vouch for a reported session that somebody else registered. Verifying it again changes
    nothing.

    Raises:
        PermissionDenied: it is not this user's to decide on.
        OwnSession: this user held, registered, accepted or corrected it.
        NotOpen: it is not reported: nobody confirmed it yet, or it is void or returned.
    """
    (session,) = _decidable([session], by)
    latest = locked_latest(session)
    if latest.status == Status.VERIFIED:
        return session
    if latest.status != Status.REPORTED:
        raise NotOpen
    if is_said_by(session, by):
        raise OwnSession
    append(session, latest, Status.VERIFIED, facts_of(latest), by)
    tell(session, Decision.VERIFIED, by)
    return session


@transaction.atomic
def return_class_session(*, session: ClassSession, reason: str, by: User) -> ClassSession:
    """Return a session with a reason: it is not counted and waits for a correction.

    Raises:
        PermissionDenied: it is not this user's to decide on.
        NotOpen: it is void or was returned before.
    """
    (session,) = _decidable([session], by)
    latest = locked_latest(session)
    if latest.status not in OPEN_STATUSES:
        raise NotOpen
    append(session, latest, Status.REJECTED, facts_of(latest), by, reason)
    tell(session, Decision.RETURNED, by, reason)
    return session


@transaction.atomic
def merge_session(
    *, session: ClassSession, into: ClassSession, reason: str, by: User
) -> ClassSession:
    """Say that a session is the same hour as another one: it becomes void and points at the one
    that stands for both (RR2). What it said stays readable. Merging it again changes nothing.

    Raises:
        PermissionDenied: one of the two is not this user's to decide on.
        ValueError: a session cannot be merged into itself.
        NotOpen: one of the two is void or returned, so that nothing would be left to count.
    """
    if session.pk == into.pk:
        raise ValueError("a session is merged into another one")
    # In one order whoever asks: of two merges the other way round at once, one holds.
    latest = {one.pk: locked_latest(one) for one in _decidable([session, into], by)}
    said = latest[session.pk]
    if said.status == Status.VOID and said.merged_into_id == into.pk:
        return session
    if any(revision.status not in OPEN_STATUSES for revision in latest.values()):
        raise NotOpen
    append(session, said, Status.VOID, facts_of(said), by, reason, merged_into=into)
    tell(session, Decision.MERGED, by, reason)
    return session


@transaction.atomic
def set_duplicate_override(
    *, session: ClassSession, override: DuplicateOverride | str, by: User
) -> ClassSession:
    """Say that a session which looks like another one is an hour of its own, or take that back.

    Saying it again changes nothing.

    Raises:
        PermissionDenied: it is not this user's to decide on.
        NotOpen: it is void or returned.
    """
    (session,) = _decidable([session], by)
    latest = locked_latest(session)
    if latest.status not in OPEN_STATUSES:
        raise NotOpen
    if latest.duplicate_override == override:
        return session
    facts: SessionFacts = {**facts_of(latest), "duplicate_override": override}
    append(session, latest, latest.status, facts, by)
    if override == DuplicateOverride.COUNT:
        tell(session, Decision.COUNTED_BOTH, by)
    return session


def _decidable(sessions: Iterable[ClassSession], by: User) -> list[ClassSession]:
    wanted = {session.pk for session in sessions}
    found = list(ClassSession.objects.acceptable_by(by).filter(pk__in=wanted).order_by("pk"))
    if len(found) != len(wanted) or not by.has_perm("classrooms.accept_class_sessions"):
        raise PermissionDenied
    return found
