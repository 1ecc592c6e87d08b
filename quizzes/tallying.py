"""Adding up what first tries were, without saying whose. Plain functions of answers."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from uuid import UUID

from quizzes.enums import MARKED_KINDS, Kind
from quizzes.marking import picks
from quizzes.models import Answer
from quizzes.sheets import QuestionSheet, Response

Amounts = dict[str, float]


@dataclass(frozen=True, slots=True)
class Pair:
    """The same question asked twice of one learner: what it was worth before and after."""

    version_id: int
    before: float
    after: float


def question_amounts(answers: Iterable[Answer]) -> Iterator[tuple[Answer, Amounts]]:
    """What each first try of one attempt adds to the tally of its question."""
    answers = list(answers)
    scores = {answer.pk: answer.score for answer in answers if answer.score is not None}
    for answer in answers:
        score = answer.score
        amounts: Amounts = {"n": 1}
        if score is not None:
            amounts |= {"right": int(score == 1), "score": score}
            others = [value for pk, value in scores.items() if pk != answer.pk]
            if others:
                amounts |= _with_rest(score, sum(others) / len(others))
        yield answer, amounts


def _with_rest(x: float, y: float) -> Amounts:
    sums = {"sum_x": x, "sum_y": y, "sum_xx": x * x, "sum_yy": y * y, "sum_xy": x * y}
    return {"paired": 1, **sums}


def option_counts(sheet: QuestionSheet, responses: Iterable[tuple[Response, int]]) -> Counter[str]:
    """How often each thing was picked, of responses with how many gave them."""
    counts: Counter[str] = Counter()
    for response, times in responses:
        for pick in picks(sheet, response):
            counts[pick] += times
    return counts


def pairs_of(answers: Iterable[Answer]) -> Iterator[Pair]:
    """The questions that stood in two places of one attempt: the first answered is "before"."""
    places: dict[int, dict[UUID, Answer]] = defaultdict(dict)
    for answer in sorted(answers, key=lambda answer: (answer.answered_at, answer.pk)):
        places[answer.version_id].setdefault(answer.step, answer)
    for version_id, by_step in places.items():
        given = list(by_step.values())
        values = [worth_of(answer.version.sheet, answer) for answer in (given[0], given[-1])]
        if len(given) > 1 and values[0] is not None and values[1] is not None:
            yield Pair(version_id, values[0], values[1])


def worth_of(sheet: QuestionSheet, answer: Answer) -> float | None:
    """The score; on a scale the number of the step chosen; None where neither is there."""
    if sheet.kind in MARKED_KINDS:
        return answer.score
    if sheet.kind == Kind.SCALE:
        return float(1 + [option.key for option in sheet.options].index(answer.response[0]))
    return None


def pair_amounts(pair: Pair) -> Amounts:
    """What a pair adds to the tally of its question."""
    return {
        "n": 1,
        "before": pair.before,
        "after": pair.after,
        "rose": pair.after > pair.before,
        "fell": pair.after < pair.before,
    }
