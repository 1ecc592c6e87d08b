"""Word, PowerPoint and Excel files: without authors, companies, paths and printers; refused where
they carry programs, other files, or fetch something when they are opened.

Source: ECMA-376 (Office Open XML), parts 1 and 2.
"""

import re
from pathlib import PurePosixPath
from typing import Any

from media.intake import archive, inside, office_people, xml
from media.intake.office_relations import Relations
from media.intake.refusal import Reason, RefusedError

TYPES = "[Content_Types].xml"
MAIN = {
    "docx": "wordprocessingml.document.main+xml",
    "pptx": "presentationml.presentation.main+xml",
    "xlsx": "spreadsheetml.sheet.main+xml",
}
MACROS = re.compile(r"vba|activex|customui|macrosheets|dialogsheets", re.I)
NESTED = frozenset(MAIN)
# How a document within the document begins, in whatever folder it lies.
INSERTED = (b"PK\x03\x04", archive.OLE)
# Word fields that fetch or start something, and Word's own words for it.
FETCHING = re.compile(r"\b(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)\b")
INSTRUCTIONS = frozenset({"instrText", "delInstrText"})
EMPTY = {
    "core-properties": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties xmlns:cp='
        b'"http://schemas.openxmlformats.org/package/2006/metadata/core-properties"/>'
    ),
    "extended-properties": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'
    ),
    "custom-properties": (
        b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
        b'"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"/>'
    ),
}


def cleaned(kind: str, data: bytes, inner: bool = False) -> bytes:
    """The document as it is kept; `inner` is one that lies in another (the figures of a chart).
    Raises RefusedError."""
    parts = archive.unpacked(data)
    _check_kind(kind, parts)
    relations = Relations(parts)
    relations.check()
    parts = relations.without_what_is_dropped()
    for about, empty in EMPTY.items():
        for name in relations.targets(about):
            parts[name] = empty
    for name, content in parts.items():
        parts[name] = _part(name, content, inner)
    return archive.packed(_types_first(parts))


def _check_kind(kind: str, parts: dict[str, bytes]) -> None:
    if TYPES not in parts:
        raise RefusedError(Reason.OTHER_KIND)
    types = xml.parsed(parts[TYPES])
    named = [element.get("ContentType", "") for _name, element in xml.elements(types)]
    if any("macroEnabled" in name or "vbaProject" in name for name in named):
        raise RefusedError(Reason.MACROS)
    if any(MACROS.search(part) for part in parts):
        raise RefusedError(Reason.MACROS)
    if not any(name.endswith(MAIN[kind]) for name in named):
        raise RefusedError(Reason.OTHER_KIND)


def _part(name: str, content: bytes, inner: bool) -> bytes:
    extension = PurePosixPath(name).suffix[1:].lower()
    if "/embeddings/" in name.lower() or content.startswith(INSERTED):
        if extension in NESTED and not inner:
            return cleaned(extension, content, inner=True)
        raise RefusedError(Reason.EMBEDDED, PurePosixPath(name).name)
    if extension != "xml":
        return inside.cleaned(name, content)
    if not office_people.may_name(content):
        return content
    root = xml.parsed(content)
    _check_fields(root)
    return xml.written(root) if office_people.forget(root) else content


def _check_fields(root: Any) -> None:
    """Raise RefusedError for a field that fetches something. Word cuts what it says into pieces."""
    told: list[str] = []
    for name, element in xml.elements(root):
        if name in INSTRUCTIONS:
            told.append(element.text or "")
        elif name == "fldSimple":
            told += [" ", *element.attrib.values(), " "]
        elif name in ("ddeLink", "oleLink"):
            raise RefusedError(Reason.LINKED)
        elif name == "fldChar":
            told.append(" ")
    if FETCHING.search("".join(told)):
        raise RefusedError(Reason.LINKED)


def _types_first(parts: dict[str, bytes]) -> dict[str, bytes]:
    """Overrides of parts that are gone go with them."""
    types = xml.parsed(parts[TYPES])
    gone = [
        element
        for name, element in xml.elements(types)
        if name == "Override" and element.get("PartName", "").lstrip("/") not in parts
    ]
    for element in gone:
        xml.drop(element)
    rest = {name: content for name, content in parts.items() if name != TYPES}
    return {TYPES: xml.written(types) if gone else parts[TYPES], **rest}
