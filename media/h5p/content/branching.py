"""H5P.BranchingScenario with its questions: a story that turns where the reader decides.

`next_id` is an index in `content`; -1 is the usual end, a smaller number an end screen of its own.
"""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, NUMBER, RAW, TEXT, Choice, Codec, Many
from media.h5p.content.places import Place
from media.h5p.content.records import Record, RecordOf, optional, stored
from media.h5p.content.registry import NESTED, Content, Nested, content_type
from media.h5p.content.writers import Writer

BEHAVIOURAL = Choice(("useBehavioural", "enabled", "disabled"))
SCORING = Choice(("no-score", "static-end-score", "dynamic-score"))


class Proceed(Codec[str]):
    """The word of a button that each piece carries; left empty, that of our table is written."""

    def read(self, raw: Any, place: Place) -> str:
        return TEXT.read(raw, place)

    def write(self, value: str, writer: Writer) -> str:
        if value or writer.library is None:
            return value
        return writer.strings.merged(writer.library, {}).get("*.proceedButtonText", "")


@dataclass(frozen=True)
class Screen(Record):
    """What is said after a decision or at an end; with a score if ends have scores."""

    title: str = stored("title", TEXT, "", silent="")
    subtitle: str = stored("subtitle", TEXT, "", silent="")
    image: Any = optional("image", RAW)
    score: float | None = optional("endScreenScore", NUMBER)


@dataclass(frozen=True)
class EndScreen(Record):
    """An end. `end_id` is -1 for the usual end."""

    title: str = stored("endScreenTitle", TEXT, "")
    subtitle: str = stored("endScreenSubtitle", TEXT, "")
    image: Any = optional("endScreenImage", RAW)
    score: float = stored("endScreenScore", NUMBER, 0)
    end_id: float = stored("contentId", NUMBER, -1)


@dataclass(frozen=True)
class Piece(Record):
    """A piece of the story. A branching question leads on by its alternatives instead."""

    content: Nested = stored("type", NESTED)
    show_title: bool = stored("showContentTitle", FLAG, False)
    proceed: str = stored("proceedButtonText", Proceed(), "")
    must_finish: str = stored("forceContentFinished", BEHAVIOURAL, "useBehavioural")
    next_id: float | None = optional("nextContentId", NUMBER)
    feedback: Screen = stored("feedback", RecordOf(Screen), Screen())
    behaviour: str = stored("contentBehaviour", BEHAVIOURAL, "useBehavioural")


@content_type("H5P.BranchingScenario", "Branching Scenario")
@dataclass(frozen=True)
class BranchingScenario(Content):
    """The story: where it starts, its pieces and its ends."""

    title: str = stored("branchingScenario.title", TEXT, "")
    start_title: str = stored("branchingScenario.startScreen.startScreenTitle", TEXT, "")
    start_subtitle: str = stored("branchingScenario.startScreen.startScreenSubtitle", TEXT, "")
    start_image: Any = optional("branchingScenario.startScreen.startScreenImage", RAW)
    start_image_alt: str = stored(
        "branchingScenario.startScreen.startScreenAltText", TEXT, "", silent=""
    )
    ends: tuple[EndScreen, ...] = stored(
        "branchingScenario.endScreens", Many(RecordOf(EndScreen)), ()
    )
    pieces: tuple[Piece, ...] = stored("branchingScenario.content", Many(RecordOf(Piece)), ())
    scoring: str = stored("branchingScenario.scoringOptionGroup.scoringOption", SCORING, "no-score")
    count_inner_scores: bool = stored(
        "branchingScenario.scoringOptionGroup.includeInteractionsScores", FLAG, True
    )
    way_back: bool = stored("branchingScenario.behaviour.enableBackwardsNavigation", FLAG, False)
    must_finish: bool = stored("branchingScenario.behaviour.forceContentFinished", FLAG, False)
    shuffle: bool = stored("branchingScenario.behaviour.randomizeBranchingQuestions", FLAG, False)


@dataclass(frozen=True)
class Alternative(Record):
    """One way to decide and where it leads."""

    text: str = stored("text", TEXT, "")
    next_id: float = stored("nextContentId", NUMBER, -1)
    feedback: Screen = stored("feedback", RecordOf(Screen), Screen())


@content_type("H5P.BranchingQuestion", "Branching Question")
@dataclass(frozen=True)
class BranchingQuestion(Content):
    """A decision. There is no right answer: each leads somewhere."""

    question: str = stored("branchingQuestion.question", TEXT, "")
    alternatives: tuple[Alternative, ...] = stored(
        "branchingQuestion.alternatives", Many(RecordOf(Alternative)), ()
    )


@content_type("H5P.AdvancedText", "Text")
@dataclass(frozen=True)
class AdvancedText(Content):
    """A piece of HTML."""

    text: str = stored("text", TEXT, "")
