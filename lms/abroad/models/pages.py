"""The guides: an index and a page per country. Their facts are rows, never words of the page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from lms.abroad.countries import CHOICES, COUNTRIES, Country
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
    parent_page_types = ["abroad.AbroadIndexPage"]
    subpage_types: list[str] = []
    template = "abroad/guide.html"

    class Meta:
        verbose_name = _("ghid de țară")
        verbose_name_plural = _("ghiduri de țară")

    @property
    def place(self) -> Country:
        """The country that the guide is about."""
        return COUNTRIES[self.country]
