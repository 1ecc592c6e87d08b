from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    label = "media"
    verbose_name = _("Fișiere")

    def ready(self) -> None:
        from lms.core import generation
        from media.models import Activity, ActivityRevision, ContentDocument, ContentImage

        # Pages show an image's description and a document's address, which has its file's name; and
        # an activity's title, text and newest file.
        generation.watch(Activity, ActivityRevision, ContentDocument, ContentImage)
