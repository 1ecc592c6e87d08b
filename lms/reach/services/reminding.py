"""Reminding organisations that have not handed in their figures."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from lms.organisations.models import MemberOrganisation
from lms.people.models import User
from lms.people.services import post_letter
from lms.reach.enums import HANDED_IN, PeriodState, Verb
from lms.reach.models import ReportingPeriod, Submission
from lms.reach.selectors.submissions import organisations_of_year
from lms.reach.services.auditing import record

# Days before the deadline when the clock writes by itself, and the day after it.
OCCASIONS = (14, 3, -1)


@transaction.atomic
def remind(
    *, period: ReportingPeriod, organisations: Iterable[MemberOrganisation], by: User
) -> dict[str, int]:
    """Write to the officers of these organisations, once a day at most; returns how many letters
    were posted by the organisation's code. One that has handed in gets none, and one without an
    officer 0.

    Raises PermissionDenied: the person may not review figures.
    """
    if not by.has_perm("reach.review_figures"):
        raise PermissionDenied
    today = timezone.localdate().isoformat()
    return _remind(period, organisations, occasion=today, by=by)


def remind_by_the_clock() -> None:
    """Remind of the deadlines of open periods: at each occasion once, however often it runs."""
    today = timezone.localdate()
    for period in ReportingPeriod.objects.filter(state=PeriodState.OPEN).exclude(deadline=None):
        occasion = _occasion(period, today)
        if occasion:
            with transaction.atomic():
                _remind(period, organisations_of_year(period.year), occasion=occasion, by=None)


def officers_of(organisation: MemberOrganisation) -> list[User]:
    """The people who declare for this organisation."""
    people = User.objects.filter(organisation=organisation, is_active=True).order_by("pk")
    return [user for user in people if user.has_perm("reach.declare_figures")]


def _occasion(period: ReportingPeriod, today: date) -> str:
    """The latest occasion that has come, "" before the first and a week after the last."""
    if period.deadline is None or today > period.deadline + timedelta(days=7):
        return ""
    left = (period.deadline - today).days
    come = [days for days in OCCASIONS if left <= days]
    return f"{period.deadline.isoformat()}:{min(come)}" if come else ""


def _remind(
    period: ReportingPeriod,
    organisations: Iterable[MemberOrganisation],
    *,
    occasion: str,
    by: User | None,
) -> dict[str, int]:
    done = Submission.objects.filter(period=period, state__in=HANDED_IN)
    handed_in = set(done.values_list("organisation_id", flat=True))
    posted = {}
    for organisation in organisations:
        if organisation.pk in handed_in:
            continue
        number = sum(_write(period, user, occasion) for user in officers_of(organisation))
        posted[organisation.code] = number
        if number:
            _note(period, organisation, number, by)
    return posted


def _write(period: ReportingPeriod, user: User, occasion: str) -> bool:
    context = {
        "user": user,
        "year": period.year,
        "deadline": period.deadline,
        "is_late": period.deadline is not None and period.deadline < timezone.localdate(),
        "address": f"{settings.SITE_URL}/raportare/{period.year}/",
        "SECRETARIAT_EMAIL": settings.SECRETARIAT_EMAIL,
    }
    with translation.override(settings.LANGUAGE_CODE):
        subject = _("Cifrele anului %(year)s pentru raportul ProTECT") % {"year": period.year}
        body = render_to_string("reach/mail/reminder.txt", context)
    key = f"reach-reminder:{period.year}:{user.pk}:{occasion}"
    return post_letter(key=key, user=user, subject=subject, body=body)


def _note(
    period: ReportingPeriod, organisation: MemberOrganisation, number: int, by: User | None
) -> None:
    Submission.objects.update_or_create(
        period=period, organisation=organisation, defaults={"reminded_at": timezone.now()}
    )
    subject = f"submission:{period.year}:{organisation.code}"
    record(actor=by, verb=Verb.REMINDED, subject=subject, details={"letters": number})
