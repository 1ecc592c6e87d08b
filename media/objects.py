"""Where the files of H5P packages lie: in the site's storage, each once, by what its bytes are.

Texts lie compressed by Brotli, as browsers take them (`….br`); a digest is always that of the bytes
of the package. A folder gets the atomic renames of `ObjectStore`; a bucket gets the same names, put
there after everything was unpacked and checked on this machine.
"""

import hashlib
import io
import os
from pathlib import Path

import brotli
from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import FileSystemStorage, Storage, default_storage, storages

from media.h5p.store import DIGEST, ObjectStore

FOLDER = "h5p"
PACKED = ".br"
# Below this a compressed file takes as much of a disk as it did before.
SMALLEST_PACKED = 1_000
# Larger texts lie as they came, and are sent in pieces.
LARGEST_TEXT = 4_000_000


class PackedStore(ObjectStore):
    """Objects in a folder of the site, texts compressed: the texts of libraries are nearly half of
    what packages bring, and a quarter of that compressed."""

    def path(self, sha256: str) -> Path:
        """Where the object lies, compressed or not, or would lie. Raises ValueError."""
        plain = super().path(sha256)
        small = plain.with_suffix(PACKED)
        return small if small.is_file() else plain

    def read(self, sha256: str) -> bytes:
        """The object's bytes as its package had them. Raises FileNotFoundError."""
        path = self.path(sha256)
        data = path.read_bytes()
        return brotli.decompress(data) if path.suffix == PACKED else data

    def made_ready(self, file: Path) -> Path:
        """The file, or if it is a text, a compressed one in its place."""
        if not SMALLEST_PACKED <= file.stat().st_size <= LARGEST_TEXT:
            return file
        data = file.read_bytes()
        if not _is_text(data):
            return file
        small = file.with_suffix(PACKED)
        small.write_bytes(compressed(data))
        file.unlink()
        return small


class BucketStore(PackedStore):
    """Objects in a storage that has no paths on this machine."""

    def __init__(self, storage: Storage, passing: Path) -> None:
        super().__init__(passing)
        self._storage = storage

    def has(self, sha256: str) -> bool:
        """Whether the bucket has the object."""
        name = object_name(sha256)
        return self._storage.exists(f"{name}{PACKED}") or self._storage.exists(name)

    def renew(self, sha256: str) -> bool:
        """Whether the bucket has the object. A bucket tells no object's age anew."""
        return self.has(sha256)

    def read(self, sha256: str) -> bytes:
        """The object's bytes. Raises FileNotFoundError."""
        with open_object(sha256) as file:
            return file.read()

    def settle(self, file: Path) -> int:
        """Put a finished file into the bucket. The same name has the same bytes, so that writing
        it twice is writing it once."""
        name = f"{FOLDER}/{file.name[:2]}/{file.name}"
        if not self._storage.exists(name):
            with file.open("rb") as opened:
                self._storage.save(name, File(opened))
        return file.stat().st_size


def object_name(sha256: str) -> str:
    """The object's name in the storage, if it is not compressed. Raises ValueError for what is no
    digest."""
    if not DIGEST.fullmatch(sha256):
        raise ValueError("not a SHA-256 digest")
    return f"{FOLDER}/{sha256[:2]}/{sha256}"


def object_store() -> PackedStore:
    """The store of this site."""
    storage = storages["default"]
    if isinstance(storage, FileSystemStorage):
        return PackedStore(storage.path(FOLDER))
    return BucketStore(storage, Path(settings.MEDIA_ROOT) / FOLDER)


def open_object(sha256: str) -> File[bytes]:
    """The object as its package had it, as a file to be read. Raises FileNotFoundError."""
    small = read_packed(sha256)
    if small is not None:
        return File(io.BytesIO(brotli.decompress(small)), name=sha256)
    return default_storage.open(object_name(sha256))


def put_packed(data: bytes) -> tuple[str, int]:
    """Keep bytes that are served often, compressed once and not as they are: joined scripts would
    double what packages bring. Returns their digest and how many bytes travel."""
    digest, small = hashlib.sha256(data).hexdigest(), compressed(data)
    name = _packed_name(digest)
    if not default_storage.exists(name):
        default_storage.save(name, ContentFile(small))
    elif isinstance(storage := storages["default"], FileSystemStorage):
        os.utime(storage.path(name))
    return digest, len(small)


def read_packed(sha256: str) -> bytes | None:
    """What lies compressed by Brotli, as it lies; None of any other object. Raises ValueError for
    what is no digest."""
    name = _packed_name(sha256)
    if not default_storage.exists(name):
        return None
    with default_storage.open(name) as file:
        return file.read()


def compressed(data: bytes) -> bytes:
    """A text by Brotli, as it lies and as browsers take it."""
    # Two steps below the last: a tenth of the time for a twentieth more bytes.
    return brotli.compress(data, quality=9)


def _packed_name(sha256: str) -> str:
    return f"{object_name(sha256)}{PACKED}"


def _is_text(data: bytes) -> bool:
    try:
        return "\0" not in data.decode()
    except UnicodeDecodeError:
        return False
