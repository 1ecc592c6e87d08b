from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AbroadConfig(AppConfig):
    name = "lms.abroad"
    label = "abroad"
    verbose_name = _("Muncă în străinătate")

    def ready(self) -> None:
        from lms.abroad.models import LabourFact
        from lms.core import generation

        generation.watch(LabourFact)
