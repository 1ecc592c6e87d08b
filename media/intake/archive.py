"""Zip archives that Office programs write: unpacked within limits, packed again with nothing in
them but their parts."""

import io
import zipfile

from media.intake import limits
from media.intake.refusal import Reason, RefusedError

LONG_AGO = (1980, 1, 1, 0, 0, 0)
OLE = b"\xd0\xcf\x11\xe0"
WAYS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def unpacked(data: bytes) -> dict[str, bytes]:
    """The parts by name, in their order. Raises RefusedError."""
    if data.startswith(OLE):
        # What Office writes in place of the archive when a password is set.
        raise RefusedError(Reason.ENCRYPTED)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            _check(entries)
            return {entry.filename: archive.read(entry) for entry in entries}
    except RefusedError:
        raise
    except Exception as error:
        # zipfile raises what struct, zlib and its own reading stumble over.
        raise RefusedError(Reason.UNREADABLE) from error


def packed(parts: dict[str, bytes], stored: str = "") -> bytes:
    """The archive anew: no dates, no comments, nothing before, between or after the parts."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, LONG_AGO)
            way = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content, way)
    return written.getvalue()


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if any(entry.flag_bits & 0x1 for entry in entries):
        raise RefusedError(Reason.ENCRYPTED)
    total = sum(entry.file_size for entry in entries)
    if len(entries) > limits.ENTRIES or total > limits.UNPACKED_BYTES:
        raise RefusedError(Reason.UNPACKED)
    names = [entry.filename.lower() for entry in entries]
    outside = any(name.startswith("/") or "\\" in name or ".." in name for name in names)
    if outside or len(set(names)) != len(names):
        raise RefusedError(Reason.UNREADABLE)
    if any(entry.compress_type not in WAYS for entry in entries):
        raise RefusedError(Reason.UNREADABLE)
