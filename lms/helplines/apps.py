from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HelplinesConfig(AppConfig):
    name = "lms.helplines"
    label = "helplines"
    verbose_name = _("Linii de ajutor")

    def ready(self) -> None:
        from lms.core import generation
        from lms.helplines.models import CountyService, Helpline, HelplineText, HelplineUse

        generation.watch(Helpline, HelplineText, HelplineUse, CountyService)
