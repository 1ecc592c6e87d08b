"""The members: an index and a profile each."""

from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from lms.core.models import BasePage
from lms.organisations.models import MemberOrganisation
from media.models import StoryPage


class MemberIndexPage(BasePage):
    """Who the members are."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    subpage_types = ["pages.MemberPage"]
    template = "pages/members.html"

    class Meta:
        verbose_name = _("lista membrilor")
        verbose_name_plural = _("liste ale membrilor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        return {**super().get_context(request, *args, **kwargs), "members": self.members()}

    def members(self) -> "QuerySet[MemberPage]":
        """Profiles of the organisations that are members today, by name."""
        today = MemberOrganisation.objects.members_on(timezone.localdate())
        return (
            MemberPage.objects.child_of(self)
            .live()
            .filter(organisation__in=today)
            .select_related("organisation")
            .order_by(Lower("title"))
        )


class MemberPage(StoryPage):
    """An organisation's profile."""

    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, related_name="pages", verbose_name=_("organizație")
    )
    summary = models.CharField(_("pe scurt"), max_length=200)

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("organisation"),
        FieldPanel("summary"),
        FieldPanel("body"),
    ]
    parent_page_types = ["pages.MemberIndexPage"]
    subpage_types: list[str] = []
    template = "pages/member.html"

    class Meta:
        verbose_name = _("profil de membru")
        verbose_name_plural = _("profiluri de membri")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.summary]
