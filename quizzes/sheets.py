"""A question as it is asked: frozen, whole, without a database. Versions store exactly this.

Options carry keys "a", "b", … in the order shown. A response is always a tuple of keys:

    single, true_false, scale   the one option
    multiple                    the options, sorted
    order                       every option, in the chosen order
    match                       for each option in order, the key of its target
    fill                        for each gap in order, the key of its option
    branching                   the path of chosen options, to an ending
    free_text                   nothing: what is typed stays in the browser
"""

import dataclasses
import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from quizzes.enums import Kind

Response = tuple[str, ...]
GAP = re.compile(r"\{(\d)\}")


@dataclass(frozen=True, slots=True)
class Option:
    """What can be chosen, and what is said to whoever chose it.

    `gap` is the gap that a word belongs in, 0 for a distractor. `scene` and `leads_to` are the
    scenes where a branching choice stands and where it leads.
    """

    key: str
    text: str
    feedback: str
    correct: bool = False
    gap: int = 0
    scene: str = ""
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Target:
    """The right side of a pair."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class Scene:
    """One moment of a branching story. An ending has no choices and says what helps from there."""

    key: str
    speaker: str
    text: str
    ending: bool = False


@dataclass(frozen=True, slots=True)
class QuestionSheet:
    """A question, what can be answered and, of marked kinds, the response that scores 1."""

    kind: Kind
    text: str
    options: tuple[Option, ...] = ()
    targets: tuple[Target, ...] = ()
    gaps: int = 0
    scenes: tuple[Scene, ...] = ()
    closing: str = ""
    solution: Response = ()

    def option(self, key: str) -> Option:
        """The option of this key. Raises KeyError for none."""
        for option in self.options:
            if option.key == key:
                return option
        raise KeyError(key)

    def options_of(self, scene: str) -> tuple[Option, ...]:
        """The choices of one scene, in order."""
        return tuple(option for option in self.options if option.scene == scene)

    def scene(self, key: str) -> Scene:
        """The scene of this key. Raises KeyError for none."""
        for scene in self.scenes:
            if scene.key == key:
                return scene
        raise KeyError(key)

    def pieces(self) -> tuple[str | int, ...]:
        """The text cut at its gaps: words, then the number of a gap, and so on. In other kinds
        than `fill` a number in braces is only that."""
        if self.kind != Kind.FILL:
            return (self.text,)
        parts = GAP.split(self.text)
        return tuple(int(part) if place % 2 else part for place, part in enumerate(parts))


def key_of(index: int) -> str:
    """The key of the option at this place: a … z, then aa, ab, …"""
    letter = chr(ord("a") + index % 26)
    return letter if index < 26 else key_of(index // 26 - 1) + letter


def to_json(sheet: QuestionSheet) -> dict[str, Any]:
    """The sheet as JSON can hold it."""
    return dataclasses.asdict(sheet) | {"kind": sheet.kind.value}


def from_json(content: Mapping[str, Any]) -> QuestionSheet:
    """The sheet that `to_json` gave. Raises ValueError, KeyError or TypeError for anything else."""
    return QuestionSheet(
        kind=Kind(content["kind"]),
        text=content["text"],
        options=tuple(Option(**row) for row in content["options"]),
        targets=tuple(Target(**row) for row in content["targets"]),
        gaps=content["gaps"],
        scenes=tuple(Scene(**row) for row in content["scenes"]),
        closing=content["closing"],
        solution=tuple(content["solution"]),
    )


def digest_of(sheet: QuestionSheet) -> str:
    """The fingerprint (64 hex digits) of everything on the sheet."""
    content = json.dumps(to_json(sheet), sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(content.encode()).hexdigest()
