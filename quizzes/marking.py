"""Marking: plain functions of a sheet and a response. No blame and no points lost by order."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

from quizzes.enums import MARKED_KINDS, PLACE_KINDS, Kind, Trouble
from quizzes.labels import split_pick
from quizzes.sheets import Option, QuestionSheet, Response, Scene


class BadResponse(ValueError):  # noqa: N818 - named as people say it
    """This cannot be an answer to this question; `trouble` says why, for a pupil."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.value)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Remark:
    """What is said of one option. `right` is None where nothing is right or wrong; `chosen` is
    False for a fitting option that was left out."""

    option: str
    text: str
    right: bool | None = None
    chosen: bool = True


@dataclass(frozen=True, slots=True)
class Mark:
    """What a response is worth, from 0 to 1, and what is said of it. None: kinds without marks."""

    score: float | None
    right: bool | None
    remarks: tuple[Remark, ...] = ()


def check(sheet: QuestionSheet, response: Response) -> Response:
    """The response as it is stored: of `multiple` sorted, otherwise as it came.

    Raises BadResponse for anything that this question cannot be answered with.
    """
    if sheet.kind == Kind.FREE_TEXT:
        return _nothing(response)
    if not response:
        raise BadResponse(Trouble.EMPTY)
    if sheet.kind == Kind.BRANCHING:
        if not follow(sheet, response).ending:
            raise BadResponse(Trouble.INCOMPLETE)
        return response
    if sheet.kind in PLACE_KINDS:
        return _for_each_place(sheet, response)
    known = {option.key for option in sheet.options}
    if not known.issuperset(response) or len(set(response)) < len(response):
        raise BadResponse(Trouble.UNKNOWN)
    if sheet.kind != Kind.MULTIPLE and len(response) != 1:
        raise BadResponse(Trouble.UNKNOWN)
    return tuple(sorted(response))


def follow(sheet: QuestionSheet, path: Response) -> Scene:
    """The scene where these choices lead, one after the other; the first one for none.

    Raises BadResponse for a choice that does not stand where the path has come to.
    """
    scene = sheet.scenes[0]
    for key in path:
        choice = next((o for o in sheet.options_of(scene.key) if o.key == key), None)
        if choice is None:
            raise BadResponse(Trouble.UNKNOWN)
        scene = sheet.scene(choice.leads_to)
    return scene


def mark(sheet: QuestionSheet, response: Response) -> Mark:
    """What this response is worth and what is said of it. Raises BadResponse as `check` does."""
    response = check(sheet, response)
    remarks = _REMARKS[sheet.kind](sheet, response)
    if sheet.kind not in MARKED_KINDS:
        return Mark(None, None, remarks)
    score = _score(sheet, response)
    return Mark(score, score == 1, remarks)


def picks(sheet: QuestionSheet, response: Response) -> tuple[str, ...]:
    """What a response is counted as: the options chosen; where there are places to fill, the
    number of the place with what was put there ("2c")."""
    if sheet.kind not in PLACE_KINDS:
        return response
    return tuple(f"{place}{key}" for place, key in enumerate(response, start=1))


def pick_fits(sheet: QuestionSheet, pick: str) -> bool | None:
    """Whether what is counted as `pick` is right; None where nothing is right or wrong."""
    if sheet.kind not in MARKED_KINDS:
        return None
    if sheet.kind not in PLACE_KINDS:
        return sheet.option(pick).correct
    return _fits_place(sheet, *split_pick(pick))


def signs_named(sheet: QuestionSheet, response: Response) -> int:
    """How many fitting options of a question of several choices were ticked, a wrong tick taking
    back a right one: ticking everything names nothing. 0 of any other kind."""
    return _net_hits(sheet, response) if sheet.kind == Kind.MULTIPLE else 0


def _nothing(response: Response) -> Response:
    if response:
        raise BadResponse(Trouble.UNKNOWN)
    return response


