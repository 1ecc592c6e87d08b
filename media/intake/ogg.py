"""Vorbis and Opus in Ogg: the packet of comments (artist, cover, place) is written over with
spaces, so that no page moves and only its own checksum changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from media.intake.refusal import Reason, RefusedError

HEAD = 27
COMMENTS = {b"\x01vorbis": b"\x03vorbis", b"OpusHead": b"OpusTags"}
POLYNOMIAL = 0x04C11DB7


@dataclass
class Stream:
    """One logical stream: which packet comes now, its kind, and where its comments lie."""

    kind: bytes = b""
    packet: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)


def _table() -> list[int]:
    table = []
    for value in range(256):
        rest = value << 24
        for _bit in range(8):
            rest = (rest << 1 ^ POLYNOMIAL if rest & 0x80000000 else rest << 1) & 0xFFFFFFFF
        table.append(rest)
    return table


TABLE = _table()


def cleaned(data: bytes) -> bytes:
    """The recording without comments. Raises RefusedError."""
    streams: dict[bytes, Stream] = {}
    pages = list(_pages(data))
    for start, lacing, body in pages:
        stream = streams.setdefault(data[start + 14 : start + 18], Stream())
        _follow(data, stream, lacing, body)
    kept = bytearray(data[: pages[-1][2] + sum(pages[-1][1])] if pages else b"")
    if not streams or any(not stream.spans for stream in streams.values()):
        raise RefusedError(Reason.OTHER_KIND)
    for stream in streams.values():
        _write_over(kept, stream)
    touched = [at for stream in streams.values() for at, _length in stream.spans]
    for start, lacing, body in pages:
        end = body + sum(lacing)
        if any(body <= at < end for at in touched):
            kept[start + 22 : start + 26] = bytes(4)
            kept[start + 22 : start + 26] = _checksum(kept[start:end]).to_bytes(4, "little")
    return bytes(kept)


def _pages(data: bytes) -> Iterator[tuple[int, bytes, int]]:
    """(start, lengths of its segments, start of its body) of every page."""
    at = 0
    while data[at : at + 4] == b"OggS" and at + HEAD < len(data):
        lacing = data[at + HEAD : at + HEAD + data[at + 26]]
        body = at + HEAD + len(lacing)
        if body + sum(lacing) > len(data):
            raise RefusedError(Reason.UNREADABLE)
        yield at, lacing, body
        at = body + sum(lacing)


def _follow(data: bytes, stream: Stream, lacing: bytes, at: int) -> None:
    for length in lacing:
        if not stream.kind:
            stream.kind = next((kind for kind in COMMENTS if data.startswith(kind, at)), b"")
            if not stream.kind:
                raise RefusedError(Reason.OTHER_KIND)
        if stream.packet == 1 and length:
            stream.spans.append((at, length))
        at += length
        # A segment that is not full ends its packet.
        stream.packet += length < 255


def _write_over(kept: bytearray, stream: Stream) -> None:
    """The name of the encoder becomes spaces as long as all comments together; there are none."""
    begins = COMMENTS[stream.kind]
    ends = b"\x01" if stream.kind == b"\x01vorbis" else b""
    total = sum(length for _at, length in stream.spans)
    room = total - len(begins) - 8 - len(ends)
    first = bytes(kept[stream.spans[0][0] :][: len(begins)])
    if room < 0 or first != begins:
        raise RefusedError(Reason.UNREADABLE)
    packet = begins + room.to_bytes(4, "little") + b" " * room + bytes(4) + ends
    for at, length in stream.spans:
        kept[at : at + length], packet = packet[:length], packet[length:]


def _checksum(page: bytearray) -> int:
    rest = 0
    for byte in page:
        rest = (rest << 8 ^ TABLE[rest >> 24 ^ byte]) & 0xFFFFFFFF
    return rest
