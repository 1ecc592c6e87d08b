"""From answers to what is said about them: pure functions of an instrument and numbers.

An answer is the place of a step on the scale, 0 for the first one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.selfcheck.instrument import Band, Instrument, Item


@dataclass(frozen=True)
class Answered:
    """One sentence with the answer that was chosen and what it adds."""

    item: Item
    answer: str
    points: int


@dataclass(frozen=True)
class Outcome:
    """What a whole set of answers leads to."""

    band: Band
    cares: tuple[str, ...]
    advised: tuple[Answered, ...]
    others: tuple[Answered, ...]


def total(instrument: Instrument, answers: Sequence[int]) -> int:
    """The sum of what the answers add; ValueError unless every item is answered once."""
    if len(answers) != len(instrument.items):
        raise ValueError("a band needs an answer to every item")
    return sum(item.points[answer] for item, answer in zip(instrument.items, answers, strict=True))


def band_of(instrument: Instrument, answers: Sequence[int]) -> Band:
    """The band in which these answers fall."""
    reached = total(instrument, answers)
    return [band for band in instrument.bands if band.least <= reached][-1]


def outcome(instrument: Instrument, answers: Sequence[int]) -> Outcome:
    """The band, what must be said first, the heaviest answers with their advice, and the rest."""
    band = band_of(instrument, answers)
    answered = [
        Answered(item, instrument.scale[answer], item.points[answer])
        for item, answer in zip(instrument.items, answers, strict=True)
    ]
    heavy = [one for one in answered if one.points >= one.item.advice_from]
    # Sorting is stable: among equals the order of the questions stays.
    heaviest = sorted(heavy, key=lambda one: -one.points)[: instrument.most_advice]
    return Outcome(
        band=band,
        cares=tuple(
            one.item.care for one in answered if one.item.care and one.points >= one.item.care_from
        ),
        advised=tuple(heaviest),
        others=tuple(one for one in answered if one not in heaviest),
    )
