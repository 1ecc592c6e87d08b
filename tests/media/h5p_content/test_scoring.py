"""Scores counted again: as the player counts, never more than the most, and from responses that the
content can have given."""

import pytest

from media.h5p.attempts import attempt
from media.h5p.content import (
    Blank,
    Blanks,
    DragText,
    Drop,
    Library,
    MultiChoice,
    Nested,
    Other,
    QuestionSet,
    SingleChoiceSet,
    Summary,
    TrueFalse,
)
from media.h5p.content.multi_choice import Answer
from media.h5p.content.single_choice_set import QuickQuestion
from media.h5p.content.summary import Statements
from media.h5p.marking import ResponseError, mark
from media.h5p.scoring import Result, part_with, rescore, rescore_item
from media.h5p.xapi import read_statement
from tests.media.h5p_content.statements import sent

A, B, C = (f"aaaaaaaa-0000-4000-8000-00000000000{n}" for n in "123")
SEVERAL = tuple(Answer(text=str(n), correct=n < 2) for n in range(4))
ONE = tuple(Answer(text=str(n), correct=n == 2) for n in range(3))
NONE = (Answer(text="a"), Answer(text="b"))


def _told(*statements: str):
    return attempt(read_statement(one) for one in statements)


@pytest.mark.parametrize(
    ("content", "response", "raw", "most", "passed"),
    [
        (MultiChoice(answers=SEVERAL), "0[,]1", 2, 2, True),
        (MultiChoice(answers=SEVERAL), "1", 1, 2, False),
        (MultiChoice(answers=SEVERAL, pass_percentage=50), "1", 1, 2, True),
        (MultiChoice(answers=SEVERAL), "0[,]1[,]2", 1, 2, False),
        (MultiChoice(answers=SEVERAL), "2[,]3", 0, 2, False),
        (MultiChoice(answers=SEVERAL), "", 0, 2, False),
        (MultiChoice(answers=SEVERAL, single_point=True), "0", 0, 1, False),
        (MultiChoice(answers=SEVERAL, single_point=True), "1[,]0", 1, 1, True),
        (MultiChoice(answers=SEVERAL, single_point=True, pass_percentage=50), "0", 1, 1, True),
        (MultiChoice(answers=SEVERAL, choose="single"), "1", 1, 1, True),
        (MultiChoice(answers=ONE), "2", 1, 1, True),
        (MultiChoice(answers=ONE), "0", 0, 1, False),
        (MultiChoice(answers=ONE, choose="multi"), "2[,]0", 0, 1, False),
        (MultiChoice(answers=NONE), "", 1, 1, True),
        (MultiChoice(answers=NONE), "0", 0, 1, False),
        (TrueFalse(correct=False), "false", 1, 1, True),
        (TrueFalse(correct=False), "true", 0, 1, False),
    ],
)
def test_choices_are_marked_as_the_player_marks_them(content, response, raw, most, passed):
    points = mark(content, response)
    assert (points.raw, points.max, points.passed) == (raw, most, passed)


def _blanks(*answers: str, **behaviour: bool) -> Blanks:
    return Blanks(lines=((Blank(answers),),), **behaviour)


@pytest.mark.parametrize(
    ("content", "given", "right"),
    [
        (_blanks("Cluj"), "Cluj", True),
        (_blanks("Cluj"), " Cluj&nbsp;", True),
        (_blanks("Cluj"), "cluj", False),
        (_blanks("Cluj", case_sensitive=False), "CLUJ", True),
        (_blanks("Iași", "Iasi", case_sensitive=False), "iasi", True),
        (_blanks("Cluj"), "Clj", False),
        (_blanks("Cluj", accept_misspelled=True), "Clj", True),
        (_blanks("Cluj", accept_misspelled=True), "Culj", True),
        (_blanks("Cluj", accept_misspelled=True), "Ckk", False),
        (_blanks("112", accept_misspelled=True), "113", False),
        (_blanks("exploatare", accept_misspelled=True), "explotarre", True),
        (_blanks("exploatare", accept_misspelled=True), "explotrr", False),
        (_blanks("bucuresti", accept_misspelled=True), "bucresi", False),
        (_blanks("Cluj", accept_misspelled=True, case_sensitive=False), "cLJU", True),
        (_blanks("", "da"), "", True),
        (_blanks("da"), "", False),
    ],
)
def test_gaps_are_marked_as_the_player_marks_them(content, given, right):
    assert mark(content, given).raw == right


DRAG = DragText(parts=(Drop("a<b"), " și ", Drop("c"), Drop("c")), distractors=("d",))


def test_dragged_words_count_where_they_belong():
    assert mark(DRAG, "a&lt;b[,]c[,]c").raw == 3
    assert mark(DRAG, "c[,]d[,]c").raw == 1
    assert mark(DRAG, "[,][,]").raw == 0


