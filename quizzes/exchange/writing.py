"""A question as H5P: the nearest content type of its kind, and what that type cannot say.

single, multiple   MultiChoice, what is said of each option included
scale              MultiChoice in which every option is right
true_false         TrueFalse, its two words included
order, match       DragText, a line for each thing
fill               DragText
branching          BranchingScenario, a package of its own (`stories`)
free_text          nothing: H5P would keep what is typed
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from media.h5p.content import MultiChoice, Nested, TrueFalse
from media.h5p.content.multi_choice import Answer
from media.h5p.content.parts import Feedback
from media.h5p.content.registry import Content
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.enums import Kind
from quizzes.exchange import notes
from quizzes.exchange.losses import Lost, told
from quizzes.exchange.texts import escaped, paragraphs
from quizzes.exchange.words import write_fill, write_match, write_order
from quizzes.sheets import GAP

_TITLE = 100


@dataclass(frozen=True, slots=True)
class Written:
    """Content for a question set, and its losses."""

    content: Nested
    losses: tuple[Lost, ...] = ()


def write(draft: QuestionDraft, language: str) -> Written | None:
    """The question as content of a question set; None for a kind that has none."""
    writer = _WRITERS.get(draft.kind)
    return writer(draft, language) if writer else None


def nested(draft: QuestionDraft, content: Content, comment: str = "") -> Nested:
    """The content as a child, under the question's text."""
    metadata = {"contentType": content.KIND, "license": "U", "title": title_of(draft)}
    if comment:
        metadata["authorComments"] = comment
    return Nested(content, metadata=metadata)


def title_of(draft: QuestionDraft) -> str:
    """The question in a few words."""
    text = " ".join(draft.text.split())
    if draft.kind == Kind.FILL:
        text = GAP.sub("…", text)
    return text if len(text) <= _TITLE else f"{text[: _TITLE - 1]}…"


def closing_of(draft: QuestionDraft) -> tuple[Feedback, ...]:
    """The closing, said whatever the score."""
    return (Feedback(text=escaped(draft.closing)),) if draft.closing else ()


def _choice(draft: QuestionDraft, language: str) -> Written:
    scale = draft.kind == Kind.SCALE
    content = MultiChoice(
        question=paragraphs(draft.text),
        answers=tuple(
            Answer(
                text=paragraphs(choice.text),
                correct=choice.correct or scale,
                chosen=paragraphs(choice.feedback),
            )
            for choice in draft.choices
        ),
        feedback=closing_of(draft),
        choose="multi" if draft.kind == Kind.MULTIPLE else "single",
        single_point=scale,
        shuffle=False,
        solutions=not scale,
        show_points=not scale,
    )
    lost = Lost(_("scala primește un punct, oricare ar fi răspunsul")) if scale else None
    several = draft.kind == Kind.MULTIPLE
    unticked = Lost(
        _("explicația unei variante potrivite care nu a fost bifată nu se arată"),
        advice=_("Jucătorul H5P o arată numai la variantele bifate."),
    )
    return Written(nested(draft, content), told(lost, unticked if several else None))


def _truth(draft: QuestionDraft, language: str) -> Written:
    true, false = draft.choices
    right, wrong = (true, false) if true.correct else (false, true)
    content = TrueFalse(
        question=paragraphs(draft.text),
        correct=true.correct,
        said_when_right=_with_closing(right, draft),
        said_when_wrong=_with_closing(wrong, draft),
        texts={"l10n.trueText": escaped(true.text), "l10n.falseText": escaped(false.text)},
    )
    comment = notes.written(closing=draft.closing)
    return Written(nested(draft, content, comment))


def _with_closing(choice: ChoiceDraft, draft: QuestionDraft) -> str:
    """The type has no feedback for any score: the closing follows what is said of each answer."""
    return escaped("\n".join(filter(None, (choice.feedback, draft.closing))))


def _words(draft: QuestionDraft, language: str) -> Written:
    content, comment, lost = {
        Kind.ORDER: write_order,
        Kind.MATCH: write_match,
        Kind.FILL: write_fill,
    }[draft.kind](draft, language, closing_of(draft))
    return Written(nested(draft, content, comment), lost)


_WRITERS: dict[Kind, Callable[[QuestionDraft, str], Written]] = {
    Kind.SINGLE: _choice,
    Kind.MULTIPLE: _choice,
    Kind.SCALE: _choice,
    Kind.TRUE_FALSE: _truth,
    Kind.ORDER: _words,
    Kind.MATCH: _words,
    Kind.FILL: _words,
}
