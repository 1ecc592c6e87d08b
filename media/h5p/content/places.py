"""Where in a content.json something was found, what was lost there, and what is malformed."""

from dataclasses import dataclass, field
from typing import Any

DEEPEST = 16


class ContentError(ValueError):
    """Parameters that no reading can mend. `code` is stable; `path` says where: $.answers[2].text.

    Codes: not-an-object, not-a-list, not-text, not-a-number, not-a-flag, not-a-choice,
    not-a-library, missing, too-many, too-deep. What an editor left empty is no error.
    """

    def __init__(self, code: str, path: str) -> None:
        super().__init__(f"{code} at {path}")
        self.code, self.path = code, path


@dataclass(frozen=True)
class Loss:
    """Something that the value does not carry, kept apart with the place where it stood.

    Reasons: unknown-field, outside-gaps (words beside the distractors), tip-of-distractor.
    """

    path: str
    value: Any
    reason: str = "unknown-field"


@dataclass(frozen=True)
class Place:
    """A path into the parameters. All places of one reading share one list of losses."""

    path: str = "$"
    depth: int = 0
    losses: list[Loss] = field(default_factory=list)

    def key(self, name: str) -> "Place":
        """The place of a field of the object here."""
        return Place(f"{self.path}.{name}", self.depth, self.losses)

    def index(self, number: int) -> "Place":
        """The place of an element of the list here."""
        return Place(f"{self.path}[{number}]", self.depth, self.losses)

    def inside(self) -> "Place":
        """One nested library deeper; refuses what is nested to exhaust the reader."""
        if self.depth >= DEEPEST:
            raise self.error("too-deep")
        return Place(self.path, self.depth + 1, self.losses)

    def error(self, code: str) -> ContentError:
        """The error to raise for what stands here."""
        return ContentError(code, self.path)

    def lose(self, value: object, reason: str = "unknown-field") -> None:
        """Note that what stands here is not carried on."""
        self.losses.append(Loss(self.path, value, reason))
