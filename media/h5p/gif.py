"""What stands in a GIF beside its frames, taken out: comments, texts, XMP, and what follows it.

Source: GIF89a, CompuServe 1990.
"""

EXTENSION, FRAME, TRAILER = 0x21, 0x2C, 0x3B
CONTROL, APPLICATION = 0xF9, 0xFF
# How often it repeats, and its colour profile.
KEPT_APPLICATIONS = (b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012")


def cleaned(data: bytes) -> bytes:
    """The picture alone. Raises ValueError where its blocks cannot be told apart."""
    at = 13 + _table(data[10]) if len(data) > 13 else len(data)
    kept = [data[:at]]
    while at < len(data):
        start, kind = at, data[at]
        if kind == TRAILER:
            return b"".join((*kept, b"\x3b"))
        if kind == FRAME and at + 10 < len(data):
            at = _end_of_blocks(data, at + 10 + _table(data[at + 9]) + 1)
            kept.append(data[start:at])
        elif kind == EXTENSION and at + 2 < len(data):
            label, at = data[at + 1], _end_of_blocks(data, at + 2)
            name = data[start + 3 : start + 14]
            if label == CONTROL or (label == APPLICATION and name in KEPT_APPLICATIONS):
                kept.append(data[start:at])
        else:
            raise ValueError("neither a frame nor an extension")
    # Some programs forget the last byte.
    return b"".join((*kept, b"\x3b"))


def _table(flags: int) -> int:
    """The length of the colour table that these flags announce."""
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _end_of_blocks(data: bytes, at: int) -> int:
    while at < len(data):
        length = data[at]
        at += 1 + length
        if not length:
            return at
    raise ValueError("a block is longer than the file")
