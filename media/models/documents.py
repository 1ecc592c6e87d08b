"""Documents of the library."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument

from media.intake.documents import TYPES, kind_of
from media.models.files import DocumentFile, keeps


class ContentDocument(AbstractDocument):
    """A document of the library."""

    admin_form_fields = ("title", "file", "collection", "tags")

    def clean(self) -> None:
        """Raise ValidationError for a file of another kind; Django's own words are English."""
        if not self.file:
            return
        try:
            super().clean()
        except ValidationError as error:
            accepted = ", ".join(settings.WAGTAILDOCS_EXTENSIONS)
            said = _("Acest fel de fișier nu se acceptă. Se acceptă: %(accepted)s.")
            raise ValidationError({"file": said % {"accepted": accepted}}) from error

    @property
    def content_type(self) -> str:
        """The type that its kind is always served as; what a machine calls it varies."""
        return TYPES.get(kind_of(self.filename), "application/octet-stream")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documente")


keeps(ContentDocument, DocumentFile)
