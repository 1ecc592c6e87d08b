"""The countries that can be chosen, on the map and in the list."""

from dataclasses import dataclass
from typing import TypedDict

from lms.abroad.countries import Country, in_order
from lms.abroad.map_of_europe import TILE, Tile, size, tiles
from lms.abroad.models import AbroadIndexPage, CountryGuidePage


@dataclass(frozen=True)
class Choice:
    """A country that has a guide in this language: its name and its address below the list."""

    country: Country
    name: str
    slug: str


@dataclass(frozen=True)
class NamedTile:
    """A tile of the map with the choice that it stands for."""

    tile: Tile
    choice: Choice


class CountryChoices(TypedDict):
    """What the list of countries shows."""

    choices: list[Choice]
    map_tiles: list[NamedTile]
    map_width: int
    map_height: int
    tile: int


def country_choices(index: AbroadIndexPage) -> CountryChoices:
    """The published guides below this list, in the alphabet of its language, and on the map."""
    language = index.locale.language_code
    guides = CountryGuidePage.objects.child_of(index).live()
    slugs = dict(guides.values_list("country", "slug"))
    choices = [
        Choice(country, country.name(language), slugs[country.code])
        for country in in_order(language)
        if country.code in slugs
    ]
    by_code = {choice.country.code: choice for choice in choices}
    width, height = size()
    return {
        "choices": choices,
        "map_tiles": [
            NamedTile(one, by_code[one.country.code])
            for one in tiles()
            if one.country.code in by_code
        ],
        "map_width": width,
        "map_height": height,
        "tile": TILE,
    }
