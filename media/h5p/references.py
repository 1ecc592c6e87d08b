"""What content.json refers to: libraries, files of the package, other hosts, licences.

Content is a tree of what authors filled in. Wherever an object has "library": "Name 1.2", that
library plays the part; wherever it has a "path", that is a file or an address. Some libraries load
addresses that stand elsewhere (Timeline: "media"); those are told, too.
"""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.naming import LibraryName

CONTENT_JSON = "content/content.json"
# How uploads of the moment are marked by editors; players drop it.
TEMPORARY = "#tmp"
# Editors write images/…, videos/…, audios/… and files/…; packages made by hand use other folders.
LOCAL = re.compile(r"[^/\\:?#<>\"'\x00-\x1f][^\\:?#<>\"'\x00-\x1f]{0,254}")
NOT_AUTHORED = ("U", "")
# Whose a file is, with addresses that nobody loads; and what a reader follows, or scans.
CREDITS = frozenset({"copyright", "metadata"})
FOLLOWED = frozenset({"author", "protocol", "url"})
ADDRESS = re.compile(r"(?:https?:)?//\S+", re.I)


@dataclass(slots=True)
class References:
    """Everything found, in the order of the document."""

    libraries: dict[LibraryName, None] = field(default_factory=dict)
    files: dict[str, None] = field(default_factory=dict)
    hosts: dict[str, None] = field(default_factory=dict)
    licences: dict[str, None] = field(default_factory=dict)


def find_references(content: Any, problems: Problems) -> References:
    """Walk the content once, without recursion."""
    found = References()
    waiting = [(content, False)]
    while waiting:
        one, is_credit = waiting.pop()
        if isinstance(one, dict):
            _read(one, found, problems)
            if not is_credit:
                _read_addresses(one, found)
            waiting.extend(
                (inner, is_credit or key in CREDITS) for key, inner in reversed(one.items())
            )
        elif isinstance(one, list):
            waiting.extend((inner, is_credit) for inner in reversed(one))
    return found


def local_path(value: str) -> str | None:
    """The file inside content/ that a "path" names; None when it names none of the package's."""
    path = value.removesuffix(TEMPORARY)
    parts = path.split("/")
    if not LOCAL.fullmatch(path) or any(part.strip(" .") == "" for part in parts):
        return None
    return path


def outside_host(value: str) -> str | None:
    """The host of an http(s) address, also of one without a scheme; None for anything else."""
    if not value.lower().startswith(("http://", "https://", "//")):
        return None
    try:
        return urlsplit(value).hostname
    except ValueError:
        return None


def _read(one: dict[str, Any], found: References, problems: Problems) -> None:
    library, path, licence = one.get("library"), one.get("path"), one.get("license")
    if isinstance(library, str) and (name := LibraryName.parse(library)):
        found.libraries.setdefault(name)
    if isinstance(path, str) and path:
        _read_path(path, found, problems)
    if isinstance(licence, str) and licence not in NOT_AUTHORED:
        version = one.get("licenseVersion", one.get("version"))
        named = f"{licence} {version}" if isinstance(version, str) and version else licence
        found.licences.setdefault(named[:60])


def _read_addresses(one: dict[str, Any], found: References) -> None:
    for key, value in one.items():
        is_told = key in FOLLOWED or key == "path" or (key == "source" and "license" in one)
        if is_told or not isinstance(value, str) or not ADDRESS.fullmatch(value):
            continue
        host = outside_host(value)
        if host is not None and "." in host:
            found.hosts.setdefault(host)


def _read_path(path: str, found: References, problems: Problems) -> None:
    if (local := local_path(path)) is not None:
        found.files.setdefault(local)
    elif (host := outside_host(path)) is not None:
        found.hosts.setdefault(host)
    else:
        problems.add(Code.PATH_INVALID, CONTENT_JSON, path)
