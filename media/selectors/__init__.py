"""Reads about activities and the libraries that play them."""

from media.selectors.libraries import (
    approved_among,
    installed_libraries,
    revisions_needing,
    waiting_for,
)

__all__ = ["approved_among", "installed_libraries", "revisions_needing", "waiting_for"]
