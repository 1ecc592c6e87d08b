"""What a row that readers will call says of where it was read."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from lms.core.freshness import Shelf, is_stale, oldest

# Two editors, an import and a command write these rows: none may publish what nobody has read.
IS_SOURCED = Q(published=False) | (~Q(source_title="") & Q(checked_on__isnull=False))


class CheckedQuerySet(models.QuerySet):
    """Rows that are checked by the clock."""

    def published(self) -> "CheckedQuerySet":
        """What readers see."""
        return self.filter(published=True)

    def due(self) -> "CheckedQuerySet":
        """Published ones that were last checked too long ago."""
        return self.published().filter(checked_on__lt=oldest(Shelf.CONTACT, timezone.localdate()))


class CheckedRow(models.Model):
    """Abstract: a row with its source and the day on which it was last checked."""

    published = models.BooleanField(_("publicată"), default=False)
    source_title = models.CharField(
        _("sursă"),
        max_length=255,
        blank=True,
        help_text=_("Unde ați citit. Fără sursă și dată rândul rămâne ciornă."),
    )
    source_address = models.URLField(_("adresa sursei"), max_length=500, blank=True)
    checked_on = models.DateField(_("verificată la"), null=True, blank=True)

    objects = CheckedQuerySet.as_manager()

    class Meta:
        abstract = True

    @property
    def is_due(self) -> bool:
        """Whether the row was last checked too long ago to be trusted unseen."""
        return is_stale(Shelf.CONTACT, self.checked_on, timezone.localdate())

    def clean(self) -> None:
        """Say at the field what a published row still lacks, and that no day lies ahead."""
        super().clean()
        if self.checked_on and self.checked_on > timezone.localdate():
            raise ValidationError({"checked_on": _("Data este în viitor.")})
        if not self.published:
            return
        missing = {}
        if not self.source_title:
            missing["source_title"] = _("Scrieți sursa; fără ea rândul nu se publică.")
        if not self.checked_on:
            missing["checked_on"] = _("Scrieți ziua în care ați verificat; fără ea nu se publică.")
        if missing:
            raise ValidationError(missing)
