"""A question looked back at: every option and why, and what was chosen. Plain functions."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.enums import MARKED_KINDS, PLACE_KINDS, Kind
from quizzes.keys import answer_key
from quizzes.marking import mark
from quizzes.presentation import present
from quizzes.sheets import QuestionSheet, Response


@dataclass(frozen=True)
class ReviewLine:
    """One option, a word on how it fits, why, and whether it was chosen."""

    label: str
    text: str
    word: str = ""
    good: bool = False
    chosen: bool = False


@dataclass(frozen=True)
class Review:
    """A question with its options; `is_hidden` while it still waits for its answer in a class."""

    text: str
    url: str
    lines: tuple[ReviewLine, ...] = ()
    closing: str = ""
    standing: str = ""
    is_hidden: bool = False


def review_of(sheet: QuestionSheet, url: str, response: Response | None) -> Review:
    """All options and why. Without a response nothing is said of what was chosen."""
    return Review(
        text=present(sheet).text,
        url=url,
        lines=tuple(_lines(sheet, response or ())),
        closing=sheet.closing,
        standing=_standing(sheet, response),
    )


def unanswered(sheet: QuestionSheet, url: str) -> Review:
    """A question that was not answered yet: it gives nothing away."""
    return Review(present(sheet).text, url, standing=_("fără răspuns"), is_hidden=True)


def _standing(sheet: QuestionSheet, response: Response | None) -> str:
    right = mark(sheet, response).right if response else None
    if right is None:
        return ""
    return _("ai răspuns potrivit") if right else _("ai ales altfel")


def _lines(sheet: QuestionSheet, response: Response) -> Iterator[ReviewLine]:
    if sheet.kind in PLACE_KINDS or (sheet.kind == Kind.BRANCHING and not response):
        for line in answer_key(sheet):
            good = sheet.kind in MARKED_KINDS
            yield ReviewLine(f"{line.label}. {line.text}", line.feedback, line.word, good)
        return
    # Of a story that was played, only the way that was taken.
    options = sheet.options
    if sheet.kind == Kind.BRANCHING:
        options = tuple(map(sheet.option, response))
    for option in options:
        chosen = option.key in response
        yield ReviewLine(option.text, option.feedback, good=option.correct, chosen=chosen)
