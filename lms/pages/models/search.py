"""What search reads: the words of every page as stems, and the words that mean the same."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from lms.core.text import lines


class PageWords(models.Model):
    """The words of one page as stems, kept by the search backend at every save.

    Search ranks them itself: the two databases rank differently, and a question must find the same
    pages on both (docs/decisions).
    """

    page = models.OneToOneField(
        Page, models.CASCADE, primary_key=True, related_name="+", verbose_name=_("pagină")
    )
    # What a reader is led to: the page itself, or the module of a step.
    shown = models.ForeignKey(Page, models.CASCADE, related_name="+", verbose_name=_("se arată"))
    language = models.CharField(_("limba"), max_length=10, db_index=True)
    title = models.TextField(_("titlu"))
    lead = models.TextField(_("descriere"), blank=True)
    body = models.TextField(_("text"), blank=True)

    class Meta:
        verbose_name = _("cuvintele unei pagini")
        verbose_name_plural = _("cuvintele paginilor")

    def __str__(self) -> str:
        return self.title


class Synonyms(models.Model):
    """Words that mean the same to whoever searches: one is asked for, all are looked for."""

    language = models.CharField(
        _("limba"), max_length=10, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    words = models.TextField(
        _("cuvinte cu același înțeles"),
        help_text=_(
            "Câte unul pe rând, cel puțin două; pot fi și mai multe cuvinte pe un rând. "
            "Formele cu sau fără diacritice, la singular sau la plural se găsesc de la sine."
        ),
    )

    panels = [FieldPanel("language"), FieldPanel("words")]

    class Meta:
        verbose_name = _("grup de sinonime")
        verbose_name_plural = _("sinonime pentru căutare")

    def __str__(self) -> str:
        return ", ".join(self.members)

    @property
    def members(self) -> list[str]:
        """The words or phrases of the group."""
        return lines(self.words)

    def clean(self) -> None:
        """A group of one would do nothing."""
        super().clean()
        if len(self.members) < 2:
            raise ValidationError({"words": _("Scrieți cel puțin două, fiecare pe rândul lui.")})
