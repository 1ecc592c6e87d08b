"""H5P.Blanks: text with gaps to write in."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, TEXT, Codec, Many
from media.h5p.content.gaps import Blank, read_blanks, write_blanks
from media.h5p.content.parts import FEEDBACK, Confirmed, Feedback
from media.h5p.content.places import Place
from media.h5p.content.records import stored
from media.h5p.content.registry import content_type
from media.h5p.content.writers import Writer

Line = tuple[str | Blank, ...]


class BlankText(Codec[Line]):
    """HTML with `*gaps*`."""

    def read(self, raw: Any, place: Place) -> Line:
        return read_blanks(TEXT.read(raw, place))

    def write(self, value: Line, writer: Writer) -> str:
        return write_blanks(value)


@content_type("H5P.Blanks", "Fill in the Blanks")
@dataclass(frozen=True)
class Blanks(Confirmed):
    """A task and up to 31 blocks of HTML with gaps."""

    task: str = stored("text", TEXT, "")
    lines: tuple[Line, ...] = stored("questions", Many(BlankText(), most=31), ())
    feedback: tuple[Feedback, ...] = stored("overallFeedback", FEEDBACK, ())
    retry_when_right: bool = stored("behaviour.allowRetryIfCorrect", FLAG, False)
    case_sensitive: bool = stored("behaviour.caseSensitive", FLAG, True)
    solutions_need_input: bool = stored("behaviour.showSolutionsRequiresInput", FLAG, True)
    separate_lines: bool = stored("behaviour.separateLines", FLAG, False)
    accept_misspelled: bool = stored("behaviour.acceptSpellingErrors", FLAG, False)

    @property
    def gaps(self) -> tuple[Blank, ...]:
        """All gaps in the order of the response."""
        return tuple(part for line in self.lines for part in line if isinstance(part, Blank))
