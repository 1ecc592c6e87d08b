from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OrganisationsConfig(AppConfig):
    name = "lms.organisations"
    label = "organisations"
    verbose_name = _("Organizații și școli")

    def ready(self) -> None:
        from lms.core import generation
        from lms.organisations.models import MemberOrganisation

        generation.watch(MemberOrganisation)
