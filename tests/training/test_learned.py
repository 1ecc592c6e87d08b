"""What a group learned: figures of pairs from ten up, and of evaluations from five up."""

import pytest

from lms.training.enums import CommentKind
from lms.training.selectors.evaluations import evaluation_summary
from lms.training.selectors.learned import learned_at
from quizzes.enums import Kind
from tests.training.questionnaire_factories import (
    AFTER,
    ALL,
    BEFORE,
    NOTHING,
    answer,
    answer_in_pairs,
    judge,
    make_asked_event,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def figures_of(row):
    return [moment.said for moment in row.moments]


def test_who_answered_once_is_counted_apart_from_the_pairs():
    event = make_asked_event()
    answer_in_pairs(event, 3)
    answer(event, BEFORE, "ZE1111")
    answer(event, BEFORE, "ZE1112")
    answer(event, AFTER, "ZE1113")
    found = learned_at(event.questionnaire)
    assert (found.before, found.after, found.pairs) == (5, 4, 3)
    assert (found.only_before, found.only_after, found.missing) == (2, 1, 7)


def test_r39_nine_pairs_show_nothing():
    event = make_asked_event()
    answer_in_pairs(event, 9)
    found = learned_at(event.questionnaire)
    assert (found.missing, found.signs, found.rows) == (1, None, ())


def test_r39_ten_pairs_show_the_share_that_names_enough_signs():
    event = make_asked_event()
    answer_in_pairs(event, 7)
    for number in range(3):
        answer(event, BEFORE, f"OP02{number:02d}", ALL)
        answer(event, AFTER, f"OP02{number:02d}", {1: ["a", "b"]})
    signs = learned_at(event.questionnaire).signs
    assert (signs.text, signs.n, figures_of(signs)) == (
        "Numesc cel puțin 3 semne de risc", 10, ["30 %", "70 %"],
    )  # fmt: skip


def test_unmatched_answers_are_in_no_share():
    event = make_asked_event()
    answer_in_pairs(event, 10, before=NOTHING, after=NOTHING)
    for number in range(10):
        answer(event, AFTER, f"OP02{number:02d}", ALL)
    assert figures_of(learned_at(event.questionnaire).rows[0]) == ["0 %", "0 %"]


def test_a_question_that_fewer_than_ten_answered_twice_is_not_shown():
    event = make_asked_event()
    answer_in_pairs(event, 9)
    answer(event, BEFORE, "OP0201", {1: ["a"]})
    answer(event, AFTER, "OP0201", ALL)
    rows = learned_at(event.questionnaire).rows
    assert [(row.n, len(row.moments)) for row in rows] == [(10, 2), (9, 0)]


def test_signs_are_of_those_who_answered_about_them_both_times():
    event = make_asked_event()
    answer_in_pairs(event, 9)
    answer(event, BEFORE, "OP0201", {2: ["a"]})
    answer(event, AFTER, "OP0201", ALL)
    signs = learned_at(event.questionnaire).signs
    assert (signs.n, signs.moments) == (9, ())


def test_a_scale_shows_its_means():
    event = make_asked_event(None, Kind.SCALE)
    answer_in_pairs(event, 10, before={2: ["a"]}, after={2: ["c"]})
    assert figures_of(learned_at(event.questionnaire).rows[1]) == ["1,0 din 4", "3,0 din 4"]


def test_an_event_without_tagged_questions_shows_no_signs():
    event = make_asked_event()
    event.questionnaire.items.update(risk_sign=False)
    answer_in_pairs(event, 10)
    assert learned_at(event.questionnaire).signs is None


def test_reading_takes_as_many_queries_for_many_as_for_few(django_assert_max_num_queries):
    event = make_asked_event()
    answer_in_pairs(event, 12)
    with django_assert_max_num_queries(4):
        learned_at(event.questionnaire)


def test_four_evaluations_show_nothing():
    event = make_asked_event()
    for _ in range(4):
        judge(event, comments={CommentKind.KEEP: "Povestea."})
    summary = evaluation_summary(event.questionnaire)
    assert (summary.n, summary.missing, summary.distributions, summary.keep) == (4, 1, (), ())


def test_five_evaluations_show_counts_means_and_words():
    event = make_asked_event()
    for mark in (5, 5, 4, 3, 1):
        judge(event, usefulness=mark, pace="fast", comments={CommentKind.CHANGE: f"Nota {mark}"})
    summary = evaluation_summary(event.questionnaire)
    useful, pace = summary.distributions[0], summary.distributions[3]
    assert [row.people for row in useful.rows] == [2, 1, 1, 0, 1]
    assert useful.mean == "media 3,6 din 5"
    assert [(row.label, row.people) for row in pace.rows][2] == ("prea repede", 5)
    assert len(summary.change) == 5


def test_a_question_that_fewer_than_five_answered_is_not_shown():
    event = make_asked_event()
    for mark in (5, 4, 4, 3, None):
        judge(event, clarity=mark)
    clear = evaluation_summary(event.questionnaire).distributions[1]
    assert (clear.n, clear.mean, clear.rows) == (4, "", ())
