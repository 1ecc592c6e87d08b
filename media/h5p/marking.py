"""Points for one response to one exercise, counted from the content as the player counts them."""

import html
from collections import Counter
from dataclasses import dataclass

from media.h5p.content import Blanks, DragText, MultiChoice, TrueFalse
from media.h5p.content.gaps import Blank
from media.h5p.spelling import close_enough
from media.h5p.xapi import responses

Exercise = MultiChoice | TrueFalse | Blanks | DragText


class ResponseError(ValueError):
    """A response that this content cannot have given. Codes: foreign-answer, wrong-count."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Points:
    """0 <= raw <= max."""

    raw: float
    max: float
    passed: bool


def mark(content: Exercise, response: str) -> Points:
    """Points for a response, or ResponseError if it is none to this content.

    >>> mark(TrueFalse(question="?", correct=True), "true")
    Points(raw=1, max=1, passed=True)
    """
    match content:
        case TrueFalse():
            return _true_false(content, response)
        case MultiChoice():
            return _choices(content, response)
    right = right_gaps(content, response)
    return Points(sum(right), len(right), all(right))


def right_gaps(content: Blanks | DragText, response: str) -> list[bool]:
    """Which gaps a response fills rightly, or ResponseError if it is none to this content."""
    given = _parts(response, len(content.gaps))
    if isinstance(content, DragText):
        return _dragged(content, given)
    return [_filled(content, *pair) for pair in zip(content.gaps, given, strict=True)]


def most_points(content: Exercise) -> int:
    """What a full answer brings."""
    match content:
        case MultiChoice():
            right = sum(answer.correct for answer in content.answers)
            return 1 if content.one_choice or content.single_point else right or 1
        case TrueFalse():
            return 1
        case _:
            return len(content.gaps)


def _parts(response: str, count: int) -> tuple[str, ...]:
    parts = responses(response) if count else ()
    if len(parts) != count:
        raise ResponseError("wrong-count")
    return parts


def _true_false(content: TrueFalse, response: str) -> Points:
    if response not in ("true", "false"):
        raise ResponseError("foreign-answer")
    right = (response == "true") == content.correct
    return Points(int(right), 1, right)


def indices(response: str, count: int) -> list[int]:
    """The options that a response names by their place in the content, each at most once."""
    parts = [part for part in responses(response) if response]
    if any(not (part.isascii() and part.isdecimal() and len(part) < 6) for part in parts):
        raise ResponseError("foreign-answer")
    chosen = [int(part) for part in parts]
    if len(set(chosen)) != len(chosen) or any(index >= count for index in chosen):
        raise ResponseError("foreign-answer")
    return chosen


def _choices(content: MultiChoice, response: str) -> Points:
    """One point for each right option, one less for each wrong one, never below none; with a
    single point only whether that reaches the mark."""
    chosen = indices(response, len(content.answers))
    if content.one_choice and len(chosen) > 1:
        raise ResponseError("wrong-count")
    # At least one: where no option is right, choosing none is.
    right = sum(answer.correct for answer in content.answers)
    raw = max(0, sum(1 if content.answers[index].correct else -1 for index in chosen))
    if not right and not chosen:
        raw = 1
    if content.single_point:
        raw = int(100 * raw / (right or 1) >= content.pass_percentage)
    most = most_points(content)
    return Points(min(raw, most), most, 100 * raw / most >= content.pass_percentage)


def _filled(content: Blanks, gap: Blank, given: str) -> bool:
    given = given.replace("&nbsp;", " ").strip()
    for answer in gap.answers:
        wanted = answer
        if not content.case_sensitive:
            given, wanted = given.lower(), answer.lower()
        if given == wanted or (content.accept_misspelled and close_enough(given, wanted)):
            return True
    return False


def _dragged(content: DragText, given: tuple[str, ...]) -> list[bool]:
    """The response has words as they stand in the content, with their character references."""
    words = [html.unescape(part).strip() for part in given]
    there = Counter([gap.word for gap in content.gaps] + list(content.distractors))
    if Counter(word for word in words if word) - there:
        raise ResponseError("foreign-answer")
    return [gap.word == word for gap, word in zip(content.gaps, words, strict=True)]
