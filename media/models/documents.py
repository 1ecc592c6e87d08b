"""Documents of the library."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument


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
