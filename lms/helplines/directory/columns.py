"""The columns of the table: our field, the title that we write, other titles that we know."""

from lms.core.text import fold

TITLES = {
    "county": "județ",
    "sector": "sector",
    "name": "denumire",
    "phone": "telefon",
    "address": "adresă",
    "web": "pagina web",
    "source_title": "sursă",
    "source_address": "adresa sursei",
    "checked_on": "verificat la",
    "published": "publicat",
}
_ALSO = {
    "county": {"judetul", "indicativ"},
    "name": {"nume", "institutie", "dgaspc"},
    "phone": {"tel", "numar de telefon"},
    "address": {"adresa postala", "sediu"},
    "web": {"web", "site", "pagina"},
    "source_title": {"sursa datelor"},
    "checked_on": {"data verificarii", "verificata la"},
    "published": {"publicata"},
}
REQUIRED = ("county", "name", "phone")


def columns_of(cells: list[str]) -> dict[str, int]:
    """{our field: its column} of a row of titles; {} when it is none."""
    folded = [fold(cell) for cell in cells]
    found = {}
    for field, title in TITLES.items():
        known = {fold(title)} | _ALSO.get(field, set())
        at = next((index for index, cell in enumerate(folded) if cell in known), None)
        if at is not None:
            found[field] = at
    return found if set(REQUIRED) <= found.keys() else {}
