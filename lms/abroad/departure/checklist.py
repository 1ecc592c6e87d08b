"""The list of what to have before leaving, one CSV file a language: part,key,text."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Section:
    """A heading and what is ticked below it."""

    key: str
    title: str
    items: tuple[str, ...]


def languages() -> frozenset[str]:
    """The languages that there are files in."""
    return frozenset(path.stem for path in FOLDER.glob("*.csv"))


@cache
def checklist(language: str) -> tuple[Section, ...]:
    """The list in this language, or in Romanian where there is none in it."""
    shown = language if language in languages() else settings.LANGUAGE_CODE
    sections: list[tuple[str, str, list[str]]] = []
    with (FOLDER / f"{shown}.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["part"] == "section":
                sections.append((row["key"], row["text"], []))
            else:
                sections[-1][2].append(row["text"])
    return tuple(Section(key, title, tuple(items)) for key, title, items in sections)
