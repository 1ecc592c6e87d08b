"""Campaigns in Wagtail's admin."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from lms.campaigns.models import CampaignRunRevision
from lms.core import page_protection


def campaigns_held(page_ids: Iterable[int]) -> set[int]:
    """Of these pages, the campaigns that somebody said a run of."""
    said = CampaignRunRevision.objects.filter(campaign__in=list(page_ids)).order_by()
    return set(said.values_list("campaign", flat=True).distinct())


page_protection.register(
    campaigns_held,
    _("Campania are deja ediții raportate și nu se poate șterge. O puteți depublica."),
)
