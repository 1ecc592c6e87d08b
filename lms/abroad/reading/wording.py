"""What the cells of the data files say, worded for readers (`wording.toml`)."""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_WEB = re.compile(r"\b(?:https?://)?(?:[\w-]+\.)+[a-z]{2,}(?:/[\w./%-]*)?", re.IGNORECASE)
_PHONE = re.compile(r"\+?\d(?:[\d ./()-]*\d)?")
_GLOSS = re.compile(r"\([^)]*\)")

Notes = dict[str, str]
LANGUAGES = ("ro", "en", "hu", "uk")


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "wording.toml").read_text(encoding="utf-8"))


def notes(keys: str | list[str]) -> Notes:
    """The notes of these keys in each language, one after the other."""
    known = _words()["notes"]
    named = [keys] if isinstance(keys, str) else keys
    found = [known[key] for key in named if key]
    return {f"note_{code}": "; ".join(one[code] for one in found) for code in LANGUAGES}


def contacts(cell: str) -> list[dict[str, str]]:
    """The contacts of a cell, each a set of columns. Of a cell that we have no words for, the
    first number, address and page: what else it says is for an editor."""
    known = _words()["contacts"].get(cell)
    if known is not None:
        return [_columns(part) for part in known]
    mail, plain = _MAIL.search(cell), _GLOSS.sub(" ", _MAIL.sub(" ", cell))
    web = _WEB.search(plain)
    phone = _PHONE.search(_WEB.sub(" ", plain))
    found = {
        "phone": phone[0].strip() if phone else "",
        "email": mail[0] if mail else "",
        "web": web_address(web[0]) if web else "",
    }
    return [{name: value for name, value in found.items() if value}]


def named(cell: str) -> dict[str, str]:
    """An institution's name as it is written there, with a note of what it is."""
    known = _words()["names"].get(cell)
    return {"text": cell[:255]} if known is None else _columns(known)


def unit_notes(unit: str) -> Notes:
    """What a unit's text says beside the unit."""
    key = _words()["units"].get(unit)
    return notes(key) if key else {}


def said_of(field: str, cell: str) -> tuple[str, Notes] | None:
    """The field that a row of this kind says more about, and what; None for an ordinary row."""
    known = _words()["said_of"].get(field)
    if known is None:
        return None
    key = known["values"].get(cell)
    return known["field"], notes(key) if key else {}


def web_address(text: str) -> str:
    """An address that can be opened: with its scheme."""
    return text if "://" in text else f"https://{text}"


def _columns(part: dict[str, Any]) -> dict[str, str]:
    columns = {name: value for name, value in part.items() if name != "note"}
    return {**columns, **notes(part.get("note", ""))}
