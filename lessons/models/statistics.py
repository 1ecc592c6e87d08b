"""Dated figures for lessons. A text names one by its token, so that one edit changes all."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel


class Statistic(models.Model):
    """A figure with what it counts, its period and its source."""

    key = models.CharField(
        _("cheie"), max_length=60, unique=True, help_text=_("Cum apare în {fapt:…}.")
    )
    value = models.CharField(_("valoare"), max_length=60)
    value_en = models.CharField(_("valoare (engleză)"), max_length=60)
    label = models.CharField(_("ce numără"), max_length=240)
    label_en = models.CharField(_("ce numără (engleză)"), max_length=240)
    period = models.CharField(_("perioada"), max_length=60)
    source_title = models.CharField(_("sursa"), max_length=255)
    source_address = models.URLField(_("adresa sursei"), max_length=500)
    use_note = models.TextField(_("notă de folosire"), blank=True)
    checked_on = models.DateField(_("verificată la"), null=True, blank=True)

    panels = [
        FieldPanel("key"),
        FieldRowPanel([FieldPanel("value"), FieldPanel("value_en"), FieldPanel("period")]),
        FieldPanel("label"),
        FieldPanel("label_en"),
        FieldPanel("source_title"),
        FieldPanel("source_address"),
        FieldPanel("checked_on"),
        FieldPanel("use_note"),
    ]

    class Meta:
        ordering = ["key"]
        verbose_name = _("cifră cu sursă")
        verbose_name_plural = _("cifre cu sursă")

    def __str__(self) -> str:
        return f"{self.key}: {self.value}"
