"""The text of an activity as parts of a page. Headings begin with #, options with - (media.h5p.text
writes it so, and editors may)."""

import re
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

_HEADING = re.compile(r"#{1,6}\s+(.+)")
_OPTION = re.compile(r"[-*•]\s+(.+)")
Kind = Literal["heading", "list", "text"]


@dataclass(frozen=True)
class Part:
    """A heading, a paragraph or a list; the first two have one line."""

    kind: Kind
    lines: tuple[str, ...]


def parts_of(text: str) -> list[Part]:
    """The parts of a twin, in order."""
    found: list[Part] = []
    lines = (_read(line.strip()) for line in text.splitlines() if line.strip())
    for kind, group in groupby(lines, key=lambda read: read[0]):
        listed = tuple(line for _kind, line in group)
        if kind == "list":
            found.append(Part(kind, listed))
        else:
            found += [Part(kind, (line,)) for line in listed]
    return found


def tasks_of(title: str, text: str) -> list[tuple[str, tuple[str, ...]]]:
    """A twin as tasks of a worksheet: words, and the options below them. The first has the title
    before its words."""
    found: list[tuple[str, tuple[str, ...]]] = []
    waiting = [title]
    for part in parts_of(text):
        if part.kind == "list":
            found.append(("\n".join(waiting), part.lines))
            waiting = []
        else:
            waiting += part.lines
    return [*found, ("\n".join(waiting), ())] if waiting else found


def _read(line: str) -> tuple[Kind, str]:
    if heading := _HEADING.fullmatch(line):
        return "heading", heading[1]
    if option := _OPTION.fullmatch(line):
        return "list", option[1]
    return "text", line
