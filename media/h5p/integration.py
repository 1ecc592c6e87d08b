"""What a player's page needs: the H5PIntegration object of H5P core, and the libraries' scripts and
styles joined in the order of loading.

Pure: it is given functions that make addresses and read bytes, and returns texts and plain data.
Made for core's embed type "div" in a page of its own (a sandboxed frame without an origin), where
core must never look at its parent: every address has to be absolute.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from media.h5p.libraries import Library
from media.h5p.manifest import Manifest
from media.h5p.references import TEMPORARY, local_path
from media.h5p.stylesheets import rewrite
from media.h5p.words import CORE_WORDS

# Reads an object by its SHA-256.
Reader = Callable[[str], bytes]
# Makes the absolute address of an object: (SHA-256, path that ends with the file's name).
Address = Callable[[str, str], str]
SELDOM = 24 * 3600  # seconds


@dataclass(frozen=True, slots=True)
class Player:
    """One content, as it is to be played."""

    manifest: Manifest
    content: dict[str, Any]
    # In the order of loading: `Verdict.libraries`.
    libraries: tuple[Library, ...]
    # Path inside content/ to SHA-256: `content_files(stored.files)`.
    files: Mapping[str, str] = field(default_factory=dict)
    content_id: str = "1"
    # What getCurrentState returned last, as JSON text. At most 64 KiB is worth keeping.
    state: str | None = None
    # Words of core's own buttons; English for those that are not given.
    words: Mapping[str, str] = field(default_factory=dict)


def integration(
    player: Player, *, address: Address, content_url: str, libraries_url: str
) -> dict[str, Any]:
    """The H5PIntegration object. No user is in it: core would put name and e-mail into every
    statement. Local files in the content become absolute addresses; `content_url` and
    `libraries_url` are for libraries that put paths together themselves."""
    made = {
        "baseUrl": "",
        "url": "",
        "urlLibraries": libraries_url,
        "postUserStatistics": False,
        "saveFreq": False,
        "hubIsEnabled": False,
        "reportingIsEnabled": False,
        "crossorigin": "anonymous",
        "libraryConfig": {},
        "pluginCacheBuster": "",
        "ajax": {"setFinished": "", "contentUserData": ""},
        "core": {"scripts": [], "styles": []},
        "loadedJs": [],
        "loadedCss": [],
        "l10n": {"H5P": {**CORE_WORDS, **player.words}},
        "contents": {f"cid-{player.content_id}": _content(player, address, content_url)},
    }
    return made if player.state is None else with_state(made, player.state, player.content_id)


def with_state(made: dict[str, Any], state: str, content_id: str = "1") -> dict[str, Any]:
    """The object with what getCurrentState returned last. Core gives a state back only where it
    also saves one; without a user it saves nowhere, and here it tries to once a day."""
    place = f"cid-{content_id}"
    content = {**made["contents"][place], "contentUserData": {"0": {"state": state}}}
    return {**made, "saveFreq": SELDOM, "contents": {**made["contents"], place: content}}


def declaration(value: dict[str, Any]) -> str:
    """The object as a script that declares it. Nothing in it can end a <script> element, so it may
    also stand inside a page."""
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    for sign in "<>&":
        text = text.replace(sign, f"\\u{ord(sign):04x}")
    return f"window.H5PIntegration={text};"


def script(libraries: Iterable[Library], read: Reader) -> bytes:
    """Every script of the libraries, one after another.

    The semicolon in front keeps a "use strict" of the first script from ruling over all of them.
    """
    parts = [b";"]
    for library in libraries:
        for path in library.scripts:
            code = read(library.files[path]).removeprefix(b"\xef\xbb\xbf")
            parts.append(f"/* {library.name.folder}/{path} */".encode())
            parts.append(code)
            parts.append(b";")
    return b"\n".join(parts) + b"\n"


def style(libraries: Iterable[Library], read: Reader, address: Address) -> bytes:
    """Every style sheet of the libraries, with the addresses of their fonts and images."""
    listed = tuple(libraries)
    dropped = {name for one in listed for name in one.drops_styles_of}
    known = {f"{one.name.folder}/{path}": sha for one in listed for path, sha in one.files.items()}

    def address_of(path: str) -> str | None:
        return address(known[path], path) if path in known else None

    parts = []
    for library in listed:
        if library.name.machine_name in dropped:
            continue
        for path in library.styles:
            sheet = read(library.files[path]).decode("utf-8", "replace")
            place = f"{library.name.folder}/{path}"
            parts.append(f"/* {place} */\n{rewrite(sheet, place, address_of)}\n")
    return "".join(parts).encode()


def _content(player: Player, address: Address, content_url: str) -> dict[str, Any]:
    manifest = player.manifest
    main = next((one for one in player.libraries if one.name == manifest.main_library), None)
    content = with_addresses(player.content, player.files, address)
    return {
        "library": str(manifest.main_library),
        "jsonContent": json.dumps(content, ensure_ascii=False, separators=(",", ":")),
        "fullScreen": "1" if main is not None and main.fullscreen else "0",
        "contentUrl": content_url,
        "title": manifest.title,
        "metadata": {**manifest.raw, "title": manifest.title},
        "displayOptions": dict.fromkeys(("frame", "export", "embed", "copyright", "icon"), False),
        "contentUserData": {"0": {}},
        "exportUrl": "",
        "embedCode": "",
        "resizeCode": "",
        "scripts": [],
        "styles": [],
    }


def with_addresses(value: Any, files: Mapping[str, str], address: Address) -> Any:
    """A copy of the content in which every "path" of a file of the package is its address."""
    if isinstance(value, list):
        return [with_addresses(one, files, address) for one in value]
    if not isinstance(value, dict):
        return value
    copy = {key: with_addresses(one, files, address) for key, one in value.items()}
    path = copy.get("path")
    if isinstance(path, str) and (local := local_path(path)) is not None and local in files:
        ending = TEMPORARY if path.endswith(TEMPORARY) else ""
        copy["path"] = address(files[local], local).removesuffix(ending)
    return copy
