"""Help lines: one row a number, its words in each language beside it.

The number and the date it was checked stand once, so that one edit changes every language, page,
kit and poster.
"""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel

from lms.core.enums import Theme

CHECK_EVERY = timedelta(days=180)


class Helpline(ClusterableModel):
    """A line that people can call, with where its facts were read."""

    key = models.SlugField(_("cheie"), unique=True)
    number = models.CharField(_("număr sau adresă"), max_length=60)
    dial = models.CharField(
        _("numărul de apelat, fără spații"),
        max_length=20,
        blank=True,
        help_text=_("Gol pentru o adresă web."),
    )
    order = models.PositiveSmallIntegerField(_("ordine"), default=100)
    in_strip = models.BooleanField(_("în banda de ajutor a fiecărei pagini"), default=False)
    theme = models.CharField(
        _("numai pe materialele temei"),
        max_length=14,
        choices=Theme.choices,
        blank=True,
        help_text=_("Gol: pe toate materialele. Pe pagina de ajutor linia stă oricum."),
    )
    published = models.BooleanField(_("publicată"), default=False)
    source_title = models.CharField(_("sursă"), max_length=255)
    source_address = models.URLField(_("adresa sursei"), max_length=500, blank=True)
    checked_on = models.DateField(_("verificată la"))

    panels = [
        FieldRowPanel([FieldPanel("number"), FieldPanel("dial"), FieldPanel("key")]),
        FieldRowPanel([FieldPanel("order"), FieldPanel("in_strip"), FieldPanel("published")]),
        FieldPanel("theme"),
        InlinePanel("texts", label=_("Text pe limbi")),
        MultiFieldPanel(
            [FieldPanel("source_title"), FieldPanel("source_address"), FieldPanel("checked_on")],
            heading=_("Sursă"),
        ),
    ]

    class Meta:
        ordering = ["order", "number"]
        verbose_name = _("linie de ajutor")
        verbose_name_plural = _("linii de ajutor")
        constraints = [
            # A theme that no plan has would keep the line from every kit without a word.
            models.CheckConstraint(
                condition=models.Q(theme__in=["", *Theme.values]), name="helpline_theme_is_known"
            ),
        ]

    def __str__(self) -> str:
        return self.number

    @property
    def is_due(self) -> bool:
        """Whether the line was last checked too long ago to be trusted unseen."""
        return timezone.localdate() - self.checked_on > CHECK_EVERY


class HelplineText(models.Model):
    """A line's words in one language."""

    helpline = ParentalKey(Helpline, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("limbă"), max_length=5, choices=settings.LANGUAGES)
    name = models.CharField(_("nume"), max_length=120)
    for_whom = models.CharField(_("pentru cine"), max_length=160)
    hours = models.CharField(_("program"), max_length=80, blank=True)
    cost = models.CharField(_("cost"), max_length=80, blank=True)

    class Meta:
        ordering = ["language"]
        constraints = [
            # Two editors at once must not give a line two names in one language.
            models.UniqueConstraint(
                fields=["helpline", "language"], name="one_text_per_helpline_and_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.language})"
