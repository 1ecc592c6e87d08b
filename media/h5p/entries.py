"""Names of files in an archive: refused, skipped, or given their place in the format."""

import re
import stat
import unicodedata
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.limits import Limits

CONTROL = re.compile("[\x01-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]")
STORED, DEFLATED = zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED
UTF8_NAME = 0x800
ENCRYPTED_FLAGS = 0x1 | 0x40 | 0x2000


class Area(StrEnum):
    """Where in the format a file stands."""

    MANIFEST = "manifest"
    CONTENT = "content"
    LIBRARY = "library"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of the archive that has a place: its name, its size by the archive's word, and how to
    read it."""

    path: str
    area: Area
    info: zipfile.ZipInfo

    @property
    def folder(self) -> str:
        """The first part of the path: a library's folder, or "content"."""
        return self.path.partition("/")[0]

    @property
    def inner(self) -> str:
        """The path below that folder."""
        return self.path.partition("/")[2]


def name_of(info: zipfile.ZipInfo) -> str:
    """The entry's name in full. Macs write UTF-8 without saying so, and zipfile then reads it as
    the code page of the first PC."""
    name = info.orig_filename
    if info.flag_bits & UTF8_NAME or name.isascii():
        return name
    try:
        return name.encode("cp437").decode("utf-8")
    except UnicodeError:
        return name


def area_of(path: str) -> Area:
    """Where a file of this safe name stands. What starts with a dot or an underscore is skipped,
    as H5P does: __MACOSX, .DS_Store."""
    parts = path.split("/")
    if any(part.startswith((".", "_")) for part in parts):
        return Area.IGNORED
    if path == "h5p.json":
        return Area.MANIFEST
    if len(parts) == 1:
        return Area.IGNORED
    return Area.CONTENT if parts[0] == "content" else Area.LIBRARY


def check_name(name: str, problems: Problems, limits: Limits) -> bool:
    """Whether the name can be a path inside a folder on every system."""
    before = len(problems)
    if "\0" in name:
        problems.add(Code.NAME_NUL, name)
    if CONTROL.search(name):
        problems.add(Code.NAME_CONTROL, name)
    if (length := len(name.encode("utf-8", "surrogatepass"))) > limits.name:
        problems.add(Code.NAME_LONG, name, length, limits.name)
    if "\\" in name:
        problems.add(Code.NAME_BACKSLASH, name)
    if ":" in name:
        problems.add(Code.NAME_DRIVE, name)
    parts = re.split(r"[/\\]", name.removesuffix("/"))
    if "" in parts:
        problems.add(Code.NAME_ABSOLUTE, name)
    # Windows drops trailing dots and spaces: "..  " is another way to say "..".
    if any(part.strip(" .") == "" for part in parts if part):
        problems.add(Code.NAME_DOTS, name)
    return len(problems) == before


def check_flags(info: zipfile.ZipInfo, name: str, problems: Problems) -> None:
    """Refuse what is encrypted, oddly packed, or no file."""
    if info.flag_bits & ENCRYPTED_FLAGS:
        problems.add(Code.ENCRYPTED, name)
    if info.compress_type not in (STORED, DEFLATED):
        problems.add(Code.COMPRESSION, name, info.compress_type)
    kind = stat.S_IFMT(info.external_attr >> 16)
    if kind not in (0, stat.S_IFREG, stat.S_IFDIR):
        problems.add(Code.SPECIAL_FILE, name, oct(kind))


def folded(path: str) -> str:
    """The path as a file system that knows neither capitals nor composed letters would keep it."""
    composed = unicodedata.normalize("NFC", path).casefold()
    return unicodedata.normalize("NFC", composed)


def check_collisions(paths: Iterable[str], problems: Problems) -> None:
    """Refuse names that a second file has too, by letter or on some system, and names that are a
    file and a folder at once."""
    files: dict[str, str] = {}
    for path in paths:
        key = folded(path)
        if key not in files:
            files[key] = path
        elif files[key] == path:
            problems.add(Code.DUPLICATE, path)
        else:
            problems.add(Code.TWIN, path, files[key])
    folders: set[str] = set()
    for key in files:
        folder = key.rpartition("/")[0]
        while folder and folder not in folders:
            folders.add(folder)
            folder = folder.rpartition("/")[0]
    for key in sorted(folders & files.keys()):
        problems.add(Code.FILE_AND_FOLDER, files[key])
