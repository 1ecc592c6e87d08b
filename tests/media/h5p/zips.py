"""Zip archives written byte by byte, so that a test can make each field say what it likes."""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

STORED, DEFLATED = 0, 8
UTF8_NAME = 0x800
REGULAR = 0o100644
UNIX = 3 << 8 | 20
LOCAL = struct.Struct("<4s5H3L2H")
CENTRAL = struct.Struct("<4s6H3L5H2L")
END = struct.Struct("<4s4H2LH")


@dataclass
class Raw:
    """An entry. What is None is told truly; anything else is told as it is given."""

    name: str | bytes
    data: bytes = b""
    method: int = DEFLATED
    flags: int = UTF8_NAME
    mode: int = REGULAR
    told_size: int | None = None
    told_packed: int | None = None
    told_crc: int | None = None
    told_offset: int | None = None

    def encoded(self) -> bytes:
        """The name as bytes."""
        return self.name.encode() if isinstance(self.name, str) else self.name


def packed(data: bytes, method: int) -> bytes:
    """The bytes as they stand in the archive."""
    if method != DEFLATED:
        return data
    squeeze = zlib.compressobj(1, zlib.DEFLATED, -15)
    return squeeze.compress(data) + squeeze.flush()


def zipped(entries: Iterable[Raw], *, told_count: int | None = None, before: bytes = b"") -> bytes:
    """An archive of these entries, in this order."""
    body, directory, count = bytearray(before), bytearray(), 0
    for entry in entries:
        name, data = entry.encoded(), packed(entry.data, entry.method)
        told = (
            zlib.crc32(entry.data) if entry.told_crc is None else entry.told_crc,
            len(data) if entry.told_packed is None else entry.told_packed,
            len(entry.data) if entry.told_size is None else entry.told_size,
        )
        offset = len(body) if entry.told_offset is None else entry.told_offset
        common = (20, entry.flags, entry.method, 0, 0x21, *told, len(name), 0)
        body += LOCAL.pack(b"PK\x03\x04", *common) + name + data
        directory += CENTRAL.pack(b"PK\x01\x02", UNIX, *common, 0, 0, 0, entry.mode << 16, offset)
        directory += name
        count += 1
    told_count = count if told_count is None else told_count
    end = END.pack(b"PK\x05\x06", 0, 0, told_count, told_count, len(directory), len(body), 0)
    return bytes(body + directory + end)
