from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SelfcheckConfig(AppConfig):
    name = "lms.selfcheck"
    label = "selfcheck"
    verbose_name = _("Autoevaluări")

    def ready(self) -> None:
        from lms.selfcheck import checks  # noqa: F401
