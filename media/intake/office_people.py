"""Who stands in the parts of an Office document: authors of comments and changes, whoever has it
open, and the paths and printers of their computers."""

import re
from typing import Any

from media.intake import xml

SOMEBODY, INITIALS = "Autor", "A"
# Bytes that a part must have before it is worth reading: a large table is not read in vain.
NAMING = re.compile(
    rb"author|initials|userName|userId|displayName|absPath|pageSetup|printerSettings"
    rb"|attachedTemplate|instrText|fldSimple|ddeLink|oleLink|userInfo|lastModifiedBy|persona",
    re.I,
)
WIDE = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
# Attributes that name somebody on any element, and those that do so on one element only.
EVERYWHERE = {"author": SOMEBODY, "initials": INITIALS, "userName": SOMEBODY, "absPath": ""}
ON = {
    ("cmAuthor", "name"): SOMEBODY,
    ("author", "name"): SOMEBODY,
    ("author", "userId"): SOMEBODY,
    ("author", "providerId"): "None",
    ("person", "displayName"): SOMEBODY,
    ("person", "userId"): SOMEBODY,
    ("person", "providerId"): "None",
    ("presenceInfo", "userId"): SOMEBODY,
    ("presenceInfo", "providerId"): "None",
    ("userInfo", "name"): SOMEBODY,
    ("absPath", "url"): "",
}
# Elements that only say where a template lies or how a printer is set.
DROPPED = frozenset({"attachedTemplate", "printerSettings"})


def may_name(content: bytes) -> bool:
    """Whether a part could name somebody."""
    return content.startswith(WIDE) or NAMING.search(content) is not None


def forget(root: Any) -> bool:
    """Take the names out; whether there was any."""
    names = _names_of_sheet_comments(root)
    changed = bool(names)
    for name, element in xml.elements(root):
        if name in DROPPED:
            xml.drop(element)
            changed = True
        elif name == "t" and element.text:
            # Excel begins a comment with its author's name.
            begins = next((one for one in names if element.text.startswith(f"{one}:")), "")
            element.text = SOMEBODY + element.text[len(begins) :] if begins else element.text
        else:
            changed |= _forget_attributes(name, element)
    return changed


def _forget_attributes(name: str, element: Any) -> bool:
    changed = False
    for attribute, whole in xml.attributes(element):
        instead = ON.get((name, attribute), EVERYWHERE.get(attribute))
        if name == "pageSetup" and whole.endswith("}id"):
            del element.attrib[whole]
            changed = True
        elif instead is not None and element.get(whole) != instead:
            element.set(whole, instead)
            changed = True
    return changed


def _names_of_sheet_comments(root: Any) -> set[str]:
    """The names of a sheet's list of authors, which are replaced; none in any other part."""
    found = set()
    for name, element in xml.elements(root):
        text = element.text or ""
        # "tc={…}" is no name: it ties a comment to its thread.
        is_name = text not in ("", SOMEBODY) and not text.startswith("tc={")
        if name == "author" and not element.attrib and is_name:
            found.add(text.strip())
            element.text = SOMEBODY
    return found
