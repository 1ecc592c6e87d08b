"""Reads about the library: who may read what, activities, and what plays them."""

from media.selectors.closures import NotInstalled, installed_closure
from media.selectors.libraries import (
    approved_among,
    installed_libraries,
    revisions_needing,
    waiting_for,
)
from media.selectors.rules import Rules, is_closed, rules_of, rules_of_picture

__all__ = [
    "NotInstalled",
    "Rules",
    "approved_among",
    "installed_closure",
    "installed_libraries",
    "is_closed",
    "revisions_needing",
    "rules_of",
    "rules_of_picture",
    "waiting_for",
]
