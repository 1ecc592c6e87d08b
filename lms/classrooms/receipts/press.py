"""PDF files by typst: tagged (PDF/UA-1), from fixed templates and content that is only data."""

import json
import re
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings

if TYPE_CHECKING:
    import typst

FAMILY = "Atkinson Hyperlegible Next"
_TEMPLATES = Path(__file__).parent
# Emoji have no glyph in the fonts, and PDF/UA forbids text that cannot be shown.
_EMOJI = re.compile("[\U00010000-\U0010ffff\ufe0f\u20e3]")
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_MOST_RETRIES = 60


class FontMissingError(RuntimeError):
    """The font folder lacks the family; typst would give a PDF without text and say nothing."""


@lru_cache(maxsize=2)
def _fonts(folder: Path) -> "typst.Fonts":
    import typst

    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[folder]
    )
    if FAMILY not in fonts.families():
        raise FontMissingError(f"no {FAMILY} (TTF) in the font folder")
    return fonts


def print_pdf(template: str, data: Mapping[str, Any], made_at: datetime) -> bytes:
    """One PDF from `<template>.typ` and JSON-ready data. Raises FontMissingError."""
    content = _EMOJI.sub("", json.dumps(data, ensure_ascii=False))
    import typst

    compiler = typst.Compiler(
        root=_TEMPLATES, font_paths=_fonts(settings.PRINT_FONTS_DIR), ignore_system_fonts=True
    )
    for _ in range(_MOST_RETRIES):
        try:
            return _compile(compiler, template, content, made_at)
        except typst.TypstError as error:
            unshown = _UNSHOWN.search(str(error))
            if unshown is None:
                raise
            content = content.replace(unshown[1], "")
    return _compile(compiler, template, content, made_at)


def _compile(compiler: Any, template: str, content: str, made_at: datetime) -> bytes:
    pdf: bytes = compiler.compile(
        input=_TEMPLATES / f"{template}.typ",
        format="pdf",
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=made_at.replace(microsecond=0),
    )
    return pdf
