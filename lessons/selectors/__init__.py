"""Reads of lessons."""

from lessons.selectors.catalogue import Catalogue, Choices, catalogue
from lessons.selectors.editions import (
    current_edition,
    edition_of_token,
    registration_ring,
    registration_token,
)
from lessons.selectors.figures import facts_of, resolve_statistic
from lessons.selectors.personal import reminder_data
from lessons.selectors.plan_pages import public_plan

__all__ = [
    "Catalogue",
    "Choices",
    "catalogue",
    "current_edition",
    "edition_of_token",
    "facts_of",
    "public_plan",
    "registration_ring",
    "registration_token",
    "reminder_data",
    "resolve_statistic",
]
