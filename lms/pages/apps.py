from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PagesConfig(AppConfig):
    name = "lms.pages"
    label = "pages"
    verbose_name = _("Pagini")

    def ready(self) -> None:
        from lms.pages.stories.selectors import recorded_by
        from lms.people import personal_data

        personal_data.register("story_consents", recorded_by)
