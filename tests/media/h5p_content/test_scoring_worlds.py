"""For any exercise: the right answers bring everything, and no response brings more."""

import html

from hypothesis import given, settings
from hypothesis import strategies as st

from media.h5p.attempts import attempt
from media.h5p.content import Blanks, DragText, MultiChoice, Nested, QuestionSet, TrueFalse
from media.h5p.marking import ResponseError, mark, most_points
from media.h5p.scoring import rescore
from media.h5p.spelling import distance
from media.h5p.xapi import BETWEEN, read_statement
from tests.media.h5p_content.statements import sent
from tests.media.h5p_content.worlds import record, with_gaps

EXERCISES = st.one_of(
    record(MultiChoice).filter(lambda content: content.answers),
    record(TrueFalse),
    with_gaps(Blanks),
    with_gaps(DragText),
)
KINDS = {MultiChoice: "choice", TrueFalse: "true-false", Blanks: "fill-in", DragText: "fill-in"}
WORLDS = settings(max_examples=60, deadline=None)


def _right(content):
    match content:
        case TrueFalse():
            return "true" if content.correct else "false"
        case MultiChoice():
            right = [str(n) for n, answer in enumerate(content.answers) if answer.correct]
            return BETWEEN.join(right[:1] if content.one_choice else right)
        case Blanks():
            return BETWEEN.join(gap.answers[0] for gap in content.gaps)
    return BETWEEN.join(html.escape(gap.word) for gap in content.gaps)


def _is_fair(content):
    """A single choice whose point needs more than one right answer cannot be won."""
    if not isinstance(content, MultiChoice):
        return True
    right = sum(answer.correct for answer in content.answers)
    return not (content.one_choice and right > 1) and content.pass_percentage <= 100


@WORLDS
@given(EXERCISES.filter(_is_fair))
def test_the_right_answers_bring_everything(content):
    points = mark(content, _right(content))
    assert points.raw == points.max == most_points(content) > 0
    assert points.passed


@WORLDS
@given(EXERCISES, st.data())
def test_no_response_brings_more_than_the_most(content, data):
    parts = st.sampled_from(
        ["0", "1", "2", "true", "false", "", "a", *_right(content).split("[,]")]
    )
    response = BETWEEN.join(data.draw(st.lists(parts, max_size=4)))
    try:
        points = mark(content, response)
    except ResponseError:
        return
    assert 0 <= points.raw <= points.max == most_points(content)


@WORLDS
@given(st.lists(EXERCISES.filter(_is_fair), min_size=1, max_size=3), st.booleans())
def test_a_set_with_all_right_answers_is_full(contents, all_answered):
    ids = [f"aaaaaaaa-0000-4000-8000-00000000000{n}" for n in range(len(contents))]
    quiz = QuestionSet(
        questions=tuple(Nested(one, name) for one, name in zip(contents, ids, strict=True))
    )
    answers = [
        sent(item=name, kind=KINDS[type(one)], response=_right(one))
        for one, name in zip(contents, ids, strict=True)
    ]
    statements = [*answers[: None if all_answered else -1], sent("completed", score=(0, 1))]
    result = rescore(quiz, attempt(read_statement(one) for one in statements))
    assert result.by == "server"
    assert result.max == sum(most_points(one) for one in contents)
    assert (result.raw == result.max) == all_answered


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_a_distance_is_the_same_both_ways_and_nothing_only_between_equals(one, other):
    assert distance(one, other) == distance(other, one)
    assert (distance(one, other) == 0) == (one == other)
