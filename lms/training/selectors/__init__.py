"""Reads of programmes, for views and other apps."""

from lms.training.selectors.facilitators import is_facilitator
from lms.training.selectors.programme_pages import guide_context, programme_context
from lms.training.selectors.programmes import (
    ProgrammeList,
    programme_list,
    programme_of,
    programme_titles,
    programme_to_hold,
    public_programme,
)
from lms.training.selectors.reading import READ_TRAINERS_PART, keeping_programmes

__all__ = [
    "READ_TRAINERS_PART",
    "ProgrammeList",
    "guide_context",
    "is_facilitator",
    "keeping_programmes",
    "programme_context",
    "programme_list",
    "programme_of",
    "programme_titles",
    "programme_to_hold",
    "public_programme",
]
