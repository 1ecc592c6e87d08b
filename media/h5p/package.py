"""Write a package: h5p.json, content/content.json, and libraries only if they are given.

A package may leave its libraries out: Lumi and Moodle take it if the site has them, and it is then
one or two kilobytes. The same content gives the same bytes.
"""

import io
import json
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath
from typing import Any

from media.h5p.content import Content, Library, Other, Profile, Strings, write
from media.h5p.content.profiles import CHILDREN, Version

LONGEST_TITLE = 255
# The first moment that a zip can hold: the time of writing would change the bytes.
_MOMENT = (1980, 1, 1, 0, 0, 0)


class PackageError(ValueError):
    """What cannot be written. Codes: bad-title, bad-path, missing-library, missing-file,
    unaccepted-child."""

    def __init__(self, code: str, subject: str) -> None:
        super().__init__(f"{code}: {subject}")
        self.code, self.subject = code, subject


def write_package(
    content: Content | Other,
    title: str,
    language: str,
    profile: Profile,
    libraries: Mapping[str, bytes] | Iterable[tuple[str, bytes]] | None = None,
    *,
    files: Mapping[str, bytes] | None = None,
    strings: Strings | None = None,
) -> bytes:
    """The bytes of a .h5p file.

    `libraries` are the files of the whole closure with their path in the package
    ("H5P.TrueFalse-1.8/library.json"), as a mapping or as pairs; `files` are images, sounds and
    videos by their path in content.json ("images/a.png"). `strings` replaces our tables of the
    language. Raises PackageError, UnknownLanguageError, UnknownVersionError.
    """
    title = title.strip()
    if not 0 < len(title) <= LONGEST_TITLE:
        raise PackageError("bad-title", title[:40])
    params = write(content, profile, strings or Strings(language))
    main = _main(content, profile)
    needed = sorted({main, *libraries_in(params)})
    entries = {
        "h5p.json": _json(_shell(title, language, main, needed)),
        "content/content.json": _json(params),
    }
    for path, held in (files or {}).items():
        entries[f"content/{_safe(path)}"] = held
    brought = {_safe(path): held for path, held in dict(libraries or {}).items()}
    entries |= brought
    for parent, child in unaccepted(params, main):
        raise PackageError("unaccepted-child", f"{child.name} in {parent.name}")
    _complete(params, entries)
    if libraries is not None:
        _closed(needed, brought)
    return _zipped(entries)


def libraries_of(content: Content | Other, profile: Profile) -> list[Library]:
    """The libraries that the content names in this profile. What they load themselves comes on
    top: a package with libraries needs that too."""
    params = write(content, profile, Strings("en"))
    return sorted({_main(content, profile), *libraries_in(params)})


def _main(content: Content | Other, profile: Profile) -> Library:
    return content.library if isinstance(content, Other) else profile.library(content.LIBRARY)


def libraries_in(params: Any) -> Iterator[Library]:
    """Every library that nested content names, at any depth."""
    if isinstance(params, dict):
        named = params.get("library")
        if isinstance(named, str) and "params" in params:
            yield Library.parse(named)
        params = list(params.values())
    if isinstance(params, list):
        for inner in params:
            yield from libraries_in(inner)


def unaccepted(params: Any, parent: Library) -> Iterator[tuple[Library, Library]]:
    """(container, child) wherever a container does not take a child of this type, by name."""
    if isinstance(params, dict):
        named = params.get("library")
        if isinstance(named, str) and "params" in params:
            child = Library.parse(named)
            if parent.name in CHILDREN and child.name not in CHILDREN[parent.name]:
                yield parent, child
            parent = child
        params = list(params.values())
    if isinstance(params, list):
        for inner in params:
            yield from unaccepted(inner, parent)


def _shell(title: str, language: str, main: Library, needed: list[Library]) -> dict[str, Any]:
    return {
        "title": title,
        "language": language,
        "mainLibrary": main.name,
        "embedTypes": ["iframe"],
        "license": "U",
        "defaultLanguage": language,
        "preloadedDependencies": [
            {
                "machineName": library.name,
                "majorVersion": library.version.major,
                "minorVersion": library.version.minor,
            }
            for library in needed
        ],
    }


def _complete(params: Any, entries: Mapping[str, bytes]) -> None:
    for path in _paths(params):
        if f"content/{path}" not in entries:
            raise PackageError("missing-file", path)


def _closed(needed: Iterable[Library], brought: Mapping[str, bytes]) -> None:
    """Every library that is needed is there, and what it loads first, and so on."""
    waiting, known = list(needed), set[Library]()
    while waiting:
        library = waiting.pop()
        if library in known:
            continue
        known.add(library)
        folders = (f"{library.name}-{library.version}", library.name)
        found = next(
            (brought[f"{f}/library.json"] for f in folders if f"{f}/library.json" in brought), None
        )
        if found is None:
            raise PackageError("missing-library", str(library))
        waiting += [
            Library(one["machineName"], Version(int(one["majorVersion"]), int(one["minorVersion"])))
            for one in json.loads(found).get("preloadedDependencies", ())
        ]


def _paths(params: Any) -> Iterator[str]:
    """Files of the package that the content shows; addresses of the web are not in it."""
    if isinstance(params, dict):
        path = params.get("path")
        if isinstance(path, str) and path and ":" not in path and not path.startswith("/"):
            yield path.removesuffix("#tmp")
        params = list(params.values())
    if isinstance(params, list):
        for inner in params:
            yield from _paths(inner)


def _safe(path: str) -> str:
    parts = PurePosixPath(path).parts
    if not parts or path != "/".join(parts) or path.startswith("/") or "\\" in path:
        raise PackageError("bad-path", path)
    if any(part.startswith((".", "_")) for part in parts):
        raise PackageError("bad-path", path)
    return path


def _json(held: Any) -> bytes:
    text = json.dumps(held, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode()


def _zipped(entries: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, entries[name], compresslevel=9)
    return target.getvalue()
