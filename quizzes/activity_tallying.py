"""Adding up what came of activities, without saying whose. Plain functions of rows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from quizzes.enums import ScoredBy

Amounts = dict[str, float]
_Place = tuple[UUID, UUID, int]


@dataclass(frozen=True, slots=True)
class Opened:
    """One attempt opened one file of an activity at one step."""

    attempt: UUID
    step: UUID
    activity: int
    revision: int


@dataclass(frozen=True, slots=True)
class Ended:
    """What one attempt came to there, in the file that the outcome is of."""

    attempt: UUID
    step: UUID
    activity: int
    revision: int
    raw: float | None
    max: float | None
    by: str


def activity_amounts(
    opened: Iterable[Opened], ended: Iterable[Ended]
) -> Iterator[tuple[Opened, Amounts]]:
    """What each attempt adds to the tally of an activity: once for each step, however many files
    of it were opened there. It counts with the file of its outcome, or else with the newest."""
    outcomes: dict[_Place, Ended] = {(e.attempt, e.step, e.activity): e for e in ended}
    places: dict[_Place, Opened] = {}
    for one in opened:
        place = one.attempt, one.step, one.activity
        if place not in places or places[place].revision < one.revision:
            places[place] = one
    for place, one in places.items():
        outcome = outcomes.get(place)
        if outcome is None:
            yield one, {"n": 1}
        else:
            counted = Opened(one.attempt, one.step, one.activity, outcome.revision)
            yield counted, {"n": 1, "completed": 1, **_score_amounts(outcome)}


def _score_amounts(outcome: Ended) -> Amounts:
    if outcome.raw is None or not outcome.max:
        return {}
    return {
        # Numbers: of a single learner they are shown as they are.
        "by_server": int(outcome.by == ScoredBy.SERVER),
        "by_client": int(outcome.by == ScoredBy.CLIENT),
        "full": int(outcome.raw == outcome.max),
        "share": outcome.raw / outcome.max,
    }
