"""Parts that several content types have."""

from dataclasses import dataclass

from media.h5p.content.codecs import FLAG, NUMBER, TEXT, Flattened, Many
from media.h5p.content.records import Record, RecordOf, optional, stored
from media.h5p.content.registry import MAYBE_NESTED, Content, Nested


@dataclass(frozen=True)
class Feedback(Record):
    """What is said when the score is in a range of per cent."""

    low: float = stored("from", NUMBER, 0)
    high: float = stored("to", NUMBER, 100)
    text: str = stored("feedback", TEXT, "")


FEEDBACK = Flattened("overallFeedback", Many(RecordOf(Feedback)))


@dataclass(frozen=True)
class Exercise(Content):
    """What the exercises with an image above them have in common."""

    media: Nested | None = optional("media.type", MAYBE_NESTED)
    disable_zooming: bool = stored("media.disableImageZooming", FLAG, False, silent=False)


@dataclass(frozen=True)
class Buttons(Exercise):
    """The behaviour that these exercises have in common."""

    retry: bool = stored("behaviour.enableRetry", FLAG, True)
    solutions: bool = stored("behaviour.enableSolutionsButton", FLAG, True)
    check: bool = stored("behaviour.enableCheckButton", FLAG, True)


@dataclass(frozen=True)
class Confirmed(Buttons):
    """Exercises that can ask before they check or start again, and that can check by themselves."""

    confirm_check: bool = stored("behaviour.confirmCheckDialog", FLAG, False)
    confirm_retry: bool = stored("behaviour.confirmRetryDialog", FLAG, False)
    auto_check: bool = stored("behaviour.autoCheck", FLAG, False)
