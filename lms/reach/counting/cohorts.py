"""RR8 and RR9: how many different children, estimated from counts without names."""

from collections.abc import Iterable

from lms.reach.counting.facts import SessionFact


def largest_of_each_cohort(counted: Iterable[SessionFact]) -> list[SessionFact]:
    """The single session that stands for each cohort: the one with most pupils.

    Its own girls, boys and undisclosed are taken; a maximum of each would make up children that
    nobody saw.
    """
    best: dict[tuple[object, ...], SessionFact] = {}
    for fact in counted:
        cohort = fact.cohort
        holder = best.get(cohort)
        if holder is None or _rank(fact) > _rank(holder):
            best[cohort] = fact
    return list(best.values())


def _rank(fact: SessionFact) -> tuple[object, ...]:
    return (fact.pupils, -fact.undisclosed, fact.date, fact.reference)
