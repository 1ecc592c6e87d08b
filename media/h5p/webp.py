"""What stands in a WebP beside its frames, taken out: Exif, XMP, chunks of nobody knows whom, and
what follows it.

Source: RFC 9649.
"""

KEPT = (b"VP8 ", b"VP8L", b"VP8X", b"ALPH", b"ANIM", b"ANMF", b"ICCP")
OF_A_FRAME = (b"VP8 ", b"VP8L", b"ALPH")
HEAD, FRAME_HEAD = 12, 16
# Flags of VP8X that announce Exif and XMP.
ANNOUNCED = 0x08 | 0x04


def cleaned(data: bytes) -> bytes:
    """The picture alone. Raises ValueError where its chunks cannot be told apart."""
    size = int.from_bytes(data[4:8], "little")
    if data[:4] != b"RIFF" or data[8:12] != b"WEBP" or size + 8 > len(data):
        raise ValueError("the file is shorter than it says")
    body = b"".join(
        _chunk(kind, _content(kind, content))
        for kind, content in _chunks(data[HEAD : size + 8])
        if kind in KEPT
    )
    return b"RIFF" + (len(body) + 4).to_bytes(4, "little") + b"WEBP" + body


def _content(kind: bytes, content: bytes) -> bytes:
    if kind == b"VP8X":
        return bytes([content[0] & ~ANNOUNCED]) + content[1:]
    if kind == b"ANMF":
        inner = [part for part in _chunks(content[FRAME_HEAD:]) if part[0] in OF_A_FRAME]
        return content[:FRAME_HEAD] + b"".join(_chunk(*part) for part in inner)
    return content


def _chunks(data: bytes) -> list[tuple[bytes, bytes]]:
    found, at = [], 0
    while at < len(data):
        kind, length = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data) or not (length or kind != b"VP8X"):
            raise ValueError("a chunk is longer than the file")
        found.append((kind, data[at + 8 : at + 8 + length]))
        at += 8 + length + length % 2
    return found


def _chunk(kind: bytes, content: bytes) -> bytes:
    return kind + len(content).to_bytes(4, "little") + content + b"\0" * (len(content) % 2)
