"""Whom to call where, and in which language: a list that can be narrowed, with counts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from django.utils import timezone

from lms.abroad.countries import in_order
from lms.abroad.enums import CONTACTS, Field
from lms.abroad.models import LabourFact
from lms.abroad.selectors.shown import LANGUAGE_NAMES, Shown, Source, Sources, shown
from lms.core.filtering import Offer, Option, chosen_tests, counted, fitting, has

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
    options: Mapping[str, list[Option]]
    sources: tuple[Source, ...]
    total: int


def contact_list(*, country: str = "", spoken: str = "", language: str) -> ContactList:
    """Published contacts of today, narrowed to a country and to a language that is spoken there.

    An unknown country or language narrows nothing.
    """
    facts = list(LabourFact.objects.published().filter(field__in=_LISTED).on(timezone.localdate()))
    offers = {
        "tara": [
            Offer(
                place.code, place.name(language), has("country", place.code), place.code == country
            )
            for place in in_order(language)
        ],
        "limba": list(_languages(facts, spoken)),
    }
    tests = chosen_tests(offers)
    found = fitting(facts, tests)
    sources = Sources()
    countries = tuple(_countries(found, language, sources))
    return ContactList(
        countries=countries,
        options=counted(facts, tests, offers),
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


def _languages(facts: list[LabourFact], chosen: str) -> Iterator[Offer[LabourFact]]:
    """The languages in which anybody answers, whatever else is chosen, and the one asked for."""
    codes = {code for fact in facts for code in fact.spoken}
    for code, name in LANGUAGE_NAMES.items():
        if code in codes or code == chosen:
            yield Offer(code, name, partial(_answers_in, code), code == chosen)


def _answers_in(language: str, fact: LabourFact) -> bool:
    return language in fact.spoken
