"""What a file's first bytes say, against what its extension says.

Markup and programs under a harmless name are refused: a browser or a person might open them. A
sound that is not quite of its kind is only warned about, because files are served under a fixed
type with `nosniff`, and real packages hold such files.
"""

import io
import re

from PIL import Image

from media.h5p.codes import Code
from media.h5p.errors import Problems
from media.h5p.limits import Limits
from media.h5p.photos import cleaned
from media.h5p.whitelist import extension

HEAD = 1024
FORMATS = {
    "png": "PNG", "jpg": "JPEG", "jpeg": "JPEG", "gif": "GIF", "bmp": "BMP", "tif": "TIFF",
    "tiff": "TIFF",
}  # fmt: skip
MARKUP = re.compile(r"<(?:\?xml|\?php|svg|!doctype|!entity|html|head|body|script|iframe)\b", re.I)
COMMENT = re.compile(r"<!--.*?(?:-->|\Z)", re.S)
PROGRAMS = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xfe\xed\xfa")
SOUND_OR_FILM = re.compile(
    rb"....ftyp|\x1aE\xdf\xa3|OggS|ID3|\xff[\xe2-\xfb]|RIFF....(?:WAVE|AVI )|fLaC", re.S
)
OFFICE = re.compile(rb"PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf")
BEGINNINGS = {
    "pdf": re.compile(rb"%PDF-"),
    "rtf": re.compile(rb"\{\\rtf"),
    "woff": re.compile(rb"wOFF|wOF2"),
    "woff2": re.compile(rb"wOF2|wOFF"),
    "ttf": re.compile(rb"\x00\x01\x00\x00|true|ttcf|OTTO"),
    "otf": re.compile(rb"OTTO|\x00\x01\x00\x00"),
    "glb": re.compile(rb"glTF"),
    "swf": re.compile(rb"[FCZ]WS"),
} | {
    **dict.fromkeys(("webm", "mp4", "ogg", "mp3", "m4a", "wav"), SOUND_OR_FILM),
    **dict.fromkeys(("doc", "docx", "xls", "xlsx", "ppt", "pptx", "odt", "ods", "odp"), OFFICE),
}


def check_head(path: str, head: bytes, problems: Problems, warnings: Problems) -> None:
    """Judge a content file by its first kilobyte. Images have a check of their own."""
    if is_markup(head):
        problems.add(Code.DISGUISED_MARKUP, path)
    elif head.startswith(PROGRAMS):
        problems.add(Code.DISGUISED_PROGRAM, path)
    elif (begins := BEGINNINGS.get(extension(path))) and head and not begins.match(head):
        warnings.add(Code.UNRECOGNISED, path, extension(path))


def check_image(
    path: str, data: bytes, problems: Problems, warnings: Problems, limits: Limits
) -> None:
    """Read an image's head and structure, without its pixels."""
    try:
        with Image.open(io.BytesIO(data), formats=sorted(set(FORMATS.values()))) as image:
            pixels, found = image.width * image.height, image.format
            if pixels > limits.pixels:
                problems.add(Code.IMAGE_PIXELS, path, pixels, limits.pixels)
                return
            image.verify()
        cleaned(path, data)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        problems.add(Code.IMAGE_PIXELS, path, limit=limits.pixels)
    except Exception:
        # Pillow's readers raise whatever their parsing stumbles over.
        problems.add(Code.IMAGE_UNREADABLE, path)
    else:
        if found != FORMATS[extension(path)]:
            warnings.add(Code.IMAGE_TYPE, path, found)


def is_markup(head: bytes) -> bool:
    """Whether a browser could take what begins so for a page, whatever its name."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "ignore")
    else:
        text = head.removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    text = text.lstrip(" \t\r\n\f\v\0\ufeff")
    while text.startswith("<!--"):
        text = COMMENT.sub("", text, count=1).lstrip()
    return MARKUP.match(text) is not None
