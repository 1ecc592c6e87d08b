"""Reads about class sessions."""

from lms.classrooms.selectors.reading import (
    chosen_sessions,
    is_said_by,
    latest_revisions,
    lesson_name,
    school_name,
    session_of_key,
    shown_sessions,
)
from lms.classrooms.selectors.standing import EntryHints, Standing, entry_hints, standings

__all__ = [
    "EntryHints",
    "Standing",
    "chosen_sessions",
    "entry_hints",
    "is_said_by",
    "latest_revisions",
    "lesson_name",
    "school_name",
    "session_of_key",
    "shown_sessions",
    "standings",
]
