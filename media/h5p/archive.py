"""A zip archive from a stranger, walked without unpacking it.

The directory is judged first, by its own numbers, and nothing is unpacked while it is wrong. Then
each file is read in chunks and counted, because the numbers may lie. Names are never used as paths
on disk. Sources: CVE-2007-4559 (names that climb), D. Fifield, "A better zip bomb" (2019; files
that share bytes), the "zip slip" list of Snyk (2018).
"""

import struct
import zipfile
import zlib
from collections.abc import Iterator
from itertools import pairwise
from typing import IO

from media.h5p.codes import Code
from media.h5p.entries import (
    Area,
    Entry,
    area_of,
    check_collisions,
    check_flags,
    check_name,
    name_of,
)
from media.h5p.errors import Problems
from media.h5p.limits import Limits
from media.h5p.whitelist import SERVER_FILES, check_extension, is_image

CHUNK = 64 * 1024
# What zipfile and zlib raise on a damaged or dishonest archive. RuntimeError: encrypted after all.
DAMAGE = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, RuntimeError,
    NotImplementedError, OverflowError,
)  # fmt: skip
END = struct.Struct("<4s4H2LH")
END_SIGNATURE = b"PK\x05\x06"
LOCAL_SIGNATURE = b"PK\x03\x04"
LOCATOR_SIGNATURE = b"PK\x06\x07"
LOCAL_HEADER, LOCATOR = 30, 20
LONGEST_COMMENT = (1 << 16) - 1


class Archive:
    """The files of a package that have a place in the format, in the order of the archive.

    `entries` is empty when the directory was refused; `problems` then says why.
    """

    def __init__(self, file: IO[bytes], problems: Problems, warnings: Problems, limits: Limits):
        self.problems, self.warnings, self.limits = problems, warnings, limits
        self.entries: list[Entry] = []
        self.size = _size(file)
        self.total = 0
        if not _check_end(file, self.size, problems, limits):
            return
        try:
            self._zip = zipfile.ZipFile(file)
        except DAMAGE:
            problems.add(Code.CORRUPT)
            return
        infos = self._zip.infolist()
        if len(infos) > limits.entries:
            problems.add(Code.TOO_MANY_ENTRIES, value=len(infos), limit=limits.entries)
            return
        self._check_directory(infos)
        if not problems:
            self.entries = list(self._placed(infos))
            if problems:
                self.entries = []

    def chunks(self, entry: Entry) -> Iterator[bytes]:
        """The bytes of one file in pieces of at most 64 KiB, as far as the limits go; what is wrong
        is added to the problems and ends the reading."""
        most = min(
            self.limits.file,
            self.limits.total - self.total,
            max(entry.info.compress_size, 1) * self.limits.ratio,
        )
        counted = 0
        try:
            with self._zip.open(entry.info) as opened:
                while piece := opened.read(CHUNK):
                    counted += len(piece)
                    if counted > most:
                        self.problems.add(Code.SIZE_MISMATCH, entry.path, counted, most)
                        return
                    yield piece
        except DAMAGE:
            self.problems.add(Code.CORRUPT, entry.path)
            return
        finally:
            self.total += counted
        if counted != entry.info.file_size:
            self.problems.add(Code.SIZE_MISMATCH, entry.path, counted, entry.info.file_size)

    def _check_directory(self, infos: list[zipfile.ZipInfo]) -> None:
        problems, limits = self.problems, self.limits
        total = 0
        for info in infos:
            name = name_of(info)
            check_name(name, problems, limits)
            check_flags(info, name, problems)
            total += info.file_size
            if info.file_size > limits.file:
                problems.add(Code.FILE_TOO_LARGE, name, info.file_size, limits.file)
            if info.file_size > max(info.compress_size, 1) * limits.ratio:
                problems.add(Code.RATIO, name, info.file_size, limits.ratio)
        if total > limits.total:
            problems.add(Code.TOTAL_TOO_LARGE, value=total, limit=limits.total)
        names = (name_of(info) for info in infos)
        # Not ZipInfo.is_dir(), which fails on a name that begins with NUL.
        check_collisions((name for name in names if not name.endswith("/")), problems)
        _check_overlap(infos, problems)

    def _placed(self, infos: list[zipfile.ZipInfo]) -> Iterator[Entry]:
        for info in infos:
            name = name_of(info)
            if name.rsplit("/", 1)[-1].casefold() in SERVER_FILES:
                self.problems.add(Code.SERVER_FILE, name)
            area = area_of(name)
            if name.endswith("/"):
                continue
            if area is Area.IGNORED:
                self.warnings.add(Code.IGNORED, name)
                continue
            if area is not Area.MANIFEST:
                check_extension(name, area, self.problems)
            if area is Area.CONTENT and is_image(name) and info.file_size > self.limits.image:
                self.problems.add(Code.FILE_TOO_LARGE, name, info.file_size, self.limits.image)
            yield Entry(name, area, info)


def _size(file: IO[bytes]) -> int:
    return file.seek(0, 2)


def _check_end(file: IO[bytes], size: int, problems: Problems, limits: Limits) -> bool:
    """Whether the archive's end says that its directory is small enough to be read. The end is
    looked for exactly as zipfile does, so that both mean the same one."""
    if size > limits.upload:
        problems.add(Code.UPLOAD_TOO_LARGE, value=size, limit=limits.upload)
        return False
    file.seek(0)
    if file.read(4) != LOCAL_SIGNATURE:
        problems.add(Code.NOT_A_ZIP)
        return False
    start = max(0, size - END.size - LONGEST_COMMENT)
    file.seek(start)
    tail = file.read()
    at = len(tail) - END.size
    if tail[at : at + 4] != END_SIGNATURE or tail[-2:] != b"\0\0":
        at = tail.rfind(END_SIGNATURE)
    if at < 0 or at + END.size > len(tail):
        problems.add(Code.NOT_A_ZIP)
        return False
    return _check_counts(END.unpack_from(tail, at), tail, at, start, problems, limits)


def _check_counts(
    end: tuple[bytes, int, int, int, int, int, int, int],
    tail: bytes, at: int, start: int, problems: Problems, limits: Limits,
) -> bool:  # fmt: skip
    _signature, disk, _first_disk, _here, count, directory, offset, _comment = end
    has_locator = tail[max(0, at - LOCATOR) : at].startswith(LOCATOR_SIGNATURE)
    if has_locator or 0xFFFF in (disk, count) or 0xFFFFFFFF in (directory, offset):
        problems.add(Code.ZIP64)
    elif count > limits.entries:
        problems.add(Code.TOO_MANY_ENTRIES, value=count, limit=limits.entries)
    elif directory > limits.directory:
        problems.add(Code.TOO_MANY_ENTRIES, value=directory, limit=limits.directory)
    elif offset + directory != start + at:
        # Bytes before or after the archive: two programs could see two different packages.
        problems.add(Code.CORRUPT)
    return not problems


def _check_overlap(infos: list[zipfile.ZipInfo], problems: Problems) -> None:
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for one, following in pairwise(ordered):
        least = LOCAL_HEADER + len(one.orig_filename) + one.compress_size
        if one.header_offset + least > following.header_offset:
            problems.add(Code.OVERLAP, name_of(following), name_of(one))
