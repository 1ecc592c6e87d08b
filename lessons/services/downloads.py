"""Downloads, and what may stand beside one: three answers, a reminder."""

import logging
from datetime import timedelta
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lessons.enums import DownloadRole
from lessons.models import DownloadAnswer, DownloadReminder, Kit, KitDownload, LessonPlanPage
from lms.organisations.models import County, School
from lms.people.models import User

logger = logging.getLogger(__name__)

REMIND_AFTER = timedelta(days=14)


def record_download(*, kit: Kit, part: str, role: DownloadRole) -> KitDownload:
    """Note that a kit, or one part of it, was asked for. Never reach, never a person."""
    return KitDownload.objects.create(
        kit=kit, edition=kit.edition, plan=kit.edition.plan, part=part, role=role
    )


def answer_beside_download(
    *,
    plan: LessonPlanPage,
    county: County | None = None,
    school: School | None = None,
    planned_pupils: int | None = None,
) -> DownloadAnswer:
    """Keep what a teacher chose to say beside a download."""
    answer = DownloadAnswer(plan=plan, county=county, school=school, planned_pupils=planned_pupils)
    answer.full_clean()
    answer.save()
    return answer


def ask_for_reminder(*, user: User, plan: LessonPlanPage) -> DownloadReminder:
    """Promise the user one letter about this plan in two weeks; asking again moves the day."""
    reminder, _created = DownloadReminder.objects.update_or_create(
        user=user, plan=plan, defaults={"due_on": timezone.localdate() + REMIND_AFTER}
    )
    return reminder


def send_due_reminders() -> int:
    """Send every reminder that is due and forget it; return how many.

    One that the mail server refuses stays for the next time and holds up no other.
    """
    due = DownloadReminder.objects.filter(due_on__lte=timezone.localdate())
    sent = 0
    for pk in list(due.values_list("pk", flat=True)):
        try:
            sent += _send_reminder(pk)
        except (OSError, SMTPException):
            logger.warning("reminder %s could not be sent; it stays for the next time", pk)
    return sent


def _send_reminder(pk: int) -> bool:
    waiting = DownloadReminder.objects.filter(pk=pk, user__is_active=True)
    reminder = waiting.select_related("user", "plan__locale").first()
    # Taken before it is sent, so that two clocks send one letter; and no transaction is open while
    # the mail server is asked: a slow one would hold up every other writer.
    if reminder is None or not waiting.delete()[0]:
        return False
    try:
        _send_letter(reminder)
    except (OSError, SMTPException):
        reminder.save(force_insert=True)
        raise
    return True


def _send_letter(reminder: DownloadReminder) -> None:
    with translation.override(reminder.plan.locale.language_code):
        context = {"plan": reminder.plan, "SITE_URL": settings.SITE_URL}
        send_mail(
            _("Ați ținut lecția „%(title)s”?") % {"title": reminder.plan.title},
            render_to_string("lessons/mail/reminder.txt", context),
            None,
            [reminder.user.email],
        )
