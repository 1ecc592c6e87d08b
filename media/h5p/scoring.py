"""Scores counted again on the server, from the content and the responses.

What the server can count is labelled `server`; for the rest the browser's claim stands, labelled
`client`. Neither is proof of who answered: certificates do not depend on them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Literal

from media.h5p.attempts import Attempt
from media.h5p.content import (
    Blanks,
    Content,
    DragText,
    MultiChoice,
    Nested,
    Other,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
)
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from media.h5p.marking import Points, indices, mark, most_points
from media.h5p.xapi import Statement

Items = Mapping[str, Statement]


@dataclass(frozen=True)
class Result:
    """A score and whose word it is. `passed` is None where nobody says."""

    raw: float
    max: float
    by: Literal["server", "client"]
    passed: bool | None = None


def rescore(content: Content | Other, attempt: Attempt) -> Result | None:
    """The result of an attempt; None as long as it has no outcome with a score.

    Raises ResponseError if a response cannot come from this content: refuse the statement then.
    """
    outcome = attempt.outcome
    if outcome is None:
        return None
    items = {item.item: item for item in attempt.items if item.item}
    points = _points(content, outcome, items)
    if points:
        return Result(points.raw, points.max, "server", points.passed)
    if outcome.score is None:
        return None
    mark_to_pass = getattr(content, "pass_percentage", 100)
    return Result(
        outcome.score.raw, outcome.score.max, "client", outcome.passed(float(mark_to_pass))
    )


def rescore_item(content: Content | Other, statement: Statement) -> Result | None:
    """The result of one answered part of the content, found by its id.

    Raises ResponseError like `rescore`: asked for each statement as it comes, it keeps forged
    responses out.
    """
    part = part_with(content, statement.item)
    points = None
    if isinstance(part, Statements) and statement.response is not None:
        points = _first_try(part.options, statement.response)
    elif isinstance(part, QuickQuestion) and statement.response is not None:
        # Only checked: see _quick_questions for why it does not count alone.
        indices(statement.response, len(part.answers))
    elif isinstance(part, Content):
        points = _points(part, statement, {})
    if points:
        return Result(points.raw, points.max, "server", points.passed)
    if statement.score is None:
        return None
    return Result(statement.score.raw, statement.score.max, "client", statement.success)


def part_with(held: object, item: str) -> object | None:
    """The nested content, quick question or group of statements with this subContentId."""
    if isinstance(held, tuple):
        return next((part for one in held if (part := part_with(one, item)) is not None), None)
    if not is_dataclass(held) or isinstance(held, Other):
        return None
    if item and getattr(held, "sub_content_id", None) == item:
        return held.content if isinstance(held, Nested) else held
    return part_with(tuple(getattr(held, field.name) for field in fields(held)), item)


def _points(content: Content | Other, own: Statement | None, items: Items) -> Points | None:
    """Points as the server counts them, or None if it cannot."""
    match content:
        case MultiChoice() | TrueFalse() | Blanks() | DragText():
            if own is None:
                return Points(0, most_points(content), False)
            return None if own.response is None else mark(content, own.response)
        case QuestionSet():
            return _question_set(content, own, items)
        case SingleChoiceSet():
            return _quick_questions(content, own, items)
        case Summary():
            return _summary(content, items)
    return None


def _question_set(content: QuestionSet, own: Statement | None, items: Items) -> Points | None:
    """The sum of the questions. Of a pool only those that were drawn count, and which they were is
    known only if all of them were answered.

    Players tell of a question only when its own "check" is pressed: who goes from one to the next
    and ends the set is told of by the sum alone, and that stays the browser's word.
    """
    questions = content.questions
    if content.pool_size and 0 < content.pool_size < len(questions):
        questions = tuple(one for one in questions if one.sub_content_id in items)
        if len(questions) != content.pool_size:
            return None
    parts = [_points(one.content, items.get(one.sub_content_id), items) for one in questions]
    points = [part for part in parts if part]
    if len(points) != len(parts):
        return None
    total = _sum(points, content.pass_percentage)
    told = [one.sub_content_id in items for one in questions]
    untold = sum(part.max for part, is_told in zip(points, told, strict=True) if not is_told)
    return None if total and own and _may_hold_more(own, total, untold) else total


def _may_hold_more(own: Statement, total: Points, untold: float) -> bool:
    """Whether questions that nothing was told of can have brought what the whole claims."""
    claim = own.score
    if claim is None or claim.max != total.max:
        return False
    return total.raw < claim.raw <= total.raw + untold


def _quick_questions(
    content: SingleChoiceSet, own: Statement | None, items: Items
) -> Points | None:
    """Players since 2023 send the place on the screen, after shuffling, instead of the answer's
    index. So the sum holds only where it agrees with what the whole set says."""
    parts = []
    for question in content.questions:
        item = items.get(question.sub_content_id)
        if item is None or item.response is None:
            return None
        parts.append(_first_try(question.answers, item.response))
    total = _sum(parts, content.pass_percentage)
    if total and own and own.score and own.score.raw == total.raw:
        return total
    return None


def _summary(content: Summary, items: Items) -> Points | None:
    """A point for each group whose right statement, stored first, was the first that was tried."""
    parts = []
    for group in content.groups:
        item = items.get(group.sub_content_id)
        if item is None or item.response is None:
            return None
        parts.append(_first_try(group.options, item.response))
    return _sum(parts, 100)


def _first_try(options: tuple[str, ...], response: str) -> Points:
    """The right one is stored first, and must be the only one that was tried."""
    right = indices(response, len(options)) == [0]
    return Points(int(right), 1, right)


def _sum(parts: list[Points], pass_percentage: float) -> Points | None:
    raw, most = sum(part.raw for part in parts), sum(part.max for part in parts)
    return Points(raw, most, 100 * raw / most >= pass_percentage) if most else None
