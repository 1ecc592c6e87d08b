"""Recordings: frames of sound only, without the names of those who made them.

Sources: ISO/IEC 11172-3 (MPEG audio), id3.org (ID3v2.4), RFC 3533 (Ogg), RFC 7845 (Opus),
Vorbis I specification.
"""

from media.intake.refusal import Reason, RefusedError

# kbit/s by version (MPEG 1; 2 and 2.5), layer III.
RATES = (
    (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
)
HERTZ = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
FIRST_FRAMES = 2


def mp3(data: bytes) -> bytes:
    """The frames alone: every tag lies before, between or behind them. Raises RefusedError."""
    frames: list[bytes] = []
    at = _behind_tags(data)
    while at < len(data):
        length = _frame(data, at)
        if length and (at + length >= len(data) or _frame(data, at + length) or frames):
            frames.append(data[at : at + length])
            at += length
        else:
            at = data.find(b"\xff", at + 1)
            if at < 0:
                break
    if len(frames) < FIRST_FRAMES:
        raise RefusedError(Reason.OTHER_KIND)
    return b"".join(frames)


def _behind_tags(data: bytes) -> int:
    at = 0
    while data[at : at + 3] == b"ID3" and at + 10 <= len(data):
        size = 0
        for byte in data[at + 6 : at + 10]:
            size = size << 7 | byte & 0x7F
        at += 10 + size
    return at


def _frame(data: bytes, at: int) -> int:
    """The length of the frame of layer III that begins here; 0 where none does."""
    head = int.from_bytes(data[at : at + 4])
    version, layer = head >> 19 & 3, head >> 17 & 3
    rate, hertz, padding = head >> 12 & 15, head >> 10 & 3, head >> 9 & 1
    if len(data) - at < 4 or head >> 21 != 0x7FF or layer != 1 or version == 1:
        return 0
    if rate in (0, 15) or hertz == 3:
        return 0
    bits = RATES[0 if version == 3 else 1][rate] * 1000
    length = (144 if version == 3 else 72) * bits // HERTZ[version][hertz] + padding
    return length if at + length <= len(data) else 0
