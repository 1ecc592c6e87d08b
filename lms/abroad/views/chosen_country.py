"""The country that a reader chose for a check: nobody has to choose one."""

from lms.abroad.countries import COUNTRIES, in_order
from lms.abroad.selectors import guide_of
from lms.abroad.selectors.guides import eures_address


def chosen_country(country: str, language: str) -> dict[str, object]:
    """The form's countries, and the guide of the one that was chosen; an unknown one is none."""
    code = country.upper()
    known = code in COUNTRIES
    return {
        "countries": [(place.code, place.name(language)) for place in in_order(language)],
        "country": code if known else "",
        "guide": guide_of(code, language) if known else None,
        "eures_address": eures_address(language),
    }
