"""The magazine: issues, and articles by people who lived through exploitation."""

from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from lms.core.models import BasePage
from lms.pages.models.stories import PersonStoryPage
from media.blocks import story_text

WORDS_A_MINUTE = 180


class MagazineIndexPage(BasePage):
    """All issues, the newest first."""

    intro = models.CharField(_("introducere"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.MagazineIssuePage"]
    template = "pages/magazine.html"

    class Meta:
        verbose_name = _("revista")
        verbose_name_plural = _("reviste")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return {**super().get_context(request, *args, **kwargs), "issues": self.issues()}

    def issues(self) -> "QuerySet[MagazineIssuePage]":
        """The published issues."""
        return MagazineIssuePage.objects.child_of(self).live().public().order_by("-published_on")


class MagazineIssuePage(BasePage):
    """One issue: articles in the order of the page tree."""

    number = models.CharField(_("numărul"), max_length=20, help_text=_("De exemplu „1” sau „2”."))
    published_on = models.DateField(_("data apariției"))
    intro = models.CharField(_("introducere"), max_length=400, blank=True)

    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("number"), FieldPanel("published_on")]),
        FieldPanel("intro"),
    ]
    parent_page_types = ["pages.MagazineIndexPage"]
    subpage_types = ["pages.MagazineArticlePage"]
    template = "pages/magazine_issue.html"

    class Meta:
        verbose_name = _("număr al revistei")
        verbose_name_plural = _("numere ale revistei")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        articles = list(MagazineArticlePage.objects.child_of(self).live().public())
        return {
            **super().get_context(request, *args, **kwargs),
            "articles": articles,
            "has_stories": any(article.tells_a_story for article in articles),
        }


class MagazineArticlePage(PersonStoryPage):
    """A story that somebody tells about the own life, or a word of the editors."""

    tells_a_story = models.BooleanField(
        _("spune povestea unei persoane"),
        default=True,
        help_text=_("Și când numele este schimbat. Debifați numai la textele redacției."),
    )
    pen_name = models.CharField(
        _("pseudonim"),
        max_length=60,
        blank=True,
        help_text=_("Niciodată numele real, nici prenumele sau o poreclă știută de alții."),
    )
    summary = models.CharField(_("pe scurt"), max_length=240)
    content_note = models.CharField(
        _("notă despre conținut"),
        max_length=240,
        blank=True,
        help_text=_("Despre ce este greu în text, fără amănunte. Cât se citește se adaugă singur."),
    )

    needed_of_a_story = ("pen_name", "content_note")
    content_panels = [
        *BasePage.content_panels,
        FieldPanel("pen_name"),
        FieldPanel("summary"),
        FieldPanel("content_note"),
        *PersonStoryPage.story_panels,
    ]
    parent_page_types = ["pages.MagazineIssuePage"]
    subpage_types: list[str] = []
    template = "pages/magazine_article.html"

    class Meta:
        verbose_name = _("articol al revistei")
        verbose_name_plural = _("articole ale revistei")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.pen_name, self.summary]

    @cached_property
    def issue(self) -> MagazineIssuePage:
        """The issue that it stands in."""
        return self.get_parent().specific

    @property
    def reading_minutes(self) -> int:
        """How long it takes to read, at least a minute."""
        return max(1, round(len(story_text(self.body).split()) / WORDS_A_MINUTE))
