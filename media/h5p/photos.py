"""What cameras and editors write beside a picture, taken out without touching the picture: place,
time, owner, comments, smaller copies. The way up is kept, or photographs would lie on their side.

Sources: ITU-T T.81 annex B and CIPA DC-008 (JPEG, Exif), W3C PNG third edition.
"""

import io
import re
import struct

from PIL import Image

from media.h5p import gif, webp
from media.h5p.whitelist import IMAGES, extension

# By its bytes a picture of any name may be a photograph.
CLEANED = IMAGES
JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
GIFS = (b"GIF87a", b"GIF89a")
APP0, APP2, APP14, COMMENT = 0xE0, 0xE2, 0xEE, 0xFE
APPLICATION = range(APP0, 0xF0)
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
# Where the coded pixels of a scan end: a marker that is neither a stuffed zero nor a restart.
SCAN_ENDS = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]", re.S)
# What draws the picture, moves it or tells its colours; words, times and private chunks are not.
PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB bKGD hIST pHYs sPLT cICP mDCV cLLI "
    b"acTL fcTL fdAT".split()
)
ORIENTATION, UPRIGHT = 0x0112, 1


def cleaned(path: str, data: bytes) -> bytes:
    """The picture without what stands beside it; any other file as it is. Raises ValueError for a
    picture whose parts cannot be told apart."""
    return without_details(data) if extension(path) in CLEANED else data


def without_details(data: bytes) -> bytes:
    """A JPEG, PNG, GIF or WebP by its bytes alone (many a .jpg is a PNG), its pixels untouched; any
    other file as it is. Raises ValueError where its parts cannot be told apart."""
    if data.startswith(PNG):
        return _png(data)
    if data.startswith(GIFS):
        return gif.cleaned(data)
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return webp.cleaned(data)
    return _jpeg(data) if data.startswith(JPEG) else data


def _jpeg(data: bytes) -> bytes:
    head, kept, at = [JPEG], [], 2
    while True:
        start = at
        while data[at : at + 1] == b"\xff":
            at += 1
        if at == start or at >= len(data):
            raise ValueError("no marker where one must be")
        marker = data[at]
        at += 1
        if marker == END_OF_IMAGE:
            # Whatever comes after it (smaller copies, a film of the same moment) is no part of it.
            kept.append(b"\xff\xd9")
            break
        if marker in WITHOUT_LENGTH:
            continue
        length = int.from_bytes(data[at : at + 2])
        if length < 2 or at + length > len(data):
            raise ValueError("a part is longer than the file")
        segment = data[at : at + length]
        at += length
        if marker == START_OF_SCAN:
            end = SCAN_ENDS.search(data, at)
            stop = end.start() if end else len(data)
            kept.append(b"\xff\xda" + segment + data[at:stop])
            at = stop
            if end is None:
                break
        elif part := _drawing(marker, segment):
            (head if marker == APP0 else kept).append(bytes((0xFF, marker)) + part)
    return b"".join((*head, _way_up(data), *kept))


def _drawing(marker: int, segment: bytes) -> bytes:
    """The part if it draws the picture, and nothing of one that only speaks of it. Colour profiles
    (APP2) and Adobe's colour transform (APP14) are the picture; of the first part of all (JFIF)
    the small copy goes."""
    if marker == APP0:
        is_first = segment[2:7] == b"JFIF\0" and len(segment) >= 16
        return b"\x00\x10" + segment[2:14] + b"\0\0" if is_first else b""
    if marker == APP2:
        return segment if segment[2:14] == b"ICC_PROFILE\0" else b""
    if marker == APP14:
        return segment[:14] if segment[2:7] == b"Adobe" and len(segment) == 14 else b""
    return b"" if marker in APPLICATION or marker == COMMENT else segment


def _way_up(data: bytes) -> bytes:
    """An Exif part that holds the orientation only; nothing for a picture that is upright."""
    try:
        with Image.open(io.BytesIO(data), formats=["JPEG"]) as image:
            turned = image.getexif().get(ORIENTATION, UPRIGHT)
    except Exception:
        # Pillow's readers raise whatever their parsing stumbles over.
        return b""
    if turned not in range(2, 9):
        return b""
    directory = struct.pack(">HHHIHHI", 1, ORIENTATION, 3, 1, turned, 0, 0)
    exif = b"Exif\0\0MM\0*\0\0\0\x08" + directory
    return b"\xff\xe1" + (len(exif) + 2).to_bytes(2) + exif


def _png(data: bytes) -> bytes:
    kept, at = [PNG], len(PNG)
    while at < len(data):
        length, kind = int.from_bytes(data[at : at + 4]), data[at + 4 : at + 8]
        end = at + 12 + length
        if len(kind) < 4 or end > len(data):
            raise ValueError("a chunk is longer than the file")
        if kind in PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("no end")
