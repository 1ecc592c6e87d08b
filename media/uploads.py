"""Files on their way in: judged and cleaned before anything is stored, whichever way they come."""

from collections.abc import Callable
from io import BytesIO
from pathlib import PurePosixPath
from typing import Any
from weakref import WeakSet

from django.core.files.base import ContentFile, File
from django.core.files.uploadedfile import TemporaryUploadedFile, UploadedFile

from media.intake import documents, limits, pictures
from media.intake.refusal import Reason, RefusedError
from media.refusals import said

Cleaned = Callable[[str, bytes], bytes]
MOST_BYTES: dict[Cleaned, int] = {
    pictures.cleaned: limits.PICTURE_BYTES,
    documents.cleaned: limits.DOCUMENT_BYTES,
}
# Uploads that a form has cleaned: to clean a long PDF twice is to wait twice.
_clean: "WeakSet[File[bytes]]" = WeakSet()


def clean_upload(upload: "UploadedFile[Any]", cleaned: Cleaned) -> None:
    """Clean an uploaded file in place: whatever takes it from the request takes it clean, also
    what Wagtail puts aside until a form is filled in.

    Raises:
        ValidationError: it does not come in, with words that say what to do.
    """
    data = cleaned_bytes(upload.name or "", upload, cleaned)
    if isinstance(upload, TemporaryUploadedFile) and upload.file:
        # Its storage moves the file that has this name on the disk.
        upload.file.seek(0)
        upload.file.truncate()
        upload.file.write(data)
        upload.file.flush()
    else:
        upload.file = BytesIO(data)
    upload.size = len(data)
    upload.seek(0)
    _clean.add(upload)


def clean_content(name: str, content: File[bytes], cleaned: Cleaned) -> File[bytes]:
    """What is to be stored in place of this content.

    Raises:
        ValidationError: it does not come in.
    """
    if content in _clean:
        return content
    return ContentFile(cleaned_bytes(name, content, cleaned), PurePosixPath(name).name)


def cleaned_bytes(name: str, content: File[bytes], cleaned: Cleaned) -> bytes:
    """The content as it is kept, read from its beginning.

    Raises:
        ValidationError: it does not come in.
    """
    try:
        if content.size > MOST_BYTES[cleaned]:
            raise RefusedError(Reason.BYTES, MOST_BYTES[cleaned])
        content.seek(0)
        return cleaned(name, content.read())
    except RefusedError as refused:
        raise said(refused) from refused
