"""Files kept once, by what their bytes are: the library that forty packages bring lies there once.

An object's name is the SHA-256 of its bytes, so no name of a package ever becomes a path. Writing
has two steps: everything is unpacked into a passing folder first, and moved into place, each file
by one atomic rename, only when all of it was as the check had seen it.
"""

import hashlib
import os
import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO

from media.h5p import films
from media.h5p.archive import Archive
from media.h5p.codes import Code
from media.h5p.contents import StoredFile
from media.h5p.entries import Area, Entry
from media.h5p.errors import Problem, Problems, Refused
from media.h5p.limits import DEFAULTS, Limits
from media.h5p.photos import CLEANED, cleaned
from media.h5p.verdict import Verdict
from media.h5p.whitelist import extension

DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Stored:
    """What was stored: each file with the digest that it has now, and the bytes that were new. A
    cleaned photograph or film has another digest than the check told."""

    files: tuple[StoredFile, ...]
    new_bytes: int


class ObjectStore:
    """A folder of objects: `ab/abcdef…`. A `durable` store waits until the disk has the bytes
    before it gives them their names, so that no crash leaves an object with other bytes."""

    def __init__(self, folder: str | Path, *, durable: bool = True) -> None:
        self.folder = Path(folder)
        self.durable = durable

    def path(self, sha256: str) -> Path:
        """Where the object lies, or would lie. Raises ValueError for what is no digest."""
        if not DIGEST.fullmatch(sha256):
            raise ValueError("not a SHA-256 digest")
        return self.folder / sha256[:2] / sha256

    def has(self, sha256: str) -> bool:
        """Whether the object is there."""
        return self.path(sha256).is_file()

    def renew(self, sha256: str) -> bool:
        """Whether the object is there; its age begins anew, so that whoever takes away old ones
        leaves it to the upload that needs it now."""
        try:
            os.utime(self.path(sha256))
        except FileNotFoundError:
            return False
        return True

    def read(self, sha256: str) -> bytes:
        """The object's bytes. Raises FileNotFoundError."""
        return self.path(sha256).read_bytes()

    def write(
        self,
        package: str | Path | IO[bytes],
        verdict: Verdict,
        files: Iterable[StoredFile] | None = None,
        limits: Limits = DEFAULTS,
    ) -> Stored:
        """Store the files of a package that `check` found well, its photographs and films without
        what their camera wrote.

        `files` may be a part of `verdict.files`: only the content, without libraries that wait for
        approval. Raises Refused, and leaves nothing, when the verdict has errors or the package is
        no longer the one that was judged.
        """
        if not verdict.ok:
            raise Refused(verdict.errors)
        if isinstance(package, str | Path):
            with Path(package).open("rb") as opened:
                return self.write(opened, verdict, files, limits)
        self.folder.mkdir(parents=True, exist_ok=True)
        wanted = {one.path: one for one in (verdict.files if files is None else files)}
        passing = Path(tempfile.mkdtemp(prefix=".passing-", dir=self.folder))
        try:
            settled = self._unpack(package, wanted, passing, limits)
            unpacked = [self.made_ready(one) for one in sorted(passing.iterdir())]
            if unpacked and self.durable:
                # Once for all: a call for each of 1,700 files takes minutes on a slow disk.
                os.sync()
            return Stored(tuple(settled), sum(self.settle(one) for one in unpacked))
        finally:
            shutil.rmtree(passing, ignore_errors=True)

    def _unpack(
        self, package: IO[bytes], wanted: dict[str, StoredFile], passing: Path, limits: Limits
    ) -> list[StoredFile]:
        problems = Problems()
        archive = Archive(package, problems, Problems(), limits)
        found = [entry for entry in archive.entries if entry.path in wanted]
        if len(found) < len(wanted):
            problems.add(Code.CORRUPT)
        settled = []
        for entry in found:
            if problems:
                break
            told = wanted[entry.path]
            kind = extension(entry.path) if entry.area is Area.CONTENT else ""
            if kind in films.CLEANED:
                told = self._film(archive, entry, told, passing)
            elif kind in CLEANED:
                told, data = _clean(archive, entry, told)
                if not self.renew(told.sha256):
                    (passing / told.sha256).write_bytes(data)
            elif not self.renew(told.sha256):
                _copy(archive, entry, told.sha256, passing / told.sha256)
            settled.append(told)
        if problems:
            raise Refused(tuple(problems))
        return settled

    def _film(self, archive: Archive, entry: Entry, told: StoredFile, passing: Path) -> StoredFile:
        film = passing / told.sha256
        _copy(archive, entry, told.sha256, film)
        if films.forget(film):
            with film.open("rb") as file:
                told = replace(told, sha256=hashlib.file_digest(file, "sha256").hexdigest())
            film = film.replace(passing / told.sha256)
        if self.renew(told.sha256):
            film.unlink()
        return told

    def put(self, data: bytes) -> str:
        """Keep bytes that were made here, and return the digest that names them."""
        digest = hashlib.sha256(data).hexdigest()
        if not self.has(digest):
            self.folder.mkdir(parents=True, exist_ok=True)
            passing = Path(tempfile.mkdtemp(prefix=".passing-", dir=self.folder))
            try:
                (passing / digest).write_bytes(data)
                self.settle(self.made_ready(passing / digest))
            finally:
                shutil.rmtree(passing, ignore_errors=True)
        return digest

    def made_ready(self, file: Path) -> Path:
        """The file as it is to be kept; by default as it is. The step to replace where objects are
        kept in a coding: `settle` gets whatever name comes back, if it begins with the digest."""
        return file

    def settle(self, file: Path) -> int:
        """Give a finished file, named after its digest, its place; returns its bytes. The step to
        replace where objects do not lie in a folder."""
        size = file.stat().st_size
        target = self.folder / file.name[:2] / file.name
        target.parent.mkdir(exist_ok=True)
        os.replace(file, target)
        return size


def _copy(archive: Archive, entry: Entry, expected: str, target: Path) -> None:
    digest = hashlib.sha256()
    with target.open("wb") as file:
        for piece in archive.chunks(entry):
            digest.update(piece)
            file.write(piece)
    if digest.hexdigest() != expected:
        raise Refused((Problem(Code.CORRUPT, entry.path),))


def _clean(archive: Archive, entry: Entry, told: StoredFile) -> tuple[StoredFile, bytes]:
    data = b"".join(archive.chunks(entry))
    if hashlib.sha256(data).hexdigest() != told.sha256:
        raise Refused((Problem(Code.CORRUPT, entry.path),))
    try:
        data = cleaned(entry.path, data)
    except ValueError:
        raise Refused((Problem(Code.IMAGE_UNREADABLE, entry.path),)) from None
    digest = hashlib.sha256(data).hexdigest()
    return replace(told, sha256=digest, size=len(data)), data
