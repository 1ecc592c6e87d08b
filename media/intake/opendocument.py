"""LibreOffice texts (odt): without authors, printers and previews; refused where they carry
programs, other files, or fetch something when they are opened.

Source: OASIS OpenDocument 1.3, parts 2 and 3.
"""

import re
from pathlib import PurePosixPath
from typing import Any

from media.intake import archive, inside, xml
from media.intake.refusal import Reason, RefusedError

KIND, META = "mimetype", "meta.xml"
TEXT = b"application/vnd.oasis.opendocument.text"
MANIFEST = "META-INF/manifest.xml"
PROGRAMS = re.compile(r"(?:Basic|Scripts|Dialogs|Database)/", re.I)
DROPPED = re.compile(r"Thumbnails/|Configurations2/|layout-cache$|META-INF/.*signatures\.xml$")
EMPTY_META = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<office:document-meta xmlns:office='
    b'"urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.3"><office:meta/>'
    b"</office:document-meta>"
)
# Who wrote a comment or a change; their text stays.
PEOPLE = frozenset({"creator", "creator-initials", "sender-initials"})
HOLDERS = frozenset({"annotation", "change-info"})
# Settings that name a printer, or a source of addresses.
SETTINGS = re.compile(r"Printer|DatabaseDataSource|DatabaseCommand|Rsid|AddressBook")
SCRIPTS = frozenset({"script", "event-listener", "library-embedded", "library-linked"})
FETCHING = frozenset({"dde-source", "dde-connection-decl", "dde-connection", "applet", "plugin"})
# What somebody has to press. Any other element with an address loads what is there: a picture, a
# bullet, a background, a font, a chapter.
PRESSED = frozenset({"a", "area-rectangle", "area-circle", "area-polygon"})
OWN = re.compile(
    r"(?:\./)?(?:Pictures|Object|ObjectReplacements|media|Fonts)\b(?!.*(?:\.\.|:))|#|$", re.I
)
LINKS = re.compile(r"(?:https?|mailto|tel):|#", re.I)
HREF = "{http://www.w3.org/1999/xlink}href"


def cleaned(data: bytes) -> bytes:
    """The document as it is kept. Raises RefusedError."""
    parts = archive.unpacked(data)
    if parts.get(KIND, b"").strip() != TEXT or "content.xml" not in parts:
        raise RefusedError(Reason.OTHER_KIND)
    if any(PROGRAMS.match(name) for name in parts):
        raise RefusedError(Reason.MACROS)
    parts = {name: content for name, content in parts.items() if not DROPPED.match(name)}
    for name, content in parts.items():
        if PurePosixPath(name).name == META:
            parts[name] = EMPTY_META
        elif name == MANIFEST:
            parts[name] = _manifest(content, parts)
        elif name.endswith((".xml", ".rdf")):
            root = xml.parsed(content)
            if _changed(root):
                parts[name] = xml.written(root)
        else:
            parts[name] = inside.cleaned(name, content)
    rest = {name: content for name, content in parts.items() if name != KIND}
    return archive.packed({KIND: TEXT, **rest}, stored=KIND)


def _manifest(content: bytes, parts: dict[str, bytes]) -> bytes:
    root, gone = xml.parsed(content), []
    for name, element in xml.elements(root):
        if name == "encryption-data":
            raise RefusedError(Reason.ENCRYPTED)
        path = xml.value_of(element, "full-path")
        if "oleobject" in xml.value_of(element, "media-type"):
            raise RefusedError(Reason.EMBEDDED)
        is_missing = name == "file-entry" and not path.endswith("/") and path not in parts
        if DROPPED.match(path) or (path and is_missing):
            gone.append(element)
    for element in gone:
        xml.drop(element)
    return xml.written(root) if gone else content


def _changed(root: Any) -> bool:
    """Take out who wrote what; whether there was any. Raises RefusedError."""
    changed = False
    for name, element in xml.elements(root):
        _check(name, element)
        if name in PEOPLE and _parent(element) in HOLDERS:
            changed |= element.text not in (None, "")
            element.text = ""
        elif name == "config-item" and _setting(element) and (element.text or len(element)):
            xml.drop(element)
            changed = True
        elif name in PRESSED and not LINKS.match(element.get(HREF, "#")):
            element.set(HREF, "#")
            changed = True
    return changed


def _check(name: str, element: Any) -> None:
    if name in SCRIPTS:
        raise RefusedError(Reason.MACROS)
    loads = name not in PRESSED and not OWN.match(element.get(HREF, ""))
    if name in FETCHING or loads:
        raise RefusedError(Reason.LINKED)


def _parent(element: Any) -> str:
    parent = element.getparent()
    return xml.name_of(parent) if parent is not None else ""


def _setting(element: Any) -> bool:
    return SETTINGS.search(xml.value_of(element, "name")) is not None
