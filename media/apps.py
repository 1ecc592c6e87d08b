from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MediaConfig(AppConfig):
    name = "media"
    label = "media"
    verbose_name = _("Fișiere")

    def ready(self) -> None:
        from django.db.models.signals import post_delete
        from wagtail.models import Collection, CollectionViewRestriction

        from lms.core import generation, schedule
        from media.models import (
            Activity,
            ActivityRevision,
            CaptionTrack,
            ContentDocument,
            ContentImage,
            Recording,
            Rendition,
        )
        from media.recordings.services import delete_copy_file, make_due_copies

        # Pages show an image's description and a document's address, which has its file's name; and
        # an activity's title, text and newest file.
        generation.watch(Activity, ActivityRevision, ContentDocument, ContentImage)
        generation.watch(CaptionTrack, Recording, Rendition)
        # Which pictures are open is remembered until the stamp moves.
        generation.watch(Collection, CollectionViewRestriction)
        schedule.register("media: lighter copies of recordings", make_due_copies)
        post_delete.connect(delete_copy_file, sender=Rendition, dispatch_uid="media-copy-file")
