"""Documents: of a kind that is taken, by their content, and without those who wrote them."""

from pathlib import PurePosixPath

from media.intake import limits
from media.intake.refusal import Reason, RefusedError

# Each kind as it is served, whatever a browser or this machine would call it.
TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "mp3": "audio/mpeg",
    "odt": "application/vnd.oasis.opendocument.text",
    "ogg": "audio/ogg",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
WITH_MACROS = frozenset({"docm", "dotm", "pptm", "potm", "ppsm", "xlsm", "xltm", "xlam"})


def kind_of(name: str) -> str:
    """The extension of a name, in small letters."""
    return PurePosixPath(name).suffix[1:].lower()


def cleaned(name: str, data: bytes) -> bytes:
    """The document as it is kept. Raises RefusedError."""
    kind = kind_of(name)
    if kind in WITH_MACROS:
        raise RefusedError(Reason.MACROS)
    if kind not in TYPES:
        raise RefusedError(Reason.KIND, ", ".join(sorted(TYPES)))
    if len(data) > limits.DOCUMENT_BYTES:
        raise RefusedError(Reason.BYTES, limits.DOCUMENT_BYTES)
    try:
        return _by_kind(kind, data)
    except (ValueError, TypeError, KeyError, IndexError, RecursionError, MemoryError) as error:
        # What the readers of XML and frames stumble over in a file that nobody's program wrote.
        raise RefusedError(Reason.UNREADABLE) from error


def _by_kind(kind: str, data: bytes) -> bytes:
    # What reads them is loaded when somebody hands one in, not by every worker.
    if kind in ("txt", "vtt"):
        from media.intake import words

        return words.cleaned(kind, data)
    if kind == "mp3":
        from media.intake import sound

        return sound.mp3(data)
    if kind == "ogg":
        from media.intake import ogg

        return ogg.cleaned(data)
    if kind == "pdf":
        from media.intake import pdf

        return pdf.cleaned(data)
    if kind == "odt":
        from media.intake import opendocument

        return opendocument.cleaned(data)
    from media.intake import office

    return office.cleaned(kind, data)