@pytest.mark.parametrize(
    ("content", "response", "code"),
    [
        (MultiChoice(answers=SEVERAL), "4", "foreign-answer"),
        (MultiChoice(answers=SEVERAL), "0[,]0", "foreign-answer"),
        (MultiChoice(answers=SEVERAL), "-1", "foreign-answer"),
        (MultiChoice(answers=SEVERAL), "٢", "foreign-answer"),
        (MultiChoice(answers=SEVERAL), "0[,]", "foreign-answer"),
        (MultiChoice(answers=ONE), "2[,]0", "wrong-count"),
        (TrueFalse(), "yes", "foreign-answer"),
        (_blanks("a"), "a[,]b", "wrong-count"),
        (Blanks(), "a", None),
        (DRAG, "c", "wrong-count"),
        (DRAG, "x[,]c[,]c", "foreign-answer"),
        (DRAG, "c[,]c[,]c", "foreign-answer"),
    ],
)
def test_a_response_of_another_content_is_refused(content, response, code):
    if code is None:
        assert mark(content, response).max == 0
        return
    with pytest.raises(ResponseError) as raised:
        mark(content, response)
    assert raised.value.code == code


def test_the_server_counts_over_the_claim():
    claim = sent(kind="true-false", response="false", score=(1, 1), result={"success": True})
    assert rescore(TrueFalse(), _told(claim)) == Result(0, 1, "server", False)


def test_without_a_response_the_claim_stands_and_says_whose_it_is():
    assert rescore(TrueFalse(), _told(sent(score=(1, 1)))) == Result(1, 1, "client", True)
    other = Other(Library.parse("H5P.Essay 1.5"), {})
    assert rescore(other, _told(sent(score=(3, 4)))) == Result(3, 4, "client", False)
    assert rescore(other, _told(sent())) is None
    assert rescore(other, _told()) is None


QUIZ = QuestionSet(
    questions=(
        Nested(TrueFalse(), A),
        Nested(MultiChoice(answers=SEVERAL), B),
        Nested(_blanks("Cluj"), C),
    ),
)


def test_a_set_is_the_sum_of_its_questions_and_what_is_unanswered_brings_nothing():
    done = _told(
        sent(item=A, kind="true-false", response="true"),
        sent(item=B, kind="choice", response="0"),
        sent("completed", score=(4, 4)),
    )
    assert rescore(QUIZ, done) == Result(2, 4, "server", True)


def test_a_set_that_was_ended_without_checking_each_question_is_the_browsers():
    """Nothing is told of a question whose own "check" was not pressed."""
    checked = sent(item=B, kind="choice", response="0")
    end = sent("completed", score=(3, 4))
    assert rescore(QUIZ, _told(checked, end)) == Result(3, 4, "client", True)
    assert rescore(QUIZ, _told(end)) == Result(3, 4, "client", True)
    for claimed in ((1, 4), (4, 4), (2, 3)):
        done = _told(checked, sent("completed", score=claimed))
        assert rescore(QUIZ, done) == Result(1, 4, "server", False)


def test_a_set_with_a_question_that_only_the_browser_marks_is_the_browsers():
    essay = Nested(Other(Library.parse("H5P.Essay 1.5"), {}), C)
    quiz = QuestionSet(questions=(*QUIZ.questions[:2], essay))
    done = _told(sent(item=C, score=(1, 1)), sent("completed", score=(4, 4)))
    assert rescore(quiz, done) == Result(4, 4, "client", True)


def test_of_a_pool_only_what_was_drawn_counts():
    pool = QuestionSet(questions=QUIZ.questions, pool_size=2)
    answered = [sent(item=A, kind="true-false", response="true")]
    end = sent("completed", score=(1, 2))
    assert rescore(pool, _told(*answered, end)) == Result(1, 2, "client", True)
    answered.append(sent(item=C, kind="fill-in", response="Iași"))
    assert rescore(pool, _told(*answered, end)) == Result(1, 2, "server", True)


def test_a_summary_counts_what_was_right_at_the_first_try():
    groups = (Statements(sub_content_id=A, options=("a", "b")), Statements(options=("c", "d")))
    groups = (groups[0], Statements(sub_content_id=B, options=("c", "d")))
    done = _told(
        sent(item=A, kind="choice", response="0"),
        sent(item=B, kind="choice", response="1"),
        sent(score=(2, 2)),
    )
    assert rescore(Summary(groups=groups), done) == Result(1, 2, "server", False)


QUICK = SingleChoiceSet(
    questions=(
        QuickQuestion(sub_content_id=A, question="?", answers=("a", "b")),
        QuickQuestion(sub_content_id=B, question="?", answers=("a", "b")),
    ),
)


def _quick(claimed: int):
    items = [sent(item=A, kind="choice", response="0"), sent(item=B, kind="choice", response="1")]
    return rescore(QUICK, _told(*items, sent("completed", score=(claimed, 2))))


def test_quick_questions_are_the_servers_only_where_both_agree():
    """Newer players send the place on the screen instead of the answer."""
    assert _quick(1) == Result(1, 2, "server", False)
    assert _quick(2) == Result(2, 2, "client", True)


def test_each_part_is_marked_by_itself():
    told = read_statement(sent(item=B, kind="choice", response="0[,]1"))
    assert rescore_item(QUIZ, told) == Result(2, 2, "server", True)
    assert rescore_item(QUICK, read_statement(sent(item=A, score=(1, 1)))).by == "client"
    assert part_with(QUICK, B) is QUICK.questions[1]
    assert part_with(QUIZ, "") is None
    for forged in ("7", "0[,]0"):
        with pytest.raises(ResponseError):
            rescore_item(QUIZ, read_statement(sent(item=B, kind="choice", response=forged)))
    with pytest.raises(ResponseError):
        rescore_item(QUICK, read_statement(sent(item=A, kind="choice", response="2")))
