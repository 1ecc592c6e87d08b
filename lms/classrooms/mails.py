"""Letters about class sessions, in our words. The address is used and forgotten."""

import logging
import smtplib
from collections.abc import Iterable

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _

from lms.classrooms.models import ClassSession
from lms.classrooms.selectors.reading import lesson_name, school_name
from lms.classrooms.tokens import confirmation_token, receipt_token, teacher_token
from lms.core import limits

logger = logging.getLogger(__name__)
MOST_LETTERS = 3
# An hour: a teacher who enters a week of classes one by one gets a letter for each.
MOST_LETTERS_TO_ONE = 20
LETTERS_PER_SECONDS = 3600


def send_confirmation(session: ClassSession, email: str) -> bool:
    """Send the link that confirms a session; False when the mail server did not take it."""
    token = confirmation_token(session.pk, session.claimed_token)
    context = {
        **_described(session),
        "confirm_url": settings.SITE_URL + reverse("classrooms:confirm", args=[token]),
    }
    return _send(
        "confirm", _("Confirmați sesiunea la clasă %s") % session.reference, context, email
    )


def send_receipts(sessions: Iterable[ClassSession], email: str) -> bool:
    """Send the receipt links of these sessions to the address that they were registered with."""
    context: dict[str, object] = {"sessions": [_described(session) for session in sessions]}
    return _send("receipts", _("Linkurile sesiunilor dumneavoastră"), context, email)


def may_write_to(email: str) -> bool:
    """Whether this address may get one more letter in this hour: a week of classes, not a flood."""
    return may_send(f"registered-to-{teacher_token(email)}", MOST_LETTERS_TO_ONE)


def may_send(subject: str, most: int = MOST_LETTERS) -> bool:
    """Count a letter about this subject (a session, an address's hash); False when there were
    enough of them in the last hour."""
    return limits.may("letters", subject, most=most, seconds=LETTERS_PER_SECONDS)


def _described(session: ClassSession) -> dict[str, object]:
    revision = session.current
    address = reverse("classrooms:session", args=[receipt_token(session.pk)])
    return {
        "reference": session.reference,
        "lesson": lesson_name(revision),
        **_printable(session),
        "revision": revision,
        "receipt_url": settings.SITE_URL + address,
    }


def _printable(session: ClassSession) -> dict[str, str]:
    """School and class as a letter may name them, "" for what it may not.

    Until an address is confirmed its owner asked for nothing: whoever typed it must not be able
    to write to strangers in our name. So only a school of the register and a label that is one.
    """
    revision = session.current
    if session.teacher_token:
        return {"school": school_name(revision), "class_label": revision.class_label}
    request = revision.school_request
    school = revision.school or (request and request.school)
    label = revision.class_label if revision.grade is not None else ""
    return {"school": str(school or ""), "class_label": label}


def _send(name: str, subject: str, context: dict[str, object], email: str) -> bool:
    body = render_to_string(f"classrooms/mail/{name}.txt", context)
    try:
        send_mail(subject, body, settings.DEFAULT_FROM_EMAIL, [email])
    except (OSError, smtplib.SMTPException) as error:
        # The address stays out of the log; what went wrong is in the class of the error.
        logger.error("a letter was not sent: %s", type(error).__name__)
        return False
    return True
