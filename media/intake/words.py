"""Plain text and subtitles: UTF-8, and no markup that a browser could take for a page."""

import re

from media.h5p.sniff import is_markup
from media.intake import limits
from media.intake.refusal import Reason, RefusedError

# What no text has; a form feed stands between pages of some.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f]")
NOTE = re.compile(r"(?:^|\n\n)NOTE(?:[ \t][^\n]*)?(?:\n[^\n]+)*(?=\n\n|\n?$)")


def cleaned(kind: str, data: bytes) -> bytes:
    """The text as it is kept. Raises RefusedError."""
    if len(data) > limits.TEXT_BYTES:
        raise RefusedError(Reason.BYTES, limits.TEXT_BYTES)
    if is_markup(data[:1024]):
        raise RefusedError(Reason.MARKUP)
    try:
        text = data.removeprefix(b"\xef\xbb\xbf").decode("utf-8")
    except UnicodeDecodeError as error:
        raise RefusedError(Reason.ENCODING) from error
    if CONTROLS.search(text):
        raise RefusedError(Reason.OTHER_KIND)
    if kind != "vtt":
        return data
    if not re.match(r"WEBVTT(?:[ \t\n\r]|\Z)", text):
        raise RefusedError(Reason.OTHER_KIND)
    # Notes are for whoever wrote the subtitles; nobody sees them.
    return NOTE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).encode()
