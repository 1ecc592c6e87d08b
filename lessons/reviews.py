"""A question looked back at: every option and why, and what was chosen. Plain functions."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.translation import gettext as _

from quizzes.enums import PLACE_KINDS, Kind
from quizzes.marking import mark
from quizzes.sheets import QuestionSheet, Response


@dataclass(frozen=True)
class ReviewLine:
    """One option, why it fits or not, and whether it was chosen."""

    label: str
    text: str
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
        text=_plain_text(sheet),
        url=url,
        lines=tuple(_lines(sheet, response or ())),
        closing=sheet.closing,
        standing=_standing(sheet, response),
    )


def unanswered(sheet: QuestionSheet, url: str) -> Review:
    """A question that was not answered yet: it gives nothing away."""
    return Review(_plain_text(sheet), url, standing=_("fără răspuns"), is_hidden=True)


def _plain_text(sheet: QuestionSheet) -> str:
    if sheet.kind != Kind.FILL:
        return sheet.text
    return "".join(f"____ ({p})" if isinstance(p, int) else p for p in sheet.pieces())


def _standing(sheet: QuestionSheet, response: Response | None) -> str:
    right = mark(sheet, response).right if response else None
    if right is None:
        return ""
    return _("ai răspuns potrivit") if right else _("ai ales altfel")


def _lines(sheet: QuestionSheet, response: Response) -> Iterator[ReviewLine]:
    if sheet.kind in PLACE_KINDS:
        yield from _places(sheet)
        return
    for option in sheet.options:
        # Of a story that was played, only the way that was taken.
        if sheet.kind == Kind.BRANCHING and response and option.key not in response:
            continue
        yield ReviewLine(option.text, option.feedback, option.correct, option.key in response)


def _places(sheet: QuestionSheet) -> Iterator[ReviewLine]:
    """What belongs in each place."""
    targets = {target.key: target.text for target in sheet.targets}
    for place, key in enumerate(sheet.solution):
        if sheet.kind == Kind.MATCH:
            option = sheet.options[place]
            yield ReviewLine(f"{option.text} → {targets[key]}", option.feedback, good=True)
        else:
            option = sheet.option(key)
            yield ReviewLine(f"{place + 1}. {option.text}", option.feedback, good=True)
