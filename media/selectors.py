"""Reads of media, for the apps above."""

from media.recordings.players import Card, Player, cards_of, player_of
from media.recordings.selectors import (
    caption_files,
    is_public,
    kit_copy_of,
    may_see,
    public_pages_with,
)

__all__ = [
    "Card",
    "Player",
    "caption_files",
    "cards_of",
    "is_public",
    "kit_copy_of",
    "may_see",
    "player_of",
    "public_pages_with",
]
