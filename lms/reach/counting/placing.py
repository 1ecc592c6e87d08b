"""What every record adds to its figure: the lines of a list add up to what is printed."""

from collections.abc import Iterable
from typing import Generic, NamedTuple, TypeVar

from lms.core.record_status import COUNTED_RECORDS
from lms.reach.counting.campaigns import CampaignFact, count_campaigns
from lms.reach.counting.declared import DeclaredFact, count_declared
from lms.reach.counting.trainings import LIST, TrainingFact
from lms.reach.enums import Placing

Fact = TypeVar("Fact", CampaignFact, TrainingFact, DeclaredFact)


class Placed(NamedTuple, Generic[Fact]):
    """A record, whether it counts, and the people that it adds to the figure."""

    fact: Fact
    placing: Placing
    adds: int = 0


def place_campaigns(facts: Iterable[CampaignFact]) -> list[Placed[CampaignFact]]:
    """RR11: of every event the highest figure adds, the first of equal ones; the facts of one
    organisation alone give its own line."""
    known = sorted(facts, key=lambda fact: (fact.event_key, -fact.people, fact))
    counted, adding = set(count_campaigns(known).counted), set[str]()
    placed = []
    for fact in known:
        if fact not in counted:
            reported = fact.status in COUNTED_RECORDS
            placed.append(Placed(fact, Placing.APART if reported else Placing.NOT_REPORTED))
        elif fact.event_key in adding:
            placed.append(Placed(fact, Placing.JOINT))
        else:
            adding.add(fact.event_key)
            placed.append(Placed(fact, Placing.COUNTED, fact.people))
    return placed


def place_trainings(facts: Iterable[TrainingFact]) -> list[Placed[TrainingFact]]:
    """RR12: a person adds to the first training whose list has them, in the order of the days."""
    seen: set[str] = set()
    placed = []
    for fact in sorted(facts, key=lambda fact: (fact.date, fact.reference)):
        if fact.status not in COUNTED_RECORDS:
            placed.append(Placed(fact, Placing.NOT_REPORTED))
            continue
        new = len(fact.people - seen) if fact.mode == LIST else fact.participants
        if fact.mode == LIST:
            seen |= fact.people
        placed.append(Placed(fact, Placing.COUNTED, new))
    return placed


def place_declared(facts: Iterable[DeclaredFact]) -> list[Placed[DeclaredFact]]:
    """RR14, and parts "din care" under the figure that they belong to."""
    known = sorted(facts, key=_in_print)
    report = count_declared(known)
    counted, aside, parts = set(report.counted), set(report.set_aside), set(report.parts)
    return [
        Placed(fact, Placing.COUNTED, fact.value)
        if fact in counted
        else Placed(fact, _placing_of(fact, aside, parts))
        for fact in known
    ]


def _placing_of(fact: DeclaredFact, aside: set[DeclaredFact], parts: set[DeclaredFact]) -> Placing:
    if fact in aside:
        return Placing.SET_ASIDE
    return Placing.PART if fact in parts else Placing.NOT_REPORTED


def _in_print(fact: DeclaredFact) -> tuple[str, str, str, str, DeclaredFact]:
    return fact.indicator, fact.organisation, fact.audience, fact.part, fact
