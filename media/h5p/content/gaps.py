"""The micro-syntax of gaps, read as the players read it and written so that they cannot misread it.

Blanks: `*answer/alternative:tip*` in HTML. Drag text: `*word:tip\\+if right\\-if wrong*` in plain
text that the player shows as HTML. Neither has an escape of its own: what would be read as syntax
is written as a character reference, which both players decode (`&#42;` for an asterisk).
"""

import html
import re
from collections.abc import Iterable
from dataclasses import dataclass

_SIMPLE_TAG = re.compile(r"</?[a-z]*\d?>", re.I)
_TIP = re.compile(r":([^\\*]+)")
_RIGHT = re.compile(r"\\\+([^\\*:]+)")
_WRONG = re.compile(r"\\-([^\\*:]+)")
_STAR = "&#42;"
_DROP_SIGNS = ":\\"


@dataclass(frozen=True)
class Blank:
    """A gap to write in. The first answer is the one shown as the solution."""

    answers: tuple[str, ...]
    tip: str = ""


@dataclass(frozen=True)
class Drop:
    """A gap to drag a word into, and what is said after a right or a wrong word."""

    word: str
    tip: str = ""
    right: str = ""
    wrong: str = ""


def _written(text: str, special: str = "") -> str:
    """Plain text as HTML in which none of the special signs stands as itself."""
    escaped = html.escape(text, quote=False)
    for sign in f"*{special}":
        escaped = escaped.replace(sign, f"&#{ord(sign)};")
    return escaped


def read_blanks(source: str) -> tuple[str | Blank, ...]:
    """HTML and gaps in turn. A star without a second one, and `**`, are text."""
    parts: list[str | Blank] = []
    text_from = search_from = 0
    while (start := source.find("*", search_from)) != -1:
        end = source.find("*", start + 1)
        if end == -1:
            break
        inside = _SIMPLE_TAG.sub("", source[start + 1 : end])
        search_from = end + 1
        if inside:
            parts += [source[text_from:start], _blank(inside)]
            text_from = search_from
            # The player looks for the next gap one sign too late.
            search_from += 1
    parts.append(source[text_from:])
    return tuple(
        part.replace(_STAR, "*") if isinstance(part, str) else part for part in parts if part
    )


def _blank(inside: str) -> Blank:
    answers, _, tip = inside.partition(":")
    return Blank(
        tuple(html.unescape(answer.strip()).strip() for answer in answers.split("/")),
        html.unescape(tip),
    )


def write_blanks(parts: Iterable[str | Blank]) -> str:
    """The HTML with gaps as content.json holds it. Between two gaps comes a space, without which
    the player does not see the second."""
    told = ""
    after_gap = False
    for part in parts:
        if isinstance(part, str):
            told += part.replace("*", _STAR)
        else:
            told += f"{' ' if after_gap else ''}*{_blank_inside(part)}*"
        after_gap = isinstance(part, Blank)
    return told


def _blank_inside(blank: Blank) -> str:
    inside = "/".join(_written(answer, "/:") for answer in blank.answers)
    if blank.tip:
        inside += f":{_written(blank.tip)}"
    # Nothing between two stars would be two stars.
    return inside or " "


def read_drops(source: str) -> tuple[str | Drop, ...]:
    """Plain text and gaps in turn."""
    parts = re.split(r"(\*.*?\*)", source, flags=re.S)
    # Every second part is what the pattern caught.
    read = [_drop(part) if number % 2 else html.unescape(part) for number, part in enumerate(parts)]
    return tuple(part for part in read if part)


def _drop(part: str) -> Drop:
    inside = part[1:-1]
    word = inside
    said = []
    for pattern in (_TIP, _RIGHT, _WRONG):
        found = [match[0] for match in pattern.finditer(inside)]
        said.append(html.unescape(pattern.findall(inside)[0].rstrip()) if found else "")
        # The player takes the first and removes all of them only if there is one.
        word = word.replace(",".join(found), "", 1)
    return Drop(html.unescape(word.strip()).strip(), *said)


def write_drops(parts: Iterable[str | Drop]) -> str:
    """The text as content.json holds it."""
    return "".join(
        _written(part) if isinstance(part, str) else f"*{_drop_inside(part)}*" for part in parts
    )


def _drop_inside(drop: Drop) -> str:
    inside = _written(drop.word, _DROP_SIGNS)
    for sign, words in ((":", drop.tip), ("\\+", drop.right), ("\\-", drop.wrong)):
        inside += sign + _written(words, _DROP_SIGNS) if words else ""
    return inside
