"""Cleaning files that were in the library before files were cleaned on their way in."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePosixPath

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.db import transaction

from media.intake import documents, pictures
from media.models import ContentDocument, ContentImage
from media.uploads import Cleaned, cleaned_bytes


@dataclass(frozen=True)
class Cleaning:
    """What became of one file: `problem` says why it stayed as it was."""

    name: str
    changed: bool = False
    problem: str = ""


def clean_picture(*, image: ContentImage) -> Cleaning:
    """Clean a picture that was stored before pictures were cleaned; its sizes are made anew."""

    def forget_sizes() -> None:
        for size in image.renditions.all():
            size.file.delete(save=False)
            size.delete()

    metadata = image._set_image_file_metadata
    return _clean(image, pictures.cleaned, metadata, forget_sizes)


def clean_document(*, document: ContentDocument) -> Cleaning:
    """Clean a document that was stored before documents were cleaned."""
    metadata = document._set_document_file_metadata
    return _clean(document, documents.cleaned, metadata, lambda: None)


def _clean(
    item: ContentImage | ContentDocument,
    cleaned: Cleaned,
    renew_metadata: Callable[[], None],
    afterwards: Callable[[], None],
) -> Cleaning:
    """Store the clean file beside the old one, under another name, then delete the old one: kept
    copies of a picture's address would show it for a year."""
    storage, old = item.file.storage, item.file.name
    try:
        with storage.open(old) as stored:
            before = stored.read()
        data = cleaned_bytes(old, ContentFile(before), cleaned)
    except ValidationError as refused:
        return Cleaning(old, problem=" ".join(refused.messages))
    except OSError as error:
        return Cleaning(old, problem=str(error))
    if data == before:
        return Cleaning(old)
    with transaction.atomic():
        item.file.save(PurePosixPath(old).name, ContentFile(data), save=False)
        renew_metadata()
        item.save()
        afterwards()
        transaction.on_commit(lambda: storage.delete(old))
    return Cleaning(item.file.name, changed=True)
