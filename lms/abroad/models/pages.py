"""The guides: an index and a page per country. Their facts are rows, never words of the page."""

from django.conf import settings
from django.db import models
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override
from wagtail.admin.panels import FieldPanel

from lms.abroad.countries import CHOICES, COUNTRIES, Country
from lms.abroad.enums import Field
from lms.core.models import BasePage
from media.models import StoryPage


class AbroadIndexPage(BasePage):
    """Choose a country, on a map or in a list."""

    intro = models.CharField(_("introducere"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    max_count_per_parent = 1
    subpage_types = ["abroad.CountryGuidePage"]
    template = "abroad/index.html"

    class Meta:
        verbose_name = _("lista ghidurilor de țară")
        verbose_name_plural = _("liste ale ghidurilor de țară")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """What the template shows: the map and the list."""
        from lms.abroad.selectors.countries import country_choices

        context = super().get_context(request, *args, **kwargs)
        return {**context, **country_choices(self)}


class CountryGuidePage(StoryPage):
    """A country's guide: whom to call, what is owed, who checks it; then the editors' words."""

    country = models.CharField(_("țara"), max_length=2, choices=CHOICES)
    intro = models.CharField(_("introducere"), max_length=400, blank=True)

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("country"),
        FieldPanel("intro"),
        FieldPanel("body"),
    ]
    states_legal_facts = True
    parent_page_types = ["abroad.AbroadIndexPage"]
    subpage_types: list[str] = []
    template = "abroad/guide.html"

    class Meta:
        verbose_name = _("ghid de țară")
        verbose_name_plural = _("ghiduri de țară")

    @property
    def expected_languages(self) -> tuple[str, ...]:
        """Guides speak every language."""
        return tuple(code for code, _name in settings.LANGUAGES)

    @property
    def place(self) -> Country:
        """The country that the guide is about."""
        return COUNTRIES[self.country]

    def searchable_text(self) -> list[str]:
        """Also what the facts are called: "salariu minim Germania" finds a page whose wage stands
        in a row of its own."""
        language = self.locale.language_code
        with override(language):
            labels = [str(label) for label in Field.labels]
        return [*super().searchable_text(), self.intro, self.place.name(language), *labels]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        """What the template shows."""
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.abroad.selectors import guide_of

        context = super().get_context(request, *args, **kwargs)
        guide = guide_of(self.country, self.locale.language_code)
        return {**context, "guide": guide, "eures_address": guide.eures_address}
