"""The outbox: letters are written in the transaction of what they speak of, and sent by the clock.

A mail server that is down delays letters and loses none. They leave in the order in which they
were posted; each is taken before it is sent. A sender that is killed between the two is taken for
dead after TAKEN_FOR, and only then may a letter arrive twice.
"""

import logging
import smtplib
from datetime import timedelta

from django.core.mail import EmailMessage, get_connection
from django.db.models import F, Q
from django.utils import timezone

from lms.people.models import Letter, User

logger = logging.getLogger(__name__)

TAKEN_FOR = timedelta(minutes=10)
KEPT_FOR = timedelta(days=30)
# Half a year of hourly attempts, or two weeks of five-minute ones: the address is wrong.
MOST_ATTEMPTS = 4000


def post_letter(
    *, key: str, subject: str, body: str, user: User | None = None, address: str = ""
) -> bool:
    """Post a letter to an account, or to an address without one; False when the one with this key
    was posted before."""
    _letter, is_new = Letter.objects.get_or_create(
        key=key, defaults={"user": user, "address": address, "subject": subject, "body": body}
    )
    return is_new


def is_posted(key: str) -> bool:
    """Whether the letter with this key was posted: it need not be written again."""
    return Letter.objects.filter(key=key).exists()


def send_letters() -> int:
    """Send what waits, oldest first; returns how many left. Stops at the first that the mail
    server does not take, because the next one would fare no better."""
    sent = 0
    open_to = Q(user=None) | Q(user__is_active=True)
    waiting = Letter.objects.filter(open_to, sent_at=None, attempts__lt=MOST_ATTEMPTS)
    with get_connection() as connection:
        for letter in waiting.select_related("user").order_by("pk"):
            if not _take(letter):
                continue
            message = EmailMessage(
                letter.subject, letter.body, None, [_address(letter)], connection=connection
            )
            try:
                message.send()
            except (smtplib.SMTPRecipientsRefused, ValueError) as error:
                # This letter (its address, a head that cannot be written), not the server: the
                # others need not wait for it.
                logger.error("a letter was refused: %s", type(error).__name__)
                _give_back(letter)
                continue
            except (OSError, smtplib.SMTPException) as error:
                logger.error("a letter was not sent: %s", type(error).__name__)
                _give_back(letter)
                break
            Letter.objects.filter(pk=letter.pk).update(sent_at=timezone.now())
            sent += 1
    return sent


def forget_sent_letters() -> int:
    """Delete letters that left long ago; returns how many."""
    old = timezone.now() - KEPT_FOR
    return Letter.objects.filter(sent_at__lt=old).delete()[0]


def forget_letters_about(matter: object) -> int:
    """Delete the letters of one matter to an address without an account; returns how many. Letters
    say their matter at the end of their key, after a colon: other letters to the same address
    stay."""
    return Letter.objects.filter(user=None, key__endswith=f":{matter}").delete()[0]


def _address(letter: Letter) -> str:
    return letter.user.email if letter.user else letter.address


def _take(letter: Letter) -> bool:
    now = timezone.now()
    free = Q(taken_at=None) | Q(taken_at__lt=now - TAKEN_FOR)
    row = Letter.objects.filter(free, pk=letter.pk, sent_at=None)
    return bool(row.update(taken_at=now, attempts=F("attempts") + 1))


def _give_back(letter: Letter) -> None:
    Letter.objects.filter(pk=letter.pk).update(taken_at=None)
