"""Help lines: one row a number, its words in each language beside it.

The number and the date it was checked stand once, so that one edit changes every language, page,
kit and poster.
"""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel

from lms.core.constraints import only_known
from lms.core.enums import Theme
from lms.helplines.enums import Reader, Situation
from lms.helplines.models.checked import IS_SOURCED, CheckedRow


class Helpline(CheckedRow, ClusterableModel):
    """A line that people can call, with where its facts were read."""

    key = models.SlugField(_("cheie"), unique=True)
    number = models.CharField(_("număr sau adresă"), max_length=60)
    dial = models.CharField(
        _("numărul de apelat, fără spații"),
        max_length=20,
        blank=True,
        help_text=_("Gol pentru o adresă web."),
    )
    web = models.URLField(
        _("pagina liniei"),
        max_length=300,
        blank=True,
        help_text=_("Pentru o linie fără telefon: unde duce numele ei."),
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
    languages = models.JSONField(
        _("limbile în care se răspunde"),
        default=list,
        blank=True,
        help_text=_("Numai ce spune sursa. Nimic bifat: pagina scrie „limbi neconfirmate”."),
    )
    note = models.CharField(
        _("notă pentru redacție"),
        max_length=255,
        blank=True,
        help_text=_("Ce mai trebuie confirmat. Cititorii nu o văd."),
    )

    class Meta:
        ordering = ["order", "number"]
        verbose_name = _("linie de ajutor")
        verbose_name_plural = _("linii de ajutor")
        constraints = [
            # A theme that no plan has would keep the line from every kit without a word.
            models.CheckConstraint(
                condition=models.Q(theme__in=["", *Theme.values]), name="helpline_theme_is_known"
            ),
            # A number from memory must not reach a child, whoever writes the row.
            models.CheckConstraint(
                condition=IS_SOURCED,
                name="published_helpline_is_sourced",
                violation_error_message=_("O linie fără sursă și dată nu se publică."),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class HelplineText(models.Model):
    """A line's words in one language."""

    helpline = ParentalKey(Helpline, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("limbă"), max_length=5, choices=settings.LANGUAGES)
    name = models.CharField(_("nume"), max_length=120)
    for_whom = models.CharField(_("pentru cine"), max_length=160)
    hours = models.CharField(
        _("program"),
        max_length=80,
        blank=True,
        help_text=_("Gol: pagina scrie „program neconfirmat”."),
    )
    cost = models.CharField(
        _("cost"), max_length=80, blank=True, help_text=_("Gol: pagina scrie „cost neconfirmat”.")
    )

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


class HelplineUse(models.Model):
    """Whom a line serves: in which situation it is called, by whom, and as which of the lines."""

    helpline = ParentalKey(Helpline, on_delete=models.CASCADE, related_name="uses")
    situation = models.CharField(_("situația"), max_length=10, choices=Situation.choices)
    reader = models.CharField(_("cine sună"), max_length=5, choices=Reader.choices)
    place = models.PositiveSmallIntegerField(
        _("a câta linie"), default=1, help_text=_("1 este linia care se sună întâi.")
    )

    class Meta:
        ordering = ["situation", "reader", "place"]
        constraints = [
            # Two editors at once must not put a line twice on one page.
            models.UniqueConstraint(
                fields=["helpline", "situation", "reader"], name="line_once_per_situation"
            ),
            # A situation or a reader that no page has would hide the line without a word.
            only_known("situation", Situation, name="helpline_situation_is_known"),
            only_known("reader", Reader, name="helpline_reader_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.get_situation_display()}, {self.get_reader_display()}: {self.place}"
