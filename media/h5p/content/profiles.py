"""Library names with versions, and which versions an export is written for."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

_REFERENCE = re.compile(r"([$A-Za-z_][\w.$-]{0,254}) (\d{1,5})\.(\d{1,5})")


class Version(NamedTuple):
    """Major and minor number; the patch does not decide what content looks like."""

    major: int
    minor: int

    def __str__(self) -> str:
        return f"{self.major}.{self.minor}"


class Library(NamedTuple):
    """`H5P.MultiChoice 1.16`, as content.json names the library of nested content."""

    name: str
    version: Version

    def __str__(self) -> str:
        return f"{self.name} {self.version}"

    @classmethod
    def parse(cls, text: str) -> "Library":
        """From "Name major.minor". Raises ValueError for anything else."""
        found = _REFERENCE.fullmatch(text)
        if not found:
            raise ValueError(f"not a library: {text[:80]!r}")
        return cls(found[1], Version(int(found[2]), int(found[3])))


# Versions that Lumi and Moodle sites have had for long. A newer player upgrades older content by
# itself; an older one refuses newer content. Compound types are those that accept these children.
CONSERVATIVE = {
    "H5P.AdvancedText": Version(1, 1),
    "H5P.Blanks": Version(1, 14),
    "H5P.BranchingQuestion": Version(1, 0),
    "H5P.BranchingScenario": Version(1, 8),
    "H5P.CoursePresentation": Version(1, 25),
    "H5P.DragText": Version(1, 10),
    "H5P.InteractiveVideo": Version(1, 26),
    "H5P.MultiChoice": Version(1, 16),
    "H5P.QuestionSet": Version(1, 20),
    "H5P.SingleChoiceSet": Version(1, 11),
    "H5P.Summary": Version(1, 10),
    "H5P.TrueFalse": Version(1, 8),
}

# What the types had at the end of 2026: for sites that were brought up to date.
NEWEST = CONSERVATIVE | {
    "H5P.BranchingScenario": Version(1, 10),
    "H5P.CoursePresentation": Version(1, 27),
    "H5P.InteractiveVideo": Version(1, 28),
    "H5P.QuestionSet": Version(1, 21),
}


_EXERCISES = frozenset(
    f"H5P.{name}"
    for name in ("Blanks", "DragQuestion", "DragText", "MarkTheWords", "MultiChoice", "TrueFalse")
)
# What a container takes. Sites drop a child of another type when they check the content.
CHILDREN = {
    "H5P.QuestionSet": _EXERCISES | {"H5P.Essay", "H5P.MultiMediaChoice"},
    "H5P.CoursePresentation": _EXERCISES
    | {
        *("H5P.AdvancedText", "H5P.Audio", "H5P.AudioRecorder", "H5P.ContinuousText"),
        *("H5P.Dialogcards", "H5P.ExportableTextArea", "H5P.Image", "H5P.InteractiveVideo"),
        *("H5P.Link", "H5P.MultiMediaChoice", "H5P.Shape", "H5P.SingleChoiceSet", "H5P.Summary"),
        *("H5P.Table", "H5P.TwitterUserFeed", "H5P.Video"),
    },
    "H5P.InteractiveVideo": _EXERCISES
    | {
        *("H5P.FreeTextQuestion", "H5P.GoToQuestion", "H5P.IVHotspot", "H5P.Image", "H5P.Link"),
        *("H5P.MultiMediaChoice", "H5P.Nil", "H5P.Questionnaire", "H5P.SingleChoiceSet"),
        *("H5P.Summary", "H5P.Table", "H5P.Text"),
    },
    "H5P.BranchingScenario": frozenset(
        {
            *("H5P.AdvancedText", "H5P.BranchingQuestion", "H5P.CoursePresentation", "H5P.Image"),
            *("H5P.ImageHotspots", "H5P.InteractiveVideo", "H5P.Video"),
        }
    ),
}


@dataclass(frozen=True)
class Profile:
    """The versions of the site that content is written for: machine name to version.

    >>> Profile({"H5P.QuestionSet": Version(1, 21)}).library("H5P.QuestionSet")
    Library(name='H5P.QuestionSet', version=Version(major=1, minor=21))

    What it does not name is written in the conservative version.
    """

    versions: Mapping[str, Version] = field(default_factory=dict)

    def library(self, name: str) -> Library:
        """The library to write for this machine name. KeyError for a type that is not known."""
        return Library(name, self.versions.get(name) or CONSERVATIVE[name])
