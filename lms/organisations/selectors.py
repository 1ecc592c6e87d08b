"""Reads about counties, schools and members' projects."""

import re
from datetime import date

from django.db.models import Q, QuerySet

from lms.core.text import fold
from lms.organisations.models import (
    County,
    FundingProject,
    MemberOrganisation,
    PupilNumber,
    School,
)
from lms.organisations.models.schools import LONGEST_FOLDED

# Shorter words find everything and say nothing.
SHORTEST_WORDS = 2
_BEFORE_COUNTY = re.compile(r"^(judetul|jud\.?|municipiul|mun\.?)\s+")


def county_codes() -> dict[str, str]:
    """Mnemonics by what `county_key` makes of a county's name, and by themselves."""
    counties = dict(County.objects.values_list("mnemonic", "name"))
    by_name = {county_key(name): code for code, name in counties.items()}
    return by_name | {fold(code): code for code in counties}


def county_key(text: str) -> str:
    """A county as people write it into tables, to be looked up: "Jud. Iași" is "iasi", and
    "Caraș-Severin" is also written without its hyphen."""
    return _BEFORE_COUNTY.sub("", " ".join(fold(text).replace("-", " ").split()))


def find_schools(words: str, county: County | None = None, limit: int = 20) -> list[School]:
    """Open schools whose name, locality, county or SIIIR code hold every word, in any spelling of
    diacritics; those whose name starts with the words first. At most `limit`, each with locality
    and county. Nothing for fewer than two letters; of a long text only the start is looked for."""
    folded = fold(words)[:LONGEST_FOLDED]
    if len(folded) < SHORTEST_WORDS:
        return []
    found = School.objects.open().matching(folded).select_related("locality", "county")
    if county is not None:
        found = found.filter(county=county)
    first = list(found.filter(folded__startswith=folded)[:limit])
    taken = [school.pk for school in first]
    return [*first, *found.exclude(pk__in=taken)[: limit - len(first)]]


def running_projects(
    organisation: MemberOrganisation | None, day: date, also: FundingProject | None = None
) -> QuerySet[FundingProject]:
    """The projects of this member that have not ended by that day, and the one that is named;
    nobody's when there is no organisation."""
    running = Q(organisation=organisation) & (Q(ends_on=None) | Q(ends_on__gte=day))
    wanted = running if organisation else Q(pk__in=())
    return FundingProject.objects.filter(wanted | Q(pk=also.pk) if also else wanted)


def pupil_numbers(year: int) -> dict[str, PupilNumber]:
    """The pupils of the school year that a calendar year begins in, or of the latest one before it
    that is known: by county mnemonic, "" for the whole country. One query."""
    known = PupilNumber.objects.filter(school_year__lt=year).select_related("county")
    return {
        number.county.mnemonic if number.county else "": number
        for number in known.order_by("school_year")
    }
