"""The e-mail behind a session that was registered without an account."""

from django.db import transaction

from lms.classrooms.enums import CLOSED_STATUSES, Status
from lms.classrooms.facts import facts_of
from lms.classrooms.models import ClassSession
from lms.classrooms.services.changing import append, locked_latest
from lms.classrooms.services.problems import NotOpen
from lms.classrooms.tokens import session_of_confirmation, teacher_token
from lms.core.keyring import BadToken


@transaction.atomic
def confirm_class_session(*, token: str) -> ClassSession:
    """Report a session whose e-mail link was followed; its teacher is now known by a keyed hash.

    Following the link again changes nothing.

    Raises:
        ExpiredToken: the letter is older than 30 days.
        BadToken: the link is not ours, or the session now waits for another address.
        NotOpen: the session was withdrawn or returned in the meantime.
    """
    number, claimed = session_of_confirmation(token)
    session = ClassSession.objects.select_for_update().filter(pk=number).first()
    if session is None or not claimed or not session.claimed_token.startswith(claimed):
        raise BadToken("the session waits for another address")
    latest = locked_latest(session)
    if latest.status in CLOSED_STATUSES:
        raise NotOpen
    if session.teacher_token != session.claimed_token:
        session.teacher_token = session.claimed_token
        session.save(update_fields=["teacher_token"])
    if latest.status == Status.UNCONFIRMED:
        append(session, latest, Status.REPORTED, facts_of(latest), None)
    return session


@transaction.atomic
def claim_email(*, session: ClassSession, email: str) -> ClassSession:
    """Say to which address the confirmation goes, when the first one had a slip in it.

    Raises:
        NotOpen: the session does not wait for a confirmation.
    """
    if locked_latest(session).status != Status.UNCONFIRMED or session.author_id:
        raise NotOpen
    session.claimed_token = teacher_token(email)
    session.save(update_fields=["claimed_token"])
    return session
