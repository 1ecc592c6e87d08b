"""What cameras and editors write beside a picture, taken out without touching the picture: place,
time, owner, comments, smaller copies. The way up is kept, or photographs would lie on their side.

Sources: ITU-T T.81 annex B and CIPA DC-008 (JPEG, Exif), W3C PNG third edition.
"""

import io
import struct

from PIL import Image

from media.h5p.whitelist import extension

CLEANED = frozenset({"jpg", "jpeg", "png"})
JPEG, PNG = b"\xff\xd8", b"\x89PNG\r\n\x1a\n"
APP0, APP1, APP2, APP13, COMMENT = 0xE0, 0xE1, 0xE2, 0xED, 0xFE
START_OF_SCAN, END_OF_IMAGE = 0xDA, 0xD9
WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD9)})
PNG_DROPPED = frozenset({b"eXIf", b"tEXt", b"zTXt", b"iTXt", b"tIME"})
ORIENTATION, UPRIGHT = 0x0112, 1


def cleaned(path: str, data: bytes) -> bytes:
    """The picture without what stands beside it; any other file as it is. Raises ValueError for a
    picture whose parts cannot be told apart."""
    if extension(path) not in CLEANED:
        return data
    # By its bytes: many a .jpg is a PNG.
    if data.startswith(PNG):
        return _png(data)
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
        if marker in (START_OF_SCAN, END_OF_IMAGE):
            kept.append(data[at - 2 :])
            break
        if marker in WITHOUT_LENGTH:
            continue
        length = int.from_bytes(data[at : at + 2])
        if length < 2 or at + length > len(data):
            raise ValueError("a part is longer than the file")
        segment = data[at : at + length]
        at += length
        if not _beside(marker, segment):
            (head if marker == APP0 else kept).append(bytes((0xFF, marker)) + segment)
    return b"".join((*head, _way_up(data), *kept))


def _beside(marker: int, segment: bytes) -> bool:
    """Whether a part says something about the picture instead of being it. Colour profiles (APP2)
    and Adobe's colour transform (APP14) are the picture."""
    copies = marker == APP2 and segment[2:6] == b"MPF\0"
    return marker in (APP1, APP13, COMMENT) or copies


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
        if kind not in PNG_DROPPED:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept)
        at = end
    raise ValueError("no end")
