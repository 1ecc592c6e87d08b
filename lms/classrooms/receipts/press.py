"""PDF files by typst: tagged (PDF/UA-1), from fixed templates and content that is only data."""

import json
import re
import unicodedata
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
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_KNOWN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
# Every retry takes at least one sign away, of a foreign script all its letters at once.
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
    import typst

    content = json.dumps(_printable(data), ensure_ascii=False)

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
            shorter = _without(unshown[1], content)
            if shorter == content:
                break
            content = shorter
    return _compile(compiler, template, _plain(content), made_at)


def _printable(value: Any) -> Any:
    """The same data without what no font shows: control and format characters, emoji, code points
    that mean nothing. A line break or a tab is a space."""
    if isinstance(value, str):
        spaced = " ".join(_EMOJI.sub("", value).split())
        return "".join(sign for sign in spaced if unicodedata.category(sign)[0] != "C")
    if isinstance(value, Mapping):
        return {key: _printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value


def _without(unshown: str, content: str) -> str:
    """The content without the signs that a message of typst names. ASCII is never taken away: it
    may be JSON's own."""
    named = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), unshown)
    signs = {sign for sign in named if not sign.isascii()}
    scripts = {_foreign_script(sign) for sign in signs} - {""}
    return "".join(
        sign for sign in content if sign not in signs and _foreign_script(sign) not in scripts
    )


def _foreign_script(sign: str) -> str:
    """The script of a letter that no European alphabet has, as Unicode calls it; else ""."""
    if sign.isascii() or unicodedata.category(sign)[0] not in "LM":
        return ""
    script = unicodedata.name(sign, "").partition(" ")[0]
    return "" if script in _KNOWN_SCRIPTS or script == "COMBINING" else script


def _plain(content: str) -> str:
    """ASCII and Latin letters only: what the fonts certainly have."""
    return "".join(
        sign for sign in content if sign.isascii() or unicodedata.name(sign, "").startswith("LATIN")
    )


def _compile(compiler: Any, template: str, content: str, made_at: datetime) -> bytes:
    pdf: bytes = compiler.compile(
        input=_TEMPLATES / f"{template}.typ",
        format="pdf",
        sys_inputs={"data": content},
        pdf_standards=["ua-1"],
        timestamp=made_at.replace(microsecond=0),
    )
    return pdf
