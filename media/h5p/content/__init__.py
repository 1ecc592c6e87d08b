"""The parameters of content types (content.json) as values, read and written.

>>> reading = read("H5P.TrueFalse 1.8", {"question": "<p>?</p>", "correct": "true", "new": 1})
>>> reading.content.correct, reading.losses
(True, (Loss(path='$.new', value=1, reason='unknown-field'),))
>>> write(reading.content, Profile(), Strings("ro"))["l10n"]["checkAnswer"]
'Verifică'

Source of the shapes: semantics.json of each library (github.com/h5p, MIT).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from media.h5p.content.blanks import Blanks
from media.h5p.content.branching import AdvancedText, BranchingQuestion, BranchingScenario
from media.h5p.content.course_presentation import CoursePresentation
from media.h5p.content.drag_text import DragText
from media.h5p.content.gaps import Blank, Drop
from media.h5p.content.interactive_video import InteractiveVideo
from media.h5p.content.multi_choice import MultiChoice
from media.h5p.content.places import ContentError, Loss, Place
from media.h5p.content.profiles import CONSERVATIVE, NEWEST, Library, Profile, Version
from media.h5p.content.question_set import QuestionSet
from media.h5p.content.registry import (
    Content,
    Nested,
    Other,
    known_types,
    read_content,
    write_content,
)
from media.h5p.content.single_choice_set import SingleChoiceSet
from media.h5p.content.strings import (
    Strings,
    UnknownLanguageError,
    UnknownVersionError,
    library_texts,
)
from media.h5p.content.summary import Summary
from media.h5p.content.true_false import TrueFalse
from media.h5p.content.writers import Writer

__all__ = [
    "CONSERVATIVE",
    "NEWEST",
    "AdvancedText",
    "Blank",
    "Blanks",
    "BranchingQuestion",
    "BranchingScenario",
    "Content",
    "ContentError",
    "CoursePresentation",
    "DragText",
    "Drop",
    "InteractiveVideo",
    "Library",
    "Loss",
    "MultiChoice",
    "Nested",
    "Other",
    "Profile",
    "QuestionSet",
    "Reading",
    "SingleChoiceSet",
    "Strings",
    "Summary",
    "TrueFalse",
    "UnknownLanguageError",
    "UnknownVersionError",
    "Version",
    "known_types",
    "library_texts",
    "read",
    "write",
]


@dataclass(frozen=True)
class Reading:
    """What was read, and what the value does not carry."""

    content: Content | Other
    losses: tuple[Loss, ...] = ()


def read(library: str | Library, params: Mapping[str, Any]) -> Reading:
    """Read the parameters of a library ("H5P.MultiChoice 1.16"). A type that is not known comes
    back as `Other`. Raises ContentError with the path of what is malformed, ValueError for a
    library that is not one."""
    library = Library.parse(library) if isinstance(library, str) else library
    place = Place()
    content = read_content(library, params, place)
    return Reading(content, tuple(place.losses))


def write(content: Content | Other, profile: Profile, strings: Strings) -> dict[str, Any]:
    """The parameters for the profile's version, with every UI string of that version."""
    params: dict[str, Any] = write_content(content, Writer(profile, strings))
    return params
