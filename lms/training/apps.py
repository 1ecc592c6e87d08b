from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrainingConfig(AppConfig):
    name = "lms.training"
    label = "training"
    verbose_name = _("Formare")

    def ready(self) -> None:
        from lms.core import generation
        from lms.people import links
        from lms.training import home
        from media.models import ContentDocument

        # The page of a programme says how large its documents are, and in which format.
        generation.watch(ContentDocument)
        links.register("training programmes", home.training_links)
