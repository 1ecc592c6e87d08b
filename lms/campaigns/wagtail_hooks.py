"""Campaigns in Wagtail's admin."""

from collections.abc import Iterable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.models import Page

from lms.campaigns.models import CampaignPage, CampaignRunRevision, ShortAddressTaken
from lms.campaigns.publishing import draft_errors
from lms.core import page_protection, page_publishing


def campaigns_held(page_ids: Iterable[int]) -> set[int]:
    """Of these pages, the campaigns that somebody said a run of."""
    said = CampaignRunRevision.objects.filter(campaign__in=list(page_ids)).order_by()
    return set(said.values_list("campaign", flat=True).distinct())


page_protection.register(
    campaigns_held,
    _("Campania are deja ediții raportate și nu se poate șterge. O puteți depublica."),
)

page_publishing.register(CampaignPage, draft_errors)


@hooks.register("before_publish_page")
def take_short_address(request: HttpRequest, page: Page) -> HttpResponse | None:
    """Of two who publish at one short address in the same moment the second keeps a draft, whose
    form says what is wrong."""
    campaign = page.specific
    if not isinstance(campaign, CampaignPage):
        return None
    try:
        campaign.take_address()
    except ShortAddressTaken:
        text = _("Altă campanie are deja această adresă scurtă. Pagina s-a păstrat ca ciornă.")
        messages.error(request, text)
        return redirect("wagtailadmin_pages:edit", campaign.pk)
    return None