def _for_each_place(sheet: QuestionSheet, response: Response) -> Response:
    known = {item.key for item in (sheet.targets or sheet.options)}
    if "" in response:
        raise BadResponse(Trouble.INCOMPLETE if any(response) else Trouble.EMPTY)
    if not known.issuperset(response) or len(response) != len(sheet.solution):
        raise BadResponse(Trouble.UNKNOWN)
    # A word or a target may be tried in two places; a thing cannot be first and second.
    if sheet.kind == Kind.ORDER and len(set(response)) < len(response):
        raise BadResponse(Trouble.REPEATED)
    return response


def _fits_place(sheet: QuestionSheet, place: int, key: str) -> bool:
    if sheet.kind == Kind.FILL:
        return sheet.option(key).gap == place
    return sheet.solution[place - 1] == key


def _score(sheet: QuestionSheet, response: Response) -> float:
    if sheet.kind == Kind.ORDER:
        # Of all pairs, how many stand the right way round: one slip does not cost everything.
        place = {key: number for number, key in enumerate(response)}
        pairs = list(combinations(sheet.solution, 2))
        return sum(place[one] < place[other] for one, other in pairs) / len(pairs)
    if sheet.kind in PLACE_KINDS:
        fitting = [_fits_place(sheet, n, key) for n, key in enumerate(response, start=1)]
        return sum(fitting) / len(fitting)
    return _net_hits(sheet, response) / len(sheet.solution)


def _net_hits(sheet: QuestionSheet, response: Response) -> int:
    """A wrong tick takes back a right one, so that ticking everything is not a way through."""
    hits = len(set(response) & set(sheet.solution))
    return max(0, 2 * hits - len(response))


def _on_chosen(sheet: QuestionSheet, response: Response) -> tuple[Remark, ...]:
    marked = sheet.kind in MARKED_KINDS
    return tuple(
        Remark(o.key, o.feedback, o.correct if marked else None)
        for o in map(sheet.option, response)
    )


def _on_ticks(sheet: QuestionSheet, response: Response) -> tuple[Remark, ...]:
    """What was ticked and what was missed, in the order shown."""
    return tuple(
        Remark(o.key, o.feedback, o.correct and o.key in response, o.key in response)
        for o in sheet.options
        if o.correct or o.key in response
    )


def _on_order(sheet: QuestionSheet, response: Response) -> tuple[Remark, ...]:
    """Each thing in the right order, with why it stands there."""
    return tuple(
        Remark(right, sheet.option(right).feedback, right == chosen)
        for right, chosen in zip(sheet.solution, response, strict=True)
    )


def _on_pairs(sheet: QuestionSheet, response: Response) -> tuple[Remark, ...]:
    return tuple(
        Remark(option.key, option.feedback, right == chosen)
        for option, right, chosen in zip(sheet.options, sheet.solution, response, strict=True)
    )


def _on_gaps(sheet: QuestionSheet, response: Response) -> tuple[Remark, ...]:
    """Why a word fits or, of a distractor, why not; of a word from another gap, what fits here."""

    def said_of(gap: int, chosen: Option) -> Remark:
        if chosen.gap in (gap, 0):
            return Remark(chosen.key, chosen.feedback, chosen.gap == gap)
        fitting = sheet.option(sheet.solution[gap - 1])
        return Remark(fitting.key, fitting.feedback, False, chosen=False)

    return tuple(said_of(gap, sheet.option(key)) for gap, key in enumerate(response, start=1))


_REMARKS: dict[Kind, Callable[[QuestionSheet, Response], tuple[Remark, ...]]] = {
    Kind.SINGLE: _on_chosen,
    Kind.MULTIPLE: _on_ticks,
    Kind.TRUE_FALSE: _on_chosen,
    Kind.ORDER: _on_order,
    Kind.MATCH: _on_pairs,
    Kind.FILL: _on_gaps,
    Kind.SCALE: _on_chosen,
    Kind.BRANCHING: _on_chosen,
    Kind.FREE_TEXT: _on_chosen,
}
