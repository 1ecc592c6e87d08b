"""H5P.QuestionSet: questions of several types, with a page before and a page after them."""

from dataclasses import dataclass
from typing import Any

from media.h5p.content.codecs import FLAG, NUMBER, ON_OR_OFF, RAW, TEXT, Choice, Many
from media.h5p.content.parts import FEEDBACK, Feedback
from media.h5p.content.records import optional, stored
from media.h5p.content.registry import NESTED, Content, Nested, content_type


@content_type("H5P.QuestionSet", "Question Set")
@dataclass(frozen=True)
class QuestionSet(Content):
    """Questions that are scored together. `pool_size`: that many are drawn for each attempt."""

    show_intro: bool = stored("introPage.showIntroPage", FLAG, False)
    intro_title: str = stored("introPage.title", TEXT, "", silent="")
    introduction: str = stored("introPage.introduction", TEXT, "")
    intro_image: Any = optional("introPage.backgroundImage", RAW)
    intro_image_alt: str = stored("introPage.backgroundImageAltText", TEXT, "", silent="")
    progress: str = stored("progressType", Choice(("dots", "textual")), "dots")
    pass_percentage: float = stored("passPercentage", NUMBER, 50)
    questions: tuple[Nested, ...] = stored("questions", Many(NESTED, most=1000), ())
    no_way_back: bool = stored("disableBackwardsNavigation", FLAG, False)
    shuffle: bool = stored("randomQuestions", FLAG, False)
    pool_size: float | None = optional("poolSize", NUMBER)
    show_results: bool = stored("endGame.showResultPage", FLAG, True)
    solutions: bool = stored("endGame.showSolutionButton", FLAG, True)
    retry: bool = stored("endGame.showRetryButton", FLAG, True)
    feedback: tuple[Feedback, ...] = stored("endGame.overallFeedback", FEEDBACK, ())
    animations: bool = stored("endGame.showAnimations", FLAG, False)
    skippable: bool = stored("endGame.skippable", FLAG, False)
    success_video: Any = optional("endGame.successVideo", RAW)
    fail_video: Any = optional("endGame.failVideo", RAW)
    check_buttons: bool = stored("override.checkButton", FLAG, True)
    solution_buttons: str | None = optional("override.showSolutionButton", ON_OR_OFF)
    retry_buttons: str | None = optional("override.retryButton", ON_OR_OFF)
    background: Any = optional("override.backgroundImage", RAW)
