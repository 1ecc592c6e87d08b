"""H5P.MultiChoice: one question, one or several right answers."""

from dataclasses import dataclass

from media.h5p.content.codecs import FLAG, NUMBER, TEXT, Choice, Many
from media.h5p.content.parts import FEEDBACK, Confirmed, Feedback
from media.h5p.content.records import Record, RecordOf, stored
from media.h5p.content.registry import content_type


@dataclass(frozen=True)
class Answer(Record):
    """One option, in HTML, with what is said before and after it is chosen."""

    text: str = stored("text", TEXT, "")
    correct: bool = stored("correct", FLAG, False)
    tip: str = stored("tipsAndFeedback.tip", TEXT, "")
    chosen: str = stored("tipsAndFeedback.chosenFeedback", TEXT, "")
    not_chosen: str = stored("tipsAndFeedback.notChosenFeedback", TEXT, "")


@content_type("H5P.MultiChoice", "Multiple Choice")
@dataclass(frozen=True)
class MultiChoice(Confirmed):
    """A question with options. `choose`: auto (one right answer: one choice), multi, single."""

    question: str = stored("question", TEXT, "")
    answers: tuple[Answer, ...] = stored("answers", Many(RecordOf(Answer)), ())
    feedback: tuple[Feedback, ...] = stored("overallFeedback", FEEDBACK, ())
    choose: str = stored("behaviour.type", Choice(("auto", "multi", "single")), "auto")
    single_point: bool = stored("behaviour.singlePoint", FLAG, False)
    shuffle: bool = stored("behaviour.randomAnswers", FLAG, True)
    solutions_need_input: bool = stored("behaviour.showSolutionsRequiresInput", FLAG, True)
    pass_percentage: float = stored("behaviour.passPercentage", NUMBER, 100)
    show_points: bool = stored("behaviour.showScorePoints", FLAG, True)

    @property
    def one_choice(self) -> bool:
        """Whether the player lets only one option be chosen."""
        right = sum(answer.correct for answer in self.answers)
        return self.choose == "single" or (self.choose == "auto" and right == 1)
