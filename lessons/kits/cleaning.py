"""Text that no file format can choke on, applied once to the whole sheet."""

import re
import unicodedata
from dataclasses import fields, is_dataclass, replace
from typing import Any, TypeVar, cast

# XML 1.0 has no place for these, so one of them would make Word refuse the file: C0 and C1
# controls, lone surrogates and non-characters. Invisible direction overrides can disguise text.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)

Sheet = TypeVar("Sheet")


def clean_text(text: str) -> str:
    """The text without control characters, composed (NFC) so that ș is one character."""
    return unicodedata.normalize("NFC", _UNPRINTABLE.sub("", text.replace("\r\n", "\n")))


def clean_sheet(sheet: Sheet) -> Sheet:
    """A copy of a record tree in which every text went through `clean_text`."""
    return cast(Sheet, _cleaned(sheet))


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return tuple(_cleaned(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {field.name: _cleaned(getattr(value, field.name)) for field in fields(value)}
        return replace(value, **changes)
    return value
