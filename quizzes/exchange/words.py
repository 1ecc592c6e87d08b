"""Words to put in their places: order, pairs and gaps as DragText, and back.

Which of the three it is, the text itself says: lines "1. *first*" are an order, lines
"thing → *its pair*" are pairs, anything else is a text with gaps.
"""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from media.h5p.content import DragText, Drop
from media.h5p.content.parts import Feedback
from quizzes.drafts import ChoiceDraft, QuestionDraft
from quizzes.exchange import notes
from quizzes.exchange.losses import Lost, told
from quizzes.exchange.texts import TASKS, paragraphs
from quizzes.sheets import GAP

ARROW = " → "
WholeText = tuple[DragText, str, tuple[Lost, ...]]
Closing = tuple[Feedback, ...]


def _drop(word: str, choice: ChoiceDraft) -> Drop:
    """What is said of the thing is said after any word: the native question does so."""
    return Drop(word, right=choice.feedback, wrong=choice.feedback)


def write_order(draft: QuestionDraft, language: str, closing: Closing) -> WholeText:
    """A numbered line for each thing."""
    parts: list[str | Drop] = []
    for place, choice in enumerate(draft.choices, start=1):
        parts += [f"{'' if place == 1 else chr(10)}{place}. ", _drop(choice.text, choice)]
    lost = Lost(
        _("punctajul: la „pune în ordine” H5P numără locurile potrivite, aici se numără perechile")
    )
    return _lined(draft, parts, closing), "", (lost,)


def write_match(draft: QuestionDraft, language: str, closing: Closing) -> WholeText:
    """A line for each pair, its right side to drag."""
    parts: list[str | Drop] = []
    for place, choice in enumerate(draft.choices):
        left = f"{chr(10) if place else ''}{choice.text}{ARROW}"
        parts += [left, _drop(choice.match, choice)]
    return _lined(draft, parts, closing), "", ()


def _lined(draft: QuestionDraft, parts: Iterable[str | Drop], closing: Closing) -> DragText:
    return DragText(task=paragraphs(draft.text), parts=tuple(parts), feedback=closing)


def write_fill(draft: QuestionDraft, language: str, closing: Closing) -> WholeText:
    """The text with its gaps; words that fit none of them are distractors."""
    first: dict[int, ChoiceDraft] = {}
    for choice in draft.choices:
        first.setdefault(choice.gap or 0, choice)
    pieces = GAP.split(draft.text)
    parts = tuple(
        Drop(first[int(piece)].text, right=first[int(piece)].feedback) if place % 2 else piece
        for place, piece in enumerate(pieces)
        if piece
    )
    extra = tuple(choice for choice in draft.choices if not choice.gap)
    others = [
        choice.text for choice in draft.choices if choice.gap and choice is not first[choice.gap]
    ]
    content = DragText(
        task=paragraphs(TASKS.get(language, TASKS["en"])),
        parts=parts,
        distractors=tuple(choice.text for choice in extra),
        feedback=closing,
    )
    rows = [[choice.text, choice.gap or 0, choice.feedback] for choice in draft.choices]
    lost = told(
        Lost(_("explicația cuvintelor în plus nu se arată")) if extra else None,
        Lost(_("al doilea cuvânt potrivit în același loc"), ", ".join(others)) if others else None,
    )
    return content, notes.written(words=rows), lost
