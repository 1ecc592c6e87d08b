"""Declared figures that are far from what the same organisation said the year before."""

from collections.abc import Iterable

from lms.core.record_status import COUNTED_RECORDS
from lms.reach.models import DeclaredFigure

# Three times as many or as few, and not only a handful of people.
FAR = 3
A_HANDFUL = 20


def year_before(figures: Iterable[DeclaredFigure]) -> dict[int, int]:
    """What each of these figures was the year before, by its key; those without one are absent.
    One query."""
    wanted = list(figures)
    earlier = DeclaredFigure.objects.filter(
        organisation__in={one.organisation_id for one in wanted},
        year__in={one.year - 1 for one in wanted},
        latest__status__in=COUNTED_RECORDS,
    ).values_list("organisation", "indicator", "audience", "part", "year", "latest__value")
    known = {tuple(row[:5]): row[5] for row in earlier}
    return {
        one.pk: known[key]
        for one in wanted
        if (key := (one.organisation_id, one.indicator, one.audience, one.part, one.year - 1))
        in known
    }


def outlying_figures(figures: Iterable[DeclaredFigure]) -> frozenset[int]:
    """The keys of the figures that are far from the year before."""
    wanted = list(figures)
    before = year_before(wanted)
    return frozenset(
        one.pk
        for one in wanted
        if one.pk in before and one.latest and _is_far(one.latest.value, before[one.pk])
    )


def _is_far(now: int, before: int) -> bool:
    smaller, larger = sorted((now, before))
    return larger - smaller > A_HANDFUL and larger >= FAR * smaller
