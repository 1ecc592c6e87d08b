"""The fields' files: nothing is stored but what came through `media.uploads`."""

from typing import Any

from django.core.files.base import File
from django.db import models
from django.db.models.fields.files import FieldFile
from wagtail.images.models import WagtailImageFieldFile

from media.intake import documents, pictures
from media.uploads import clean_content


class PictureFile(WagtailImageFieldFile):
    """A picture, cleaned before it is stored; ValidationError where it cannot be."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, clean_content(name, content, pictures.cleaned), save)


class DocumentFile(FieldFile):
    """A document, cleaned before it is stored; ValidationError where it cannot be."""

    def save(self, name: str, content: File, save: bool = True) -> None:
        super().save(name, clean_content(name, content, documents.cleaned), save)


def keeps(model: type[models.Model], kind: type[Any]) -> None:
    """Let the `file` of a model be of this kind. The field is Wagtail's own, which this model has
    a copy of; one declared anew would come after width and height, which are read from it."""
    model._meta.get_field("file").attr_class = kind
