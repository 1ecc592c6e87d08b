"""The members: an index, a profile each, and what they offer."""

from django.db import models
from django.db.models import QuerySet
from django.db.models.functions import Lower
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.models import Orderable, Page

from lms.core.constraints import only_known
from lms.core.models import BasePage
from lms.organisations.models import County, MemberOrganisation
from lms.pages.enums import OfferFor, OfferKind
from media.models import StoryPage


class MemberIndexPage(BasePage):
    """Who the members are."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    subpage_types = ["pages.MemberPage", "pages.WorkingGroupsPage", "pages.StandardPage"]
    template = "pages/members.html"

    class Meta:
        verbose_name = _("lista membrilor")
        verbose_name_plural = _("liste ale membrilor")

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.pages.selectors.members import member_list

        context = super().get_context(request, *args, **kwargs)
        return {**context, "found": member_list(self, request.GET)}

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

    def other_pages(self) -> "QuerySet[Page]":
        """The pages of words below it: how to join, the working groups."""
        return self.get_children().live().not_type(MemberPage)


class MemberPage(StoryPage):
    """An organisation's profile."""

    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, related_name="pages", verbose_name=_("organizație")
    )
    summary = models.CharField(_("pe scurt"), max_length=200)
    website = models.URLField(_("site"), max_length=300, blank=True)
    source = models.CharField(
        _("de unde se știe"),
        max_length=200,
        blank=True,
        help_text=_("Documentul din care s-a scris profilul, cu anul lui."),
    )

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("organisation"),
        FieldPanel("summary"),
        FieldPanel("website"),
        FieldPanel("body"),
        InlinePanel("offers", label=_("Ce oferă"), heading=_("Ce oferă, cui și unde")),
        FieldPanel("source"),
    ]
    parent_page_types = ["pages.MemberIndexPage"]
    subpage_types: list[str] = []
    template = "pages/member.html"

    class Meta:
        verbose_name = _("profil de membru")
        verbose_name_plural = _("profiluri de membri")

    def searchable_text(self) -> list[str]:
        offers = [f"{row.what} {row.where}" for row in self.offers.all()]
        return [*super().searchable_text(), self.summary, *offers]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        offers = self.offers.all().prefetch_related("counties")
        return {**super().get_context(request, *args, **kwargs), "offers": offers}


class MemberOffer(ClusterableModel, Orderable):
    """One thing that a member does for one group of people, and in which counties.

    Without a county: the source names none. Nothing is guessed from the address of an office.
    """

    page = ParentalKey(MemberPage, on_delete=models.CASCADE, related_name="offers")
    kind = models.CharField(_("fel"), max_length=16, choices=OfferKind.choices)
    for_whom = models.CharField(_("pentru cine"), max_length=20, choices=OfferFor.choices)
    what = models.CharField(_("ce oferă"), max_length=200)
    counties = ParentalManyToManyField(
        County,
        blank=True,
        related_name="+",
        verbose_name=_("județe"),
        help_text=_("Numai cele pe care le numește sursa. Gol: sursa nu spune unde."),
    )
    where = models.CharField(_("localitatea sau locul"), max_length=120, blank=True)

    panels = [
        FieldRowPanel([FieldPanel("kind"), FieldPanel("for_whom")]),
        FieldPanel("what"),
        FieldPanel("counties"),
        FieldPanel("where"),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("ofertă a unui membru")
        verbose_name_plural = _("oferte ale membrilor")
        constraints = [
            only_known("kind", OfferKind, name="offer_kind_is_known"),
            only_known("for_whom", OfferFor, name="offer_group_is_known"),
        ]

    def __str__(self) -> str:
        return self.what


class WorkingGroupsPage(StoryPage):
    """In which groups the members work together."""

    intro = models.CharField(_("introducere"), max_length=400, blank=True)
    source = models.CharField(_("de unde se știe"), max_length=200, blank=True)

    content_panels = [
        *StoryPage.content_panels[:-1],
        FieldPanel("intro"),
        InlinePanel("groups", label=_("Grup de lucru")),
        FieldPanel("body"),
        FieldPanel("source"),
    ]
    parent_page_types = ["pages.MemberIndexPage"]
    subpage_types: list[str] = []
    template = "pages/working_groups.html"

    class Meta:
        verbose_name = _("pagina grupurilor de lucru")
        verbose_name_plural = _("pagini ale grupurilor de lucru")

    def searchable_text(self) -> list[str]:
        groups = [f"{group.name} {group.aim}" for group in self.groups.all()]
        return [*super().searchable_text(), self.intro, *groups]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        groups = self.groups.all().prefetch_related("organisations")
        return {**super().get_context(request, *args, **kwargs), "groups": groups}


class WorkingGroup(ClusterableModel, Orderable):
    """One group: its name, what it wants, who is in it where a source says so."""

    page = ParentalKey(WorkingGroupsPage, on_delete=models.CASCADE, related_name="groups")
    name = models.CharField(_("denumire"), max_length=120)
    aim = models.CharField(
        _("scop"), max_length=400, blank=True, help_text=_("Gol: se scrie „încă neverificat”.")
    )
    organisations = ParentalManyToManyField(
        MemberOrganisation,
        blank=True,
        related_name="+",
        verbose_name=_("organizațiile din grup"),
        help_text=_("Gol: se scrie că încă nu este verificat."),
    )

    panels = [FieldPanel("name"), FieldPanel("aim"), FieldPanel("organisations")]

    class Meta(Orderable.Meta):
        verbose_name = _("grup de lucru")
        verbose_name_plural = _("grupuri de lucru")

    def __str__(self) -> str:
        return self.name
