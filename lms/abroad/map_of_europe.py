"""Europe as tiles: every country a square of one size, about where it lies.

A tile map weighs a few kilobytes, is as large to touch for Malta as for Germany, and reads the same
on a phone and on paper.
"""

from dataclasses import dataclass

from lms.abroad.countries import COUNTRIES, Country

# Rows from the north, columns from the west. Dots are what has no guide: sea, and the other
# countries.
_ROWS = """
. . . . NO SE FI
. . . . . . EE
IE GB . DK . . LV
. . NL DE PL LT .
. BE LU CZ SK . .
. FR CH AT HU RO .
PT ES . SI HR BG .
. . IT . . GR CY
. . MT . . . .
"""
TILE, GAP = 44, 4


@dataclass(frozen=True)
class Tile:
    """One country's square, in the units of the drawing."""

    country: Country
    x: int
    y: int
    text_x: int
    text_y: int


def tiles() -> list[Tile]:
    """All tiles from north to south, from west to east: the order of the keyboard as well."""
    step = TILE + GAP
    return [
        Tile(
            COUNTRIES[code],
            column * step,
            row * step,
            column * step + TILE // 2,
            row * step + TILE // 2,
        )
        for row, line in enumerate(_ROWS.strip().splitlines())
        for column, code in enumerate(line.split())
        if code in COUNTRIES
    ]


def size() -> tuple[int, int]:
    """Width and height of the drawing."""
    rows = [line.split() for line in _ROWS.strip().splitlines()]
    step = TILE + GAP
    return max(map(len, rows)) * step - GAP, len(rows) * step - GAP
