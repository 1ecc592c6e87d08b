"""Facts that nobody has checked for too long. Apps above register theirs in the same way."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import Statistic
from lms.abroad.selectors import due_facts
from lms.core.content_checks import Finding
from lms.helplines.models import CountyService, Helpline

FIGURES_EVERY = timedelta(days=365)


def due_helplines() -> Iterator[Finding]:
    """Published lines and county services last checked too long ago."""
    for model in (Helpline, CountyService):
        for row in model.objects.due():
            what = _last_checked(row.checked_on)
            url = reverse(f"wagtailsnippets_helplines_{model._meta.model_name}:edit", args=[row.pk])
            yield Finding(str(row), what, url)


def due_labour_facts() -> Iterator[Finding]:
    """Wages, phones and contracts abroad that are due or stale."""
    for fact in due_facts():
        yield Finding(str(fact), _last_checked(fact.known_on), reverse("abroad_due"))


def due_figures() -> Iterator[Finding]:
    """Figures of lessons last checked too long ago, or never."""
    before = timezone.localdate() - FIGURES_EVERY
    for figure in Statistic.objects.filter(Q(checked_on=None) | Q(checked_on__lt=before)):
        what = _("nu scrie când a fost verificată")
        if figure.checked_on:
            what = _last_checked(figure.checked_on)
        url = reverse("wagtailsnippets_lessons_statistic:edit", args=[figure.pk])
        yield Finding(figure.key, what, url)


def _last_checked(day: date | None) -> str:
    return _("verificată ultima oară la %(date)s") % {"date": f"{day:%d.%m.%Y}" if day else "–"}
