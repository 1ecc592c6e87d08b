"""Whom to call where, and in which language: a list that can be narrowed, with counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from lms.abroad.countries import COUNTRIES, in_order
from lms.abroad.enums import CONTACTS, Field
from lms.abroad.models import LabourFact
from lms.abroad.selectors.shown import LANGUAGE_NAMES, Shown, Source, Sources, shown
from lms.core.filtering import Option

# 112 is the same everywhere and stands above the list.
_LISTED = sorted(CONTACTS - {Field.EMERGENCY})


@dataclass(frozen=True)
class CountryContacts:
    """The contacts of one country, each with what it is for."""

    code: str
    name: str
    slug: str
    items: tuple[tuple[str, Shown], ...]


@dataclass(frozen=True)
class ContactList:
    """Contacts by country, what the form offers, and the sources."""

    countries: tuple[CountryContacts, ...]
    country_options: tuple[Option, ...]
    language_options: tuple[Option, ...]
    sources: tuple[Source, ...]
    total: int


def contact_list(*, country: str = "", spoken: str = "", language: str) -> ContactList:
    """Published contacts of today, narrowed to a country and to a language that is spoken there.

    An unknown country or language narrows nothing.
    """
    facts = list(LabourFact.objects.published().filter(field__in=_LISTED).on(timezone.localdate()))
    country = country if country in COUNTRIES else ""
    spoken = spoken if spoken in LANGUAGE_NAMES else ""
    here = [fact for fact in facts if country in ("", fact.country)]
    found = [fact for fact in here if not spoken or spoken in fact.spoken]
    speaking = [fact for fact in facts if not spoken or spoken in fact.spoken]
    sources = Sources()
    countries = tuple(_countries(found, language, sources))
    return ContactList(
        countries=countries,
        country_options=_country_options(speaking, country, language),
        language_options=_language_options(facts, here, spoken),
        sources=tuple(sources.all()),
        total=len(found),
    )


def _countries(
    facts: list[LabourFact], language: str, sources: Sources
) -> Iterator[CountryContacts]:
    for place in in_order(language):
        items = tuple(
            (str(Field(fact.field).label), shown(fact, sources))
            for fact in facts
            if fact.country == place.code
        )
        if items:
            yield CountryContacts(place.code, place.name(language), place.slug, items)


def _country_options(facts: list[LabourFact], chosen: str, language: str) -> tuple[Option, ...]:
    counts = dict.fromkeys(COUNTRIES, 0)
    for fact in facts:
        counts[fact.country] += 1
    return tuple(
        Option(place.code, place.name(language), counts[place.code], place.code == chosen)
        for place in in_order(language)
    )


def _language_options(
    facts: list[LabourFact], here: list[LabourFact], chosen: str
) -> tuple[Option, ...]:
    codes = {code for fact in facts for code in fact.spoken}
    return tuple(
        Option(code, name, sum(code in fact.spoken for fact in here), code == chosen)
        for code, name in LANGUAGE_NAMES.items()
        if code in codes
    )
