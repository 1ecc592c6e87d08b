from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CampaignsConfig(AppConfig):
    name = "lms.campaigns"
    label = "campaigns"
    verbose_name = _("Campanii")

    def ready(self) -> None:
        from lms.campaigns.models import CampaignRunRevision
        from lms.core import generation

        generation.watch(CampaignRunRevision, kind=generation.FIGURES)
