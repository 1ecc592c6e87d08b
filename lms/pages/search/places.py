"""Public addresses that are no pages of the tree: search and the sitemap name them beside pages.

They are data (`places.toml`): an address by its view, its kind, and for each language that has it a
title, a line about it and the words by which people look for it.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.urls import reverse
from django.utils import translation

from lms.pages.search.ranking import Entry
from lms.pages.search.words import index_words


@dataclass(frozen=True)
class PlaceWords:
    """What a place is called in one language."""

    title: str
    text: str
    words: str


@dataclass(frozen=True)
class Place:
    """A public address: its view, with at most one argument, and its words by language."""

    view: str
    argument: str
    kind: str
    in_sitemap: bool
    words: dict[str, PlaceWords]

    @property
    def key(self) -> str:
        """How search calls it."""
        return f"{self.view} {self.argument}".strip()

    def address(self, language: str) -> str:
        """Its address in one language."""
        with translation.override(language):
            return reverse(self.view, args=[self.argument] if self.argument else [])


@cache
def all_places() -> dict[str, Place]:
    """Every place by its key."""
    rows = tomllib.loads(Path(__file__).with_name("places.toml").read_text())["places"]
    places = [
        Place(
            view=row["view"],
            argument=row.get("argument", ""),
            kind=row["kind"],
            in_sitemap=row.get("in_sitemap", True),
            words={
                language: PlaceWords(**row[language])
                for language in ("ro", "en", "hu", "uk")
                if language in row
            },
        )
        for row in rows
    ]
    return {place.key: place for place in places}


@cache
def place_entries(language: str) -> tuple[Entry, ...]:
    """What search looks through of the places that this language has."""
    return tuple(
        Entry(
            key=place.key,
            title=index_words(place.words[language].title),
            lead=index_words(place.words[language].text),
            body=index_words(place.words[language].words),
        )
        for place in all_places().values()
        if language in place.words
    )
