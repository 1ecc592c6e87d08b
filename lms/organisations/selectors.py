"""Reads about schools."""

from lms.core.text import fold
from lms.organisations.models import County, School
from lms.organisations.models.schools import LONGEST_FOLDED

# Shorter words find everything and say nothing.
SHORTEST_WORDS = 2


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
