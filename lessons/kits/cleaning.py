"""Text that no file format can choke on, applied once to the whole sheet."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

# XML 1.0 has no place for these, so one of them would make Word refuse the file: C0 and C1
# controls, lone surrogates and non-characters. Invisible direction overrides can disguise text.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

# Telephone numbers, thousands and figures with their unit stay on one line.
_WITHIN_A_FIGURE = re.compile(r"(?<=\d) (?=\d|%|(?:min|lei|euro|EUR)\b)")

Sheet = TypeVar("Sheet")


def clean_text(text: str) -> str:
    """The text without control characters, composed (NFC) so that ș is one character, with
    figures that no line break tears apart."""
    printable = _UNPRINTABLE.sub("", text.replace("\r\n", "\n"))
    return _WITHIN_A_FIGURE.sub("\u00a0", unicodedata.normalize("NFC", printable))


def clean_sheet(sheet: Sheet) -> Sheet:
    """A copy of a record tree in which every text went through `clean_text`."""
    return with_each_text(sheet, clean_text)


def with_each_text(sheet: Sheet, change: Callable[[str], str]) -> Sheet:
    """A copy of a record tree in which every text, however deep, went through `change`."""
    return cast(Sheet, _changed(sheet, change))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_changed(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {f.name: _changed(getattr(value, f.name), change) for f in fields(value)}
        return replace(value, **changes)
    return value
