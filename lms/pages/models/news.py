"""News of the platform and its members."""

from django.core.paginator import Paginator
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel

from lms.core.models import BasePage
from lms.organisations.models import MemberOrganisation
from lms.pages.models.stories import PersonStoryPage

PER_PAGE = 10


class NewsIndexPage(BasePage):
    """All news, the newest first."""

    intro = models.CharField(_("introducere"), max_length=400, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    parent_page_types = ["pages.HomePage"]
    subpage_types = ["pages.NewsPage"]
    template = "pages/news.html"

    class Meta:
        verbose_name = _("noutăți")
        verbose_name_plural = _("noutăți")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        found = Paginator(self.news(), PER_PAGE).get_page(request.GET.get("pagina"))
        return {**super().get_context(request, *args, **kwargs), "news": found}

    def news(self) -> "QuerySet[NewsPage]":
        """The published news."""
        news = NewsPage.objects.child_of(self).live().public().select_related("organisation")
        return news.order_by("-date", "-pk")


class NewsPage(PersonStoryPage):
    """One piece of news, with its source."""

    date = models.DateField(_("data"), default=timezone.localdate)
    summary = models.CharField(_("pe scurt"), max_length=240)
    organisation = models.ForeignKey(
        MemberOrganisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="news",
        verbose_name=_("organizație"),
        help_text=_("A cui este noutatea; nimic, dacă este a platformei."),
    )

    needed = ("source",)
    content_panels = [
        *BasePage.content_panels,
        FieldRowPanel([FieldPanel("date"), FieldPanel("organisation")]),
        FieldPanel("summary"),
        *PersonStoryPage.story_panels,
    ]
    parent_page_types = ["pages.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "pages/news_item.html"

    class Meta:
        verbose_name = _("noutate")
        verbose_name_plural = _("noutăți")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.summary]
