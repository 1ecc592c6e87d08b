"""How long what was once read may be trusted unseen: one rule, and the limit of each kind."""

from datetime import date, timedelta
from enum import Enum, auto


class Shelf(Enum):
    """Kinds of values that grow old at different speeds."""

    WAGE = auto()
    CONTACT = auto()
    LAW = auto()


# Eurostat prints wages for 1 January and 1 July; lines change without a word; days of leave and
# hours stand in laws that change slowly.
DAYS = {Shelf.WAGE: 214, Shelf.CONTACT: 180, Shelf.LAW: 730}
# It turns amber a month before it turns red.
WARNED_DAYS = 30


def oldest(kind: Shelf, today: date) -> date:
    """The earliest day of a check that still counts today."""
    return today - timedelta(days=DAYS[kind])


def is_stale(kind: Shelf, known: date | None, today: date) -> bool:
    """Whether it was last known to be true too long ago, or never."""
    return known is None or known < oldest(kind, today)


def is_nearly_stale(kind: Shelf, known: date, today: date) -> bool:
    """Whether it will be stale within the days of warning, or is already."""
    return known < oldest(kind, today) + timedelta(days=WARNED_DAYS)
