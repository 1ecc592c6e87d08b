"""H5P.SingleChoiceSet: quick questions one after another. The right answer is stored first."""

from dataclasses import dataclass

from media.h5p.content.codecs import FLAG, NUMBER, TEXT, Many
from media.h5p.content.ids import PART_ID
from media.h5p.content.parts import FEEDBACK, Feedback
from media.h5p.content.records import Record, RecordOf, stored
from media.h5p.content.registry import Content, content_type


@dataclass(frozen=True)
class QuickQuestion(Record):
    """A question and its two to four answers: the first is right."""

    sub_content_id: str = stored("subContentId", PART_ID, "")
    question: str = stored("question", TEXT, "")
    answers: tuple[str, ...] = stored("answers", Many(TEXT, most=20), ())


@content_type("H5P.SingleChoiceSet", "Single Choice Set")
@dataclass(frozen=True)
class SingleChoiceSet(Content):
    """Questions that continue by themselves, with waiting times in milliseconds."""

    questions: tuple[QuickQuestion, ...] = stored("choices", Many(RecordOf(QuickQuestion)), ())
    feedback: tuple[Feedback, ...] = stored("overallFeedback", FEEDBACK, ())
    auto_continue: bool = stored("behaviour.autoContinue", FLAG, True)
    wait_when_right: float = stored("behaviour.timeoutCorrect", NUMBER, 2000)
    wait_when_wrong: float = stored("behaviour.timeoutWrong", NUMBER, 3000)
    sounds: bool = stored("behaviour.soundEffectsEnabled", FLAG, True)
    retry: bool = stored("behaviour.enableRetry", FLAG, True)
    solutions: bool = stored("behaviour.enableSolutionsButton", FLAG, True)
    pass_percentage: float = stored("behaviour.passPercentage", NUMBER, 100)
