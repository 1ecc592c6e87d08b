"""H5P core: what every activity loads, made once by a worker from what npm installed.

`core.js` is one file: what must be there before core, core, and the bridge that hears what it says.
`core.css` is core's own sheet without its two families of fonts (110 kB a style): their names lead
to the font that the site reads with. Addresses carry a stamp of all content and are good for ever.
"""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from django.conf import settings
from django.urls import reverse
from rcssmin import cssmin

from lms.core.codings import CODINGS
from media.h5p.stylesheets import rewrite
from media.player.files import packed

FRAME = Path(__file__).parent / "frame"
SCRIPT, SHEET = "core.js", "core.css"
REPLACED = ("Inter", "Open Sans")
FACES = ("core-30", "hub-publish", "theme")
_FACE = re.compile(r"@font-face\s*\{[^}]*\}")
_FAMILY = re.compile(r"font-family:\s*[\"']?([^\"';}]+)")
# Ranges of the two files of each weight, as the font's makers divided it.
_LATIN = "U+0-FF,U+131,U+152-153,U+2BB-2BC,U+2C6,U+2DA,U+2DC,U+2000-206F,U+20AC,U+2122"
_LATIN_EXT = "U+100-2BA,U+2BD-2C5,U+2C7-2CC,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB"
_FONT = "atkinson-hyperlegible-next-{subset}-{weight}-normal.woff2"


class CoreFile(NamedTuple):
    """A file of core: texts by coding, anything else under "" alone."""

    kind: str
    etag: str
    bodies: dict[str, bytes]

    @property
    def is_text(self) -> bool:
        """Whether it lies here packed, too."""
        return len(self.bodies) > 1


@cache
def core_files() -> dict[str, CoreFile]:
    """Every file of core by name."""
    found = {SCRIPT: _packed("js", _script()), SHEET: _packed("css", _sheet().encode())}
    for path in _plain_files():
        content = path.read_bytes()
        kind = path.suffix.removeprefix(".")
        found[path.name] = CoreFile(kind, hashlib.sha256(content).hexdigest(), {"": content})
    return found


@cache
def stamp() -> str:
    """Sixteen digits that change with anything in core."""
    digest = hashlib.sha256(_script())
    digest.update(_raw_sheet().encode())
    for path in _plain_files():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def core_path(name: str) -> str:
    """The path of a file of core."""
    return reverse("h5p:core", args=[stamp(), name])


def _packed(kind: str, content: bytes) -> CoreFile:
    bodies = {coding: packed(content, coding) for coding in ("", *CODINGS)}
    return CoreFile(kind, hashlib.sha256(content).hexdigest(), bodies)


@cache
def _script() -> bytes:
    bundle = settings.H5P_CORE / "frame.bundle.js"
    parts = (FRAME / "before.js", bundle, FRAME / "bridge.js")
    return b"\n;\n".join(path.read_bytes() for path in parts)


def _raw_sheet() -> str:
    return (settings.H5P_CORE / "styles" / "h5p.css").read_text() + (
        FRAME / "frame.css"
    ).read_text()


def _sheet() -> str:
    names = {path.name for path in _plain_files()}

    def address(path: str) -> str | None:
        name = path.rsplit("/", 1)[-1]
        return core_path(name) if name in names else None

    kept = _FACE.sub(lambda face: "" if _is_replaced(face[0]) else face[0], _raw_sheet())
    return cssmin(_faces() + rewrite(kept, "styles/h5p.css", address))


def _is_replaced(face: str) -> bool:
    family = _FAMILY.search(face)
    return family is not None and family[1].strip() in REPLACED


def _faces() -> str:
    return "".join(
        f'@font-face{{font-family:"{family}";font-weight:{weights};font-display:swap;'
        f'src:url("{core_path(_FONT.format(subset=subset, weight=weight))}") format("woff2");'
        f"unicode-range:{area}}}"
        for family in REPLACED
        for weight, weights in ((400, "100 500"), (700, "600 900"))
        for subset, area in (("latin-ext", _LATIN_EXT), ("latin", _LATIN))
    )


def _plain_files() -> list[Path]:
    fonts = [
        settings.FONTS_DIR / _FONT.format(subset=subset, weight=weight)
        for subset in ("latin", "latin-ext")
        for weight in (400, 700)
    ]
    own = [settings.H5P_CORE / "fonts" / f"h5p-{name}.woff2" for name in FACES]
    return [*fonts, *own, settings.H5P_CORE / "images" / "throbber.gif"]
