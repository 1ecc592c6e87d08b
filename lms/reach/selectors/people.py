"""What is not additive: different pupils, schools and teachers of a period."""

from dataclasses import dataclass

from django.db.models import Count, Q, Sum

from lms.reach.selectors.judged import Judgements

_UNIQUE = ("girls", "boys", "undisclosed", "pupils")
Unique = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Presence:
    """How many schools and teachers, and how many sessions have no known teacher."""

    schools: int
    teachers: int
    without_teacher: int


def presence(found: Judgements) -> Presence:
    """Different schools and teachers of these sessions. One query, three when some of them are
    judged in memory."""
    numbers = found.lines.order_by().aggregate(
        schools=Count("school", distinct=True),
        teachers=Count("teacher", distinct=True, filter=~Q(teacher="")),
        without=Count("pk", filter=Q(teacher="")),
    )
    facts = [row.fact for row in found.extra]
    schools = {fact.school_id for fact in facts} - {None}
    teachers = {fact.teacher for fact in facts} - {""}
    if facts:
        known = found.lines.order_by()
        schools -= set(known.filter(school__in=schools).values_list("school", flat=True))
        teachers -= set(known.filter(teacher__in=teachers).values_list("teacher", flat=True))
    return Presence(
        schools=numbers["schools"] + len(schools),
        teachers=numbers["teachers"] + len(teachers),
        without_teacher=numbers["without"] + sum(not fact.teacher for fact in facts),
    )


def unique_pupils(counted: Judgements) -> dict[str, Unique]:
    """RR8 by county: girls, boys, undisclosed, pupils."""
    chosen = counted.one_a_cohort()
    groups = chosen.lines.order_by().values("county")
    sums = groups.annotate(**{f"sum_{name}": Sum(name) for name in _UNIQUE})
    found: dict[str, Unique] = {
        county: (girls, boys, undisclosed, pupils)
        for county, girls, boys, undisclosed, pupils in sums.values_list(
            "county", *(f"sum_{name}" for name in _UNIQUE)
        )
    }
    for row in chosen.extra:
        before = found.get(row.fact.county, (0, 0, 0, 0))
        own = row.fact.cell[1:5]
        girls, boys, undisclosed, pupils = map(sum, zip(before, own, strict=True))
        found[row.fact.county] = (girls, boys, undisclosed, pupils)
    return found
