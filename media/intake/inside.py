"""Files inside a document: photographs carry their place and time there, too."""

from pathlib import PurePosixPath

from media.h5p.photos import without_details
from media.intake import sound
from media.intake.refusal import Reason, RefusedError

PICTURES = frozenset({"jpg", "jpeg", "png", "gif", "webp"})
# How they begin, and how TIFF does: Office shows a picture of any name.
BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a", b"RIFF")
TIFF = (b"II*\0", b"MM\0*")
# Pictures whose details nobody here takes out.
UNCLEANED = frozenset({"tif", "tiff", "heic", "heif", "avif", "bmp", "psd", "svg", "pict"})
# Films and sounds carry places and owners, too; they have a place of their own on the site.
FILMS = frozenset({"mp4", "m4v", "mov", "avi", "wmv", "webm", "m4a", "wav", "wma", "aac", "ogg"})


def cleaned(name: str, data: bytes) -> bytes:
    """The part of a document without what stands beside it; any part that is neither picture nor
    sound as it is. Raises RefusedError."""
    extension = PurePosixPath(name).suffix[1:].lower()
    if extension in FILMS:
        raise RefusedError(Reason.EMBEDDED, PurePosixPath(name).name)
    if extension in UNCLEANED or data.startswith(TIFF):
        raise RefusedError(Reason.PICTURE, PurePosixPath(name).name)
    if extension == "mp3":
        return sound.mp3(data)
    if extension not in PICTURES and not data.startswith(BEGINNINGS):
        return data
    try:
        return without_details(data)
    except (ValueError, IndexError) as error:
        raise RefusedError(Reason.PICTURE, PurePosixPath(name).name) from error
