"""Images and documents of the library, and the abstract page that has a story."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.documents.models import AbstractDocument
from wagtail.fields import StreamField
from wagtail.images.models import AbstractImage, AbstractRendition

from lms.core.models import BasePage
from media.blocks import STORY, story_text


class ContentImage(AbstractImage):
    """An image; its description is required before it can be used on a page."""

    credit = models.CharField(_("autor și licență"), max_length=200, blank=True)
    admin_form_fields = ("title", "file", "description", "credit", "collection", "tags")

    @property
    def default_alt_text(self) -> str:
        """Only what somebody wrote for those who cannot see it; a title describes a file. Where
        this is empty the block asks the editor for a description."""
        return self.description

    class Meta(AbstractImage.Meta):
        verbose_name = _("imagine")
        verbose_name_plural = _("imagini")


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


class ContentDocument(AbstractDocument):
    """A document of the library."""

    admin_form_fields = ("title", "file", "collection", "tags")

    def clean(self) -> None:
        """Raise ValidationError for a file of another kind; Django's own words are English."""
        try:
            super().clean()
        except ValidationError as error:
            accepted = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
            said = _("Acest fel de fișier nu se acceptă. Se acceptă: %(accepted)s.")
            raise ValidationError({"file": said % {"accepted": accepted}}) from error

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documente")


class StoryPage(BasePage):
    """Abstract: a page whose body is a story of shared blocks."""

    body = StreamField(STORY, blank=True, verbose_name=_("conținut"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), story_text(self.body)]
