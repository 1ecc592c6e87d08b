"""PDF files by typst: tagged (PDF/UA-1), from fixed templates and content that is only data."""

import io
import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

import segno
import typst

FAMILY = "Atkinson Hyperlegible Next"
_TEMPLATES = Path(__file__).parent / "templates"
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_MOST_RETRIES = 60


class FontMissingError(RuntimeError):
    """The font folder lacks the family; typst would give a PDF without it and say nothing."""


@lru_cache(maxsize=4)
def _fonts(font_dir: Path) -> typst.Fonts:
    # The fonts that typst carries stay in as fallback: an arrow or a Cyrillic letter is then set
    # in another face instead of failing the whole document.
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[font_dir]
    )
    if FAMILY not in fonts.families():
        raise FontMissingError(f"no {FAMILY} (TTF) in the font folder")
    return fonts


class Press:
    """Prints the PDF files of one kit: one compiler, fonts shared by all kits of the process.

    Not for use by two threads at once. Raises FontMissingError when made.
    """

    def __init__(self, font_dir: Path, built_on: date) -> None:
        self._compiler = typst.Compiler(
            root=_TEMPLATES, font_paths=_fonts(Path(font_dir)), ignore_system_fonts=True
        )
        self._moment = datetime.combine(built_on, time(), UTC)

    def print(self, template: str, data: Mapping[str, Any]) -> bytes:
        """One PDF from `templates/<template>.typ` and JSON-ready data."""
        # Emoji have no glyph in any of the fonts and PDF/UA forbids text that cannot be shown.
        content = re.sub(
            "[\U00010000-\U0010ffff\ufe0f\u20e3]", "", json.dumps(data, ensure_ascii=False)
        )
        for _ in range(_MOST_RETRIES):
            try:
                return self._compile(template, content)
            except typst.TypstError as error:
                unshown = _UNSHOWN.search(str(error))
                if unshown is None:
                    raise
                content = content.replace(unshown[1], "")
        return self._compile(template, content)

    def _compile(self, template: str, content: str) -> bytes:
        pdf = self._compiler.compile(
            input=_TEMPLATES / f"{template}.typ",
            format="pdf",
            sys_inputs={"data": content},
            pdf_standards=["ua-1"],
            timestamp=self._moment,
        )
        return cast(bytes, pdf)


def qr_svg(address: str) -> str:
    """A QR code for an absolute address as SVG text, dark teal on nothing, with quiet zone."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(
        out, kind="svg", border=2, dark="#1B2A33", xmldecl=False, svgns=True
    )
    return out.getvalue().decode()


def qr_png(address: str) -> bytes:
    """The same code as PNG, for documents that take no SVG."""
    out = io.BytesIO()
    segno.make(address, error="m", micro=False).save(out, kind="png", border=2, scale=8)
    return out.getvalue()
