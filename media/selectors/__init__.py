"""Reads about activities and the libraries that play them."""

from media.selectors.closures import NotInstalled, installed_closure
from media.selectors.libraries import (
    approved_among,
    installed_libraries,
    revisions_needing,
    waiting_for,
)

__all__ = [
    "NotInstalled",
    "approved_among",
    "installed_closure",
    "installed_libraries",
    "revisions_needing",
    "waiting_for",
]
