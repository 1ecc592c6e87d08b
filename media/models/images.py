"""Images of the library and their sizes."""

from django.core.files.base import ContentFile, File
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.images.models import AbstractImage, AbstractRendition, Filter

from media.models.files import PictureFile, keeps


class ContentImage(AbstractImage):
    """An image; its description is required before it can be used on a page."""

    credit = models.CharField(_("autor și licență"), max_length=200, blank=True)
    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags")

    @property
    def default_alt_text(self) -> str:
        """Only what somebody wrote for those who cannot see it; a title describes a file. Where
        this is empty the block asks the editor for a description."""
        return self.description

    def generate_rendition_file(self, filter: Filter, *, source: File | None = None) -> File:
        """A size of the image in memory. Wagtail would leave a temporary file open."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)

    class Meta(AbstractImage.Meta):
        verbose_name = _("imagine")
        verbose_name_plural = _("imagini")
        indexes = [models.Index(fields=["file"], name="image_by_file")]


keeps(ContentImage, PictureFile)


class ContentRendition(AbstractRendition):
    """A size of an image."""

    image = models.ForeignKey(ContentImage, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            # Two first readers at once make one size of an image, not two; Wagtail relies on it.
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="one_rendition_per_size"
            ),
        ]
        indexes = [models.Index(fields=["file"], name="rendition_by_file")]
