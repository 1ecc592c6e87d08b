"""The list of what to have before leaving, one CSV file a language: part,key,text."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from lms.abroad.language_files import rows_in

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Section:
    """A heading and what is ticked below it."""

    key: str
    title: str
    items: tuple[str, ...]


@cache
def checklist(language: str) -> tuple[Section, ...]:
    """The list in this language, or in Romanian where there is none in it."""
    sections: list[tuple[str, str, list[str]]] = []
    for row in rows_in(FOLDER, language):
        if row["part"] == "section":
            sections.append((row["key"], row["text"], []))
        else:
            sections[-1][2].append(row["text"])
    return tuple(Section(key, title, tuple(items)) for key, title, items in sections)
