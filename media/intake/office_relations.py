"""How the parts of an Office document hang together: what is refused, and what goes with whatever
points at it."""

import posixpath
import re
from typing import Any
from urllib.parse import unquote

from media.intake import xml
from media.intake.refusal import Reason, RefusedError

REFUSED = {
    "vbaProject": Reason.MACROS,
    "wordVbaData": Reason.MACROS,
    "attachedToolbars": Reason.MACROS,
    "extensibility": Reason.MACROS,
    "control": Reason.MACROS,
    "activeXControlBinary": Reason.MACROS,
    "xlMacrosheet": Reason.MACROS,
    "xlIntlMacrosheet": Reason.MACROS,
    "aFChunk": Reason.EMBEDDED,
    "oleObject": Reason.EMBEDDED,
    "externalLink": Reason.LINKED,
    "externalLinkPath": Reason.LINKED,
    "connections": Reason.LINKED,
    "queryTable": Reason.LINKED,
}
# Previews, data of document servers, printers, signatures (which no longer hold), templates on
# somebody's disk, and who changed what when: histories, tasks, labels of an organisation.
DROPPED = frozenset(
    {
        *("thumbnail", "customXml", "customXmlProps", "printerSettings", "origin"),
        *("attachedTemplate", "changesInfo", "revisionInfo", "documenttasks", "userNames"),
        *("revisionHeaders", "classificationlabels"),
    }
)
# A template on another machine, however it is written; `file:///C:` is a disk.
FAR = re.compile(r"(?:https?|ftp):|\\\\|//|file:(?://(?!/)|/{4,}|/*\\\\)", re.I)
LINKS = re.compile(r"(?:https?|mailto|tel):|#", re.I)


class Relations:
    """All `.rels` parts of one document."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = dict(parts)
        self.files: dict[str, Any] = {
            name: xml.parsed(content)
            for name, content in parts.items()
            if name.lower().endswith(".rels")
        }
        self._names = {name.lower(): name for name in parts}

    def check(self) -> None:
        """Raise RefusedError for what carries programs or fetches something."""
        for _file, kind, link in self._all():
            if kind in REFUSED:
                raise RefusedError(REFUSED[kind])
            outside = link.get("TargetMode") == "External"
            target = link.get("Target", "")
            if kind == "attachedTemplate" and FAR.match(target):
                raise RefusedError(Reason.LINKED)
            if outside and kind not in ("hyperlink", "attachedTemplate"):
                raise RefusedError(Reason.LINKED)

    def targets(self, kind: str) -> list[str]:
        """The parts that are of this kind, e.g. `core-properties`."""
        return [
            name
            for file, found, link in self._all()
            if found == kind and (name := self._resolved(file, link)) in self.parts
        ]

    def without_what_is_dropped(self) -> dict[str, bytes]:
        """The parts that stay. Links into the folders of somebody's computer lead nowhere."""
        parts, changed = self.parts, set[str]()
        for file, kind, link in self._all():
            if kind in DROPPED:
                if link.get("TargetMode") != "External":
                    self._remove(self._resolved(file, link))
                xml.drop(link)
                changed.add(file)
            elif _leads_to_a_disk(kind, link):
                link.set("Target", "#")
                changed.add(file)
        for file in changed & parts.keys():
            parts[file] = xml.written(self.files[file])
        return {
            name: data for name, data in parts.items() if not name.lower().startswith("customxml/")
        }

    def _all(self) -> list[tuple[str, str, Any]]:
        return [
            (file, link.get("Type", "").rsplit("/", 1)[-1], link)
            for file, root in self.files.items()
            for name, link in xml.elements(root)
            if name == "Relationship"
        ]

    def _resolved(self, file: str, link: Any) -> str:
        """The part that a relation in this `.rels` part points at. Office knows no capitals."""
        folder = posixpath.dirname(posixpath.dirname(file))
        target = posixpath.join("/", folder, unquote(link.get("Target", "")))
        path = posixpath.normpath(target).lstrip("/")
        return self._names.get(path.lower(), path)

    def _remove(self, name: str) -> None:
        folder, own = posixpath.split(name)
        own_rels = posixpath.join(folder, "_rels", f"{own}.rels")
        self.parts.pop(name, None)
        self.parts.pop(self._names.get(own_rels.lower(), own_rels), None)


def _leads_to_a_disk(kind: str, link: Any) -> bool:
    outside = kind == "hyperlink" and link.get("TargetMode") == "External"
    return outside and not LINKS.match(link.get("Target", ""))
