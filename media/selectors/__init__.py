"""Reads about the library: who may read what, recordings, activities, and what plays them."""

from media.recordings.players import Card, Player, cards_of, player_of
from media.recordings.selectors import (
    caption_files,
    is_public,
    kit_copy_of,
    may_see,
    public_pages_with,
)
from media.selectors.closures import NotInstalled, installed_closure
from media.selectors.libraries import (
    approved_among,
    installed_libraries,
    revisions_needing,
    waiting_for,
)
from media.selectors.rules import (
    Rules,
    documents_closed_for,
    is_closed,
    rules_of,
    rules_of_picture,
)

__all__ = [
    "Card",
    "NotInstalled",
    "Player",
    "Rules",
    "approved_among",
    "caption_files",
    "cards_of",
    "documents_closed_for",
    "installed_closure",
    "installed_libraries",
    "is_closed",
    "is_public",
    "kit_copy_of",
    "may_see",
    "player_of",
    "public_pages_with",
    "revisions_needing",
    "rules_of",
    "rules_of_picture",
    "waiting_for",
]
