"""How options are called in front of people: letters, and what a pick says in words."""

from quizzes.enums import PLACE_KINDS, Kind
from quizzes.sheets import QuestionSheet


def letter(index: int) -> str:
    """The letter of the option at this place: A, B, C, …"""
    return chr(ord("A") + index)


def text_of(sheet: QuestionSheet) -> str:
    """The question as one line to read: a gap is its number in brackets."""
    return "".join(part if isinstance(part, str) else f"({part})" for part in sheet.pieces())


def split_pick(pick: str) -> tuple[int, str]:
    """The place and the key of a pick of a kind with places: "2c" is (2, "c")."""
    digits = len(pick) - len(pick.lstrip("0123456789"))
    return int(pick[:digits]), pick[digits:]


def pick_text(sheet: QuestionSheet, pick: str) -> str:
    """What was picked, in the question's own words."""
    if sheet.kind not in PLACE_KINDS:
        return sheet.option(pick).text
    place, key = split_pick(pick)
    if sheet.kind == Kind.MATCH:
        target = next(target.text for target in sheet.targets if target.key == key)
        return f"{sheet.options[place - 1].text} → {target}"
    return f"{place}: {sheet.option(key).text}"
