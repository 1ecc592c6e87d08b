"""Standard pages: about, legal notices, how we count."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from media.models import StoryPage


class StandardPage(StoryPage):
    """A page of words."""

    class Feature(models.TextChoices):
        NONE = "", _("nimic")
        HELPLINES = "helplines", _("liniile de ajutor")

    intro = models.CharField(_("introducere"), max_length=400, blank=True)
    feature = models.CharField(
        _("sub text"), max_length=10, choices=Feature.choices, blank=True, default=Feature.NONE
    )
    states_legal_facts = models.BooleanField(
        _("spune ce prevede legea"),
        default=False,
        help_text=_("O traducere mai veche decât originalul le spune atunci și cititorilor."),
    )
    in_footer = models.BooleanField(_("în subsolul paginilor"), default=False)

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("intro"),
        FieldPanel("body"),
        FieldPanel("feature"),
        FieldPanel("states_legal_facts"),
        FieldPanel("in_footer"),
    ]
    template = "pages/standard.html"

    class Meta:
        verbose_name = _("pagină obișnuită")
        verbose_name_plural = _("pagini obișnuite")

    @property
    def expected_languages(self) -> tuple[str, ...]:
        """The help page speaks every language."""
        if self.feature == self.Feature.HELPLINES:
            return tuple(code for code, _name in settings.LANGUAGES)
        return super().expected_languages

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]
