"""PDF files by typst: tagged (PDF/UA-1), from fixed templates and content that is only data.

Whatever stands in the content, a document comes out: signs that no font shows are left out. Works
without Django, so that kits can be built without it.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    import typst

FAMILY = "Atkinson Hyperlegible Next"
# Beside the family's own folder: it has the Cyrillic letters that the family lacks.
SECOND_FOLDER = "source-sans-3"
# Emoji have no glyph in the fonts, and PDF/UA forbids text that cannot be shown.
_EMOJI = re.compile("[\U00010000-\U0010ffff\ufe0f\u20e3]")
_UNSHOWN = re.compile(r'the text `"(.+?)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")
_KNOWN_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC")
# Every retry takes at least one sign away, of a foreign script all its letters at once.
_MOST_RETRIES = 60


class FontMissingError(RuntimeError):
    """The font folder lacks the family; typst would give a PDF without text and say nothing."""


@lru_cache(maxsize=4)
def _fonts(folder: Path) -> "typst.Fonts":
    # typst takes 20 MB: only a process that prints loads it.
    import typst

    # The fonts that typst carries stay in as fallback: an arrow is then set in another face instead
    # of failing the whole document.
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=True,
        font_paths=[folder, folder.parent / SECOND_FOLDER],
    )
    if FAMILY not in fonts.families():
        raise FontMissingError(f"no {FAMILY} (TTF) in the font folder")
    return fonts


class Press:
    """Prints from the templates of one folder: one compiler, fonts shared by the whole process.

    `moment` is the only date that the files carry, so that the same data gives the same bytes.
    Not for use by two threads at once. Raises FontMissingError when made.
    """

    def __init__(self, templates: Path, fonts: Path, moment: datetime) -> None:
        import typst

        self._templates = templates
        self._moment = moment.replace(microsecond=0)
        self._compiler = typst.Compiler(
            root=templates, font_paths=_fonts(fonts), ignore_system_fonts=True
        )

    def print(self, template: str, data: Mapping[str, Any]) -> bytes:
        """One PDF from `<template>.typ` and JSON-ready data."""
        import typst

        content = json.dumps(_printable(data), ensure_ascii=False)
        for _ in range(_MOST_RETRIES):
            try:
                return self._compile(template, content)
            except typst.TypstError as error:
                unshown = _UNSHOWN.search(str(error))
                if unshown is None:
                    raise
                shorter = _without(unshown[1], content)
                if shorter == content:
                    break
                content = shorter
        return self._compile(template, _plain(content))

    def _compile(self, template: str, content: str) -> bytes:
        pdf = self._compiler.compile(
            input=self._templates / f"{template}.typ",
            format="pdf",
            sys_inputs={"data": content},
            pdf_standards=["ua-1"],
            timestamp=self._moment,
        )
        return cast(bytes, pdf)


def _printable(value: Any) -> Any:
    """The same data without what no font shows: control and format characters, emoji, code points
    that mean nothing. A line break stays, a tab is a space."""
    if isinstance(value, str):
        return value if value.isprintable() and not _EMOJI.search(value) else _shown(value)
    if isinstance(value, Mapping):
        return {key: _printable(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_printable(one) for one in value]
    return value


def _shown(text: str) -> str:
    plain = _EMOJI.sub("", text).replace("\t", " ")
    return "".join(sign for sign in plain if sign == "\n" or unicodedata.category(sign)[0] != "C")


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
