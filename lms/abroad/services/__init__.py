"""Writes of labour facts: one value, a whole file, and "checked today"."""

from lms.abroad.services.facts import FactOverlap, check_room, confirm_fact, save_fact
from lms.abroad.services.refreshing import Changes, add_missing, refresh

__all__ = [
    "Changes",
    "FactOverlap",
    "add_missing",
    "check_room",
    "confirm_fact",
    "refresh",
    "save_fact",
]
