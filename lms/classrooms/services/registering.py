"""Registering a class session, once however often the form is sent."""

from datetime import datetime
from typing import Unpack
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from lms.classrooms.enums import Channel, Status
from lms.classrooms.facts import SessionFacts, add_revision
from lms.classrooms.models import ClassSession
from lms.classrooms.services.reporting import link_to_class
from lms.classrooms.tokens import teacher_token
from lms.core.codes import new_code
from lms.people.models import User

_MOST_TRIES = 5


@transaction.atomic
def register_class_session(
    *,
    client_id: UUID,
    channel: Channel | str,
    author: User | None = None,
    email: str = "",
    status: Status | str | None = None,
    teacher: str = "",
    recorded_at: datetime | None = None,
    **facts: Unpack[SessionFacts],
) -> ClassSession:
    """Register a class session, or return the one that this `client_id` registered before.

    Without an account it is unconfirmed, with one reported; `status` is for imports, which bring
    their own. `email` waits as a keyed hash for its confirmation (an account's needs none);
    `teacher` is a token that somebody else vouches for and `recorded_at` a moment before now, in
    imports only.

    Raises:
        ValidationError: a fact does not fit its field, or there is no lesson or no day.
        PermissionDenied: the id belongs to a session that somebody else registered.
    """
    session = _identity(client_id, channel, author, email, teacher)
    if session.latest_id is None:
        usual = Status.REPORTED if author else Status.UNCONFIRMED
        add_revision(
            session=session,
            number=1,
            status=status or usual,
            facts=facts,
            by=author,
            recorded_at=recorded_at,
        )
        link_to_class(session)
    return session


def _identity(
    client_id: UUID, channel: Channel | str, author: User | None, email: str, teacher: str
) -> ClassSession:
    """The session of this id, made when there is none yet. A race ends with one row: whoever
    comes second is refused by the unique `client_id` and gets the first one's."""
    if author and channel != Channel.IMPORT:
        teacher = teacher_token(author.email)
    for _ in range(_MOST_TRIES):
        known = registered_before(client_id=client_id, channel=channel, author=author)
        if known is not None:
            return known
        try:
            with transaction.atomic():
                return ClassSession.objects.create(
                    client_id=client_id,
                    reference=new_code(),
                    channel=channel,
                    author=author,
                    teacher_token=teacher,
                    claimed_token="" if author else teacher_token(email),
                )
        except IntegrityError:
            # Somebody was faster with the id, or the reference is taken: look again.
            continue
    raise IntegrityError("no free reference for a class session")


def registered_before(
    *, client_id: UUID, channel: Channel | str, author: User | None
) -> ClassSession | None:
    """The session that this id registered, if any.

    An id is as good as a receipt, so nobody gets another person's session by it. What came
    without an account belongs to whoever holds the id, an import to the organisation.

    Raises:
        PermissionDenied: somebody else registered it.
    """
    session = ClassSession.objects.filter(client_id=client_id).select_related("latest").first()
    if session is None:
        return None
    same_author = author is not None and session.author_id == author.pk
    without_account = session.author_id is None and session.channel == Channel.QR
    both_imports = session.channel == channel == Channel.IMPORT
    if not (same_author or without_account or both_imports):
        raise PermissionDenied
    return session
