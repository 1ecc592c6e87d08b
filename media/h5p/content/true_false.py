"""H5P.TrueFalse: one statement. Whether it is true is stored as a word, not as a truth value."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import TEXT, Codec
from media.h5p.content.parts import Confirmed
from media.h5p.content.places import Place
from media.h5p.content.records import stored
from media.h5p.content.registry import content_type
from media.h5p.content.writers import Writer


class TruthWord(Codec[bool]):
    """ "true" or "false"; the player would take a real true for false."""

    def read(self, raw: Any, place: Place) -> bool:
        if raw not in ("true", "false"):
            raise place.error("not-a-choice")
        return bool(raw == "true")

    def write(self, value: bool, writer: Writer) -> str:
        return "true" if value else "false"


@content_type("H5P.TrueFalse", "True/False Question")
@dataclass(frozen=True)
class TrueFalse(Confirmed):
    """A statement that is true or false."""

    question: str = stored("question", TEXT, "")
    correct: bool = stored("correct", TruthWord(), True)
    said_when_right: str = stored("behaviour.feedbackOnCorrect", TEXT, "", silent="")
    said_when_wrong: str = stored("behaviour.feedbackOnWrong", TEXT, "", silent="")
