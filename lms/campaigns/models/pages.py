"""Campaign pages: what the public meets, with an advert to look at closely."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel
from wagtail.admin.widgets import AdminAutoHeightTextInput
from wagtail.models import Orderable, PageManager
from wagtail.query import PageQuerySet
from wagtail.search import index

from lms.campaigns import panels
from lms.campaigns.models.addresses import ShortAddress, ShortAddressTaken
from lms.core.enums import AgeBand, Theme
from lms.core.models import BasePage
from lms.core.text import lines
from lms.organisations.models import MemberOrganisation
from lms.people.ages import stopped_by_age
from media.models import StoryPage

ONE_A_LINE = _("Câte unul pe fiecare rând.")


class CampaignIndexPage(BasePage):
    """The list of campaigns."""

    intro = models.CharField(_("introducere"), max_length=300, blank=True)

    content_panels = [*BasePage.content_panels, FieldPanel("intro")]
    max_count_per_parent = 1
    subpage_types = ["campaigns.CampaignPage"]
    template = "campaigns/index.html"

    class Meta:
        verbose_name = _("lista campaniilor")
        verbose_name_plural = _("liste ale campaniilor")

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), self.intro]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.campaigns.selectors import campaign_list

        context = super().get_context(request, *args, **kwargs)
        return {**context, **campaign_list(self)}


class CampaignQuerySet(PageQuerySet):
    """Campaigns as readers meet them."""

    def offered(self) -> "CampaignQuerySet":
        """Published campaigns that everybody may read, each once."""
        return self.live().public().filter(alias_of__isnull=True)


class CampaignPage(StoryPage):
    """A campaign: its story, an advert to look at closely, what to do, whom it reached."""

    summary = models.CharField(_("pe scurt"), max_length=300)
    theme = models.CharField(_("tema"), max_length=14, choices=Theme.choices)
    age_band = models.CharField(_("vârsta"), max_length=6, choices=AgeBand.choices)
    for_whom = models.CharField(_("pentru cine este"), max_length=200)
    short = models.SlugField(
        _("adresa scurtă"),
        max_length=30,
        db_index=True,
        help_text=_(
            "Pagina se deschide și la /c/ urmat de aceste litere. Se tipărește pe afișe: după "
            "tipărire nu o mai schimbați."
        ),
    )
    starts_on = models.DateField(_("începe la"))
    ends_on = models.DateField(
        _("se încheie la"),
        null=True,
        blank=True,
        help_text=_("După această zi pagina spune că s-a încheiat și rămâne de citit."),
    )
    content_note = models.CharField(_("notă despre conținut"), max_length=300, blank=True)
    actions = models.TextField(_("ce poți face"), help_text=ONE_A_LINE)
    share_text = models.CharField(
        _("text de trimis mai departe"), max_length=280, help_text=_("Adresa scurtă se adaugă.")
    )
    poster_line = models.CharField(_("propoziția de pe afiș"), max_length=90)
    # The advert to look at closely; what stands in it is in AdvertLine.
    advert_title = models.CharField(_("titlul anunțului"), max_length=120, blank=True)
    advert_place = models.CharField(
        _("unde ar apărea anunțul"),
        max_length=120,
        blank=True,
        help_text=_("De exemplu „Mesaj într-un grup de anunțuri”."),
    )
    # What a reader takes along.
    pledge_title = models.CharField(_("titlul promisiunii"), max_length=80, blank=True)
    pledge_intro = models.CharField(_("introducerea promisiunii"), max_length=400, blank=True)
    pledge_prompts = models.TextField(_("rândurile promisiunii"), blank=True, help_text=ONE_A_LINE)

    objects = PageManager.from_queryset(CampaignQuerySet)()

    edit_handler = panels.CAMPAIGN
    parent_page_types = ["campaigns.CampaignIndexPage"]
    subpage_types: list[str] = []
    template = "campaigns/campaign.html"

    class Meta:
        verbose_name = _("campanie")
        verbose_name_plural = _("campanii")
        constraints = [
            # Whoever writes it: a campaign cannot be over before it has begun.
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="campaign_ends_after_it_starts",
            ),
        ]

    @property
    def action_list(self) -> list[str]:
        """What a reader can do, one an item."""
        return lines(self.actions)

    @property
    def prompt_list(self) -> list[str]:
        """The lines of the pledge."""
        return lines(self.pledge_prompts)

    def has_ended(self) -> bool:
        """Whether its last day is over."""
        return self.ends_on is not None and self.ends_on < timezone.localdate()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save it and let search know its advert: the lines are written after the page itself,
        which is when Wagtail looks for words.

        Raises ShortAddressTaken: another campaign was published at this short address meanwhile.
        """
        # Wagtail notes a new draft on a published page, which keeps the address that it has.
        only = kwargs.get("update_fields")
        with transaction.atomic():
            if self.live and self.alias_of_id is None and (only is None or "short" in only):
                self._take_address_or_wait()
            super().save(*args, **kwargs)
            self._leave_unused_addresses()
        index.insert_or_update_object(self)

    def take_address(self) -> None:
        """Give the short address to this campaign, before readers have the page. Call within a
        transaction. Raises ShortAddressTaken."""
        ShortAddress.objects.take(
            self.short,
            campaign=self.translation_key,
            is_kept=lambda: self._others_at_address().exists(),
        )

    def _take_address_or_wait(self) -> None:
        """A new page, or a copy, whose address is another's waits as a draft for one of its own."""
        try:
            self.take_address()
        except ShortAddressTaken:
            if self.pk is not None:
                raise
            self.live, self.has_unpublished_changes = False, True

    def _leave_unused_addresses(self) -> None:
        own = CampaignPage.objects.filter(translation_key=self.translation_key)
        used = own.filter(alias_of__isnull=True).values("short")
        ShortAddress.objects.filter(campaign=self.translation_key).exclude(short__in=used).delete()

    def _others_at_address(self) -> PageQuerySet:
        """Pages of the campaign that has this short address, if it is another one; a draft that
        nobody has published has none, and an alias is reached by none."""
        holder = ShortAddress.objects.filter(short=self.short).exclude(
            campaign=self.translation_key
        )
        pages = CampaignPage.objects.filter(short=self.short, alias_of__isnull=True)
        return pages.filter(translation_key__in=holder.values("campaign"))

    def searchable_text(self) -> list[str]:
        """All that the page says, its advert too."""
        texts = [self.summary, self.for_whom, self.actions, self.advert_title]
        for line in self.advert_lines.all():
            texts += [line.text, line.sign, line.action]
        return [*super().searchable_text(), *texts]

    def get_context(self, request: HttpRequest, *args: object, **kwargs: object) -> dict:
        # Selectors read these models, so they can only be imported once the models exist.
        from lms.campaigns.selectors import campaign_context

        return {**super().get_context(request, *args, **kwargs), **campaign_context(self)}

    def serve(self, request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        """The page, or for a learner too young for it the way to what is for that age."""
        stopped = stopped_by_age(request, self.age_band)
        return stopped or super().serve(request, *args, **kwargs)

    def clean(self) -> None:
        """Check what the fields say together."""
        super().clean()
        errors: dict[str, str] = {}
        if self.starts_on and self.ends_on and self.ends_on < self.starts_on:
            errors["ends_on"] = _("Ziua încheierii este înaintea începutului.")
        if self.short and self.alias_of_id is None and self._others_at_address().exists():
            errors["short"] = _("Altă campanie are deja această adresă scurtă.")
        if bool(self.pledge_title) != bool(self.prompt_list):
            errors["pledge_title"] = _("Promisiunea are nevoie și de titlu, și de rânduri.")
        if errors:
            raise ValidationError(errors)


class CampaignOrganisation(Orderable):
    """A member that carries the campaign."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="carriers")
    organisation = models.ForeignKey(
        MemberOrganisation, models.PROTECT, related_name="+", verbose_name=_("organizația")
    )

    panels = [FieldPanel("organisation")]

    class Meta(Orderable.Meta):
        verbose_name = _("organizație a campaniei")
        verbose_name_plural = _("organizații ale campaniei")

    def __str__(self) -> str:
        return str(self.organisation)


class AdvertLine(Orderable):
    """One line of the advert; one that is a sign says what it shows and what a reader can do."""

    page = ParentalKey(CampaignPage, on_delete=models.CASCADE, related_name="advert_lines")
    label = models.CharField(_("rubrica"), max_length=40)
    text = models.CharField(_("ce scrie în anunț"), max_length=240)
    sign = models.CharField(
        _("de ce este un semn"),
        max_length=400,
        blank=True,
        help_text=_("Gol: rândul este în regulă."),
    )
    action = models.CharField(_("ce poți face"), max_length=300, blank=True)

    panels = [
        FieldPanel("label"),
        FieldPanel("text"),
        FieldPanel("sign", widget=AdminAutoHeightTextInput),
        FieldPanel("action", widget=AdminAutoHeightTextInput),
    ]

    class Meta(Orderable.Meta):
        verbose_name = _("rând al anunțului")
        verbose_name_plural = _("rânduri ale anunțului")

    def __str__(self) -> str:
        return self.label

    def clean(self) -> None:
        """A sign without anything to do would only frighten."""
        super().clean()
        if bool(self.sign) != bool(self.action):
            raise ValidationError(
                {"action": _("Un semn spune și de ce este un semn, și ce poți face.")}
            )
