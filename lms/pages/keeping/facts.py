"""Facts that nobody has checked for too long. Apps above register theirs in the same way."""

from collections.abc import Iterator
from datetime import timedelta

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from lessons.models import Statistic
from lms.core.content_checks import Finding
from lms.helplines.models import CHECK_EVERY, Helpline

FIGURES_EVERY = timedelta(days=365)


def due_helplines() -> Iterator[Finding]:
    """Published lines last checked too long ago."""
    before = timezone.localdate() - CHECK_EVERY
    for line in Helpline.objects.filter(published=True, checked_on__lt=before):
        what = _("verificată ultima oară la %(date)s") % {"date": f"{line.checked_on:%d.%m.%Y}"}
        url = reverse("wagtailsnippets_helplines_helpline:edit", args=[line.pk])
        yield Finding(line.number, what, url)


def due_figures() -> Iterator[Finding]:
    """Figures of lessons last checked too long ago, or never."""
    before = timezone.localdate() - FIGURES_EVERY
    for figure in Statistic.objects.filter(Q(checked_on=None) | Q(checked_on__lt=before)):
        what = _("nu scrie când a fost verificată")
        if figure.checked_on:
            date = f"{figure.checked_on:%d.%m.%Y}"
            what = _("verificată ultima oară la %(date)s") % {"date": date}
        url = reverse("wagtailsnippets_lessons_statistic:edit", args=[figure.pk])
        yield Finding(figure.key, what, url)
