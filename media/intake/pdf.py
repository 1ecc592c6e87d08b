"""PDF: written anew without author, program, history and earlier versions; refused where it
carries scripts, other files or a signature, or is locked.

Source: ISO 32000-2.
"""

import io
import logging
import re
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from media.h5p.photos import without_details
from media.intake import limits
from media.intake.refusal import Reason, RefusedError

HEADER = re.compile(rb"%PDF-[12]\.\d")
# What stands about the document or one of its parts, not in it.
DETAILS = ("/Metadata", "/PieceInfo", "/LastModified", "/Info", "/AF", "/DPartRoot")
OF_COMMENTS = ("/T", "/CreationDate", "/M", "/NM")
# A comment's author has the same key as a form field's name.
FIELDS = frozenset({"/Widget", "/Link"})
SCRIPTS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Rendition", "/Movie"}
)
EMBEDDED = frozenset({"/FileAttachment", "/RichMedia", "/Screen", "/Sound", "/3D"})
MOST_PACKED, PACKED_ANYHOW = 10, 100_000
PHOTOGRAPHS = frozenset({"/DCTDecode", "/DCT"})
FAR = re.compile(r"\s*(?:javascript|file|data|vbscript):", re.I)
FILE_NAME = re.compile(r"^Microsoft |\.\w{2,4}$|[/\\]")
# pypdf says every oddity of a file to the log, with words of the document.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def cleaned(data: bytes) -> bytes:
    """The document as it is kept. Raises RefusedError."""
    if not HEADER.match(data):
        raise RefusedError(Reason.OTHER_KIND)
    try:
        # Twice: what writes it takes the tree of pages apart and leaves its empty branches in.
        return _rewritten(_rewritten(data))
    except RefusedError:
        raise
    except Exception as error:
        # pypdf raises whatever its parsing stumbles over.
        raise RefusedError(Reason.UNREADABLE) from error


def _rewritten(data: bytes) -> bytes:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise RefusedError(Reason.ENCRYPTED)
    _read_through(reader.trailer["/Root"])
    return _written(reader)


def _written(reader: PdfReader) -> bytes:
    """Whatever the document's root does not reach stays behind: older versions of its parts, and
    details that were taken out of it."""
    if not reader.pages:
        raise RefusedError(Reason.UNREADABLE)
    title = _title(reader)
    reader.trailer.pop("/Info", None)
    writer = PdfWriter(clone_from=reader)
    writer.pdf_header = reader.pdf_header
    if title:
        writer.add_metadata({"/Title": title})
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


def _title(reader: PdfReader) -> str:
    """The title, which a screen reader says first; nothing where it is the name of a file, as
    printing from Word leaves it, often with somebody's name."""
    told = str((reader.metadata.title if reader.metadata else "") or "")[:200]
    return "" if FILE_NAME.search(told) else told


def _read_through(root: Any) -> None:
    """Check every object that the root reaches and take the details out of it."""
    seen: set[tuple[int, int]] = set()
    waiting = [root]
    count = 0
    while waiting:
        value = waiting.pop()
        if isinstance(value, IndirectObject):
            mark = (value.idnum, value.generation)
            if mark in seen:
                continue
            seen.add(mark)
            value = value.get_object()
        count += 1
        if count > limits.PDF_OBJECTS * 10 or len(seen) > limits.PDF_OBJECTS:
            raise RefusedError(Reason.UNPACKED)
        if isinstance(value, ArrayObject):
            waiting += list(value)
        elif isinstance(value, DictionaryObject):
            _check(value)
            _forget(value)
            waiting += [value.raw_get(key) for key in value]


def _told(value: DictionaryObject, key: str) -> Any:
    """What an entry says, also one that only refers to an object, which `get` does not follow."""
    held = value.get(key)
    return None if held is None else held.get_object()


def _named(value: DictionaryObject, key: str) -> str:
    """The name that an entry says; "" for none."""
    held = _told(value, key)
    return held if isinstance(held, NameObject) else ""


def _check(value: DictionaryObject) -> None:
    kind, action = _named(value, "/Subtype"), _named(value, "/S")
    if "/JS" in value or "/JavaScript" in value or "/XFA" in value or action in SCRIPTS:
        raise RefusedError(Reason.SCRIPT)
    if "/EF" in value or "/EmbeddedFiles" in value or kind in EMBEDDED:
        raise RefusedError(Reason.EMBEDDED)
    if _named(value, "/FT") == "/Sig" and "/V" in value:
        raise RefusedError(Reason.SIGNED)
    if "/ByteRange" in value and "/Contents" in value:
        raise RefusedError(Reason.SIGNED)
    if action == "/URI" and FAR.match(str(value.get("/URI", ""))):
        raise RefusedError(Reason.SCRIPT)
    if action == "/GoToR":
        raise RefusedError(Reason.LINKED)
    if isinstance(value, StreamObject) and "/F" in value:
        # A stream whose content lies in another file.
        raise RefusedError(Reason.LINKED)


def _forget(value: DictionaryObject) -> None:
    for key in DETAILS:
        value.pop(key, None)
    is_comment = "/Rect" in value and _named(value, "/Subtype") not in FIELDS
    for key in OF_COMMENTS if is_comment else ():
        value.pop(key, None)
    codings = _codings(value) if isinstance(value, StreamObject) else []
    if codings and codings[-1] in PHOTOGRAPHS:
        _forget_in_photograph(value, codings)


def _codings(value: StreamObject) -> list[str]:
    """How a stream is packed: the last name is what is packed in the others."""
    held = _told(value, "/Filter")
    names = held if isinstance(held, ArrayObject) else [held]
    return [str(name.get_object()) for name in names if name is not None]


def _forget_in_photograph(value: Any, codings: list[str]) -> None:
    """A JPEG lies in a PDF as the camera wrote it, often packed once more."""
    try:
        if len(codings) == 1:
            value._data = without_details(value._data)
            return
        packed, data = len(value._data), value.get_data()
        # Photographs do not pack: this one is there to fill the memory.
        if len(data) > MOST_PACKED * packed + PACKED_ANYHOW:
            raise RefusedError(Reason.UNPACKED)
        data = without_details(data)
    except ValueError as error:
        raise RefusedError(Reason.PICTURE) from error
    value.decoded_self = None
    value._data = data
    value[NameObject("/Filter")] = NameObject(codings[-1])
    parameters = _told(value, "/DecodeParms")
    if isinstance(parameters, ArrayObject):
        value[NameObject("/DecodeParms")] = parameters[-1]
