"""One pass through the files of an archive: each is counted, hashed and looked at once.

Kept in memory are only JSON files and images while the check reads them; everything else passes by
in pieces.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from media.h5p import sniff, strictjson
from media.h5p.archive import Archive
from media.h5p.codes import Code
from media.h5p.entries import Area, Entry
from media.h5p.libraries import LANGUAGE_FILE
from media.h5p.references import CONTENT_JSON
from media.h5p.scripts import ScriptScan
from media.h5p.whitelist import extension, is_image

MANIFEST = "h5p.json"
LANGUAGE_FOLDER = "language/"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of a package: where it stands and what its bytes are."""

    path: str
    area: Area
    sha256: str
    size: int


def content_files(files: Iterable[StoredFile]) -> dict[str, str]:
    """Path inside content/ to the SHA-256 of its bytes."""
    return {one.path.partition("/")[2]: one.sha256 for one in files if one.area is Area.CONTENT}


@dataclass(slots=True)
class LibraryFolder:
    """What lies in one library's folder."""

    metadata: dict[str, Any] | None = None
    has_json: bool = False
    files: dict[str, str] = field(default_factory=dict)
    size: int = 0
    scans: dict[str, ScriptScan] = field(default_factory=dict)
    languages: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Contents:
    """Everything in the archive, read."""

    manifest: dict[str, Any] | None = None
    content: dict[str, Any] | None = None
    files: list[StoredFile] = field(default_factory=list)
    folders: dict[str, LibraryFolder] = field(default_factory=dict)

    def has(self, path: str) -> bool:
        """Whether the archive has this file, even one that was refused."""
        return any(one.path == path for one in self.files)

    def size(self, area: Area) -> int:
        """The bytes of all files of an area."""
        return sum(one.size for one in self.files if one.area is area)


def read_contents(archive: Archive) -> Contents:
    """Read every file. Stops at the first that is damaged: the rest cannot be trusted."""
    contents = Contents()
    for entry in archive.entries:
        before = len(archive.problems)
        data, scan, head = _read(entry, archive, contents)
        if any(one.code in (Code.CORRUPT, Code.SIZE_MISMATCH) for one in archive.problems):
            break
        if entry.area is Area.LIBRARY:
            _keep_library_file(entry, data, scan, archive, contents)
        elif data is not None and not is_image(entry.path):
            _keep_json(entry, data, archive, contents)
        if entry.area is Area.CONTENT and len(archive.problems) == before:
            _look_at(entry, head if data is None else data, archive)
    return contents


def _read(
    entry: Entry, archive: Archive, contents: Contents
) -> tuple[bytes | None, ScriptScan | None, bytes]:
    digest, size, head = hashlib.sha256(), 0, b""
    kept: list[bytes] | None = [] if _is_kept(entry, archive) else None
    scan = ScriptScan() if extension(entry.path) in ("js", "css") else None
    for piece in archive.chunks(entry):
        if not size:
            head = piece[: sniff.HEAD]
        size += len(piece)
        digest.update(piece)
        if kept is not None:
            kept.append(piece)
        if scan is not None:
            scan.feed(piece)
    contents.files.append(StoredFile(entry.path, entry.area, digest.hexdigest(), size))
    return None if kept is None else b"".join(kept), scan, head


def _is_kept(entry: Entry, archive: Archive) -> bool:
    """Whether the check reads this file whole: images, and some JSON files. A JSON file that is too
    large is refused unread."""
    if entry.area is Area.CONTENT and is_image(entry.path):
        return True
    if entry.area is Area.LIBRARY:
        wanted = entry.inner in ("library.json", "semantics.json") or _is_language(entry)
    else:
        wanted = entry.path in (MANIFEST, CONTENT_JSON)
    most = _most(entry, archive)
    if wanted and entry.info.file_size > most:
        archive.problems.add(Code.JSON_TOO_LARGE, entry.path, entry.info.file_size, most)
        return False
    return wanted


def _most(entry: Entry, archive: Archive) -> int:
    limits = archive.limits
    return limits.content_json if entry.path == CONTENT_JSON else limits.other_json


def _is_language(entry: Entry) -> bool:
    return entry.inner.startswith(LANGUAGE_FOLDER) and extension(entry.path) == "json"


def _keep_json(entry: Entry, data: bytes, archive: Archive, contents: Contents) -> None:
    value = strictjson.read(
        data, entry.path, archive.problems, limits=archive.limits, most=_most(entry, archive)
    )
    if entry.path == MANIFEST:
        contents.manifest = value
    else:
        contents.content = value


def _keep_library_file(
    entry: Entry, data: bytes | None, scan: ScriptScan | None, archive: Archive, contents: Contents
) -> None:
    folder = contents.folders.setdefault(entry.folder, LibraryFolder())
    folder.files[entry.inner] = contents.files[-1].sha256
    folder.size += contents.files[-1].size
    if scan is not None:
        folder.scans[entry.inner] = scan
    if entry.inner == "library.json":
        folder.has_json = True
    if data is None:
        return
    expected = list if entry.inner == "semantics.json" else dict
    value = strictjson.read(
        data,
        entry.path,
        archive.problems,
        expected=expected,
        limits=archive.limits,
        repeated=None if entry.inner == "library.json" else archive.warnings,
    )
    if entry.inner == "library.json":
        folder.metadata = value
    elif _is_language(entry):
        name = entry.inner.removeprefix(LANGUAGE_FOLDER)
        if not LANGUAGE_FILE.fullmatch(name):
            archive.problems.add(Code.LANGUAGE_NAME, entry.path)
        folder.languages.append(name.removesuffix(".json"))


def _look_at(entry: Entry, data: bytes, archive: Archive) -> None:
    problems, warnings = archive.problems, archive.warnings
    if is_image(entry.path):
        sniff.check_image(entry.path, data, problems, warnings, archive.limits)
    else:
        sniff.check_head(entry.path, data[: sniff.HEAD], problems, warnings)
