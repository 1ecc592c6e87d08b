"""H5P.DragText: words to drag into the gaps of a plain text."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, TEXT, Codec
from media.h5p.content.gaps import Drop, read_drops, write_drops
from media.h5p.content.parts import FEEDBACK, Buttons, Feedback
from media.h5p.content.places import Place
from media.h5p.content.records import stored
from media.h5p.content.registry import content_type
from media.h5p.content.writers import Writer

Parts = tuple[str | Drop, ...]


class DropText(Codec[Parts]):
    """Plain text with `*gaps*`."""

    def read(self, raw: Any, place: Place) -> Parts:
        return read_drops(TEXT.read(raw, place))

    def write(self, value: Parts, writer: Writer) -> str:
        return write_drops(value)


class Words(Codec[tuple[str, ...]]):
    """Words between stars, with nothing of meaning between them: `*one* *two*`."""

    def read(self, raw: Any, place: Place) -> tuple[str, ...]:
        words = []
        for part in read_drops(TEXT.read(raw, place)):
            if isinstance(part, Drop):
                words.append(part.word)
                if part.tip or part.right or part.wrong:
                    place.lose([part.tip, part.right, part.wrong], "tip-of-distractor")
            elif part.strip():
                place.lose(part.strip(), "outside-gaps")
        return tuple(words)

    def write(self, value: tuple[str, ...], writer: Writer) -> str:
        return " ".join(write_drops([Drop(word)]) for word in value)


@content_type("H5P.DragText", "Drag the Words")
@dataclass(frozen=True)
class DragText(Buttons):
    """A task, a text with gaps, and words that fit none of them."""

    task: str = stored("taskDescription", TEXT, "")
    parts: Parts = stored("textField", DropText(), ())
    distractors: tuple[str, ...] = stored("distractors", Words(), (), silent=())
    feedback: tuple[Feedback, ...] = stored("overallFeedback", FEEDBACK, ())
    instant_feedback: bool = stored("behaviour.instantFeedback", FLAG, False)

    @property
    def gaps(self) -> tuple[Drop, ...]:
        """All gaps in the order of the response."""
        return tuple(part for part in self.parts if isinstance(part, Drop))
