"""The library's forms: every way of the admin to hand a file in goes through these two fields."""

from pathlib import PurePosixPath
from typing import Any

from django.core.exceptions import ValidationError
from django.forms import Field
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.documents.fields import WagtailDocumentField
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from lms.core.numbers import format_size
from media.intake import documents, limits, pictures
from media.intake.refusal import Reason, RefusedError
from media.refusals import WORDS, said
from media.uploads import clean_upload

SHORTEST_DESCRIPTION = 5


class PictureField(WagtailImageField):
    """A picture of the library, cleaned as it comes in."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.max_upload_size = limits.PICTURE_BYTES
        self.help_text = _said_of(
            _(
                "JPEG, PNG, WebP sau GIF, cel mult %(size)s. Locul, data și autorul fotografiei se "
                "scot din fișier."
            ),
            limits.PICTURE_BYTES,
        )
        _say_in_our_words(self, limits.PICTURE_BYTES)
        kinds = "JPEG, PNG, WebP, GIF"
        self.error_messages["invalid_image_extension"] = WORDS[Reason.KIND] % {"detail": kinds}

    def to_python(self, data: Any) -> Any:
        if data:
            clean_upload(data, pictures.cleaned)
        return super().to_python(data)


class DocumentField(WagtailDocumentField):
    """A document of the library, cleaned as it comes in."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.max_upload_size = limits.DOCUMENT_BYTES
        kinds = ", ".join(sorted(documents.TYPES))
        words = _("%(kinds)s; cel mult %(size)s. Numele autorilor se scot din fișier.")
        self.help_text = _said_of(words, limits.DOCUMENT_BYTES, kinds=kinds)
        _say_in_our_words(self, limits.DOCUMENT_BYTES)

    def to_python(self, data: Any) -> Any:
        if data:
            clean_upload(data, documents.cleaned)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    """A picture with a description; Wagtail builds its forms on this one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _put_in_place(self, PictureField)
        if description := self.fields.get("description"):
            description.required = True
            description.label = _("Ce se vede în imagine")
            description.help_text = _(
                "O propoziție pentru cine nu o poate vedea, fără „imagine cu”. Pe o pagină unde "
                "imaginea este numai de decor se bifează acolo „Imagine decorativă”."
            )

    def clean_description(self) -> str:
        """Refuse the file's name in place of a description."""
        told = self.cleaned_data["description"].strip()
        name = self.instance.filename if self.instance.file else ""
        is_name = PurePosixPath(told).suffix[1:].lower() in pictures.FORMATS
        if is_name or told == PurePosixPath(name).stem or len(told) < SHORTEST_DESCRIPTION:
            raise ValidationError(_("Scrieți ce se vede, nu numele fișierului."))
        return told


class DocumentForm(BaseDocumentForm):
    """A document; Wagtail builds its forms on this one."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _put_in_place(self, DocumentField)


def _put_in_place(form: Any, kind: type[Field]) -> None:
    """Wagtail makes the field of the file itself and offers no setting for it."""
    if old := form.fields.get("file"):
        form.fields["file"] = kind(label=old.label, required=old.required, widget=old.widget)


def _said_of(words: Any, size: int, **more: str) -> str:
    return words % {"size": format_size(size, get_language() or "ro"), **more}


def _say_in_our_words(field: Any, most: int) -> None:
    too_large = " ".join(said(RefusedError(Reason.BYTES, most)).messages)
    for key in ("file_too_large", "file_too_large_unknown_size"):
        field.error_messages[key] = too_large
    for key in ("invalid", "invalid_image", "empty"):
        field.error_messages[key] = WORDS[Reason.UNREADABLE]
