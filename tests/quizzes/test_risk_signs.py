"""Signs of risk: which questions count them, and what changed between two times of answering."""

import uuid

import pytest
from django.db import IntegrityError
from wagtail.models import Locale

from quizzes.drafts import QuestionDraft, make_sheet
from quizzes.enums import Kind
from quizzes.marking import signs_named
from quizzes.models import Question
from quizzes.selectors import ResponsePair, change_of_pairs, checked, names_enough
from quizzes.services import BadResponse, add_question, current_version
from tests.quizzes.builders import make_version
from tests.quizzes.drafts import SAMPLES, choices

SIGNS = QuestionDraft(
    Kind.MULTIPLE,
    "Care sunt semne de risc?",
    "",
    choices(
        ["Actele îi sunt ținute.", "Are o datorie.", "E obosit.", "Nu răspunde singur."],
        correct=[True, True, False, True],
    ),
)
EVENT = uuid.UUID(int=9)


@pytest.mark.parametrize(
    ("response", "named"),
    [("a", 1), ("ab", 2), ("abd", 3), ("abc", 1), ("abcd", 2), ("c", 0), ("ac", 0)],
)
def test_a_wrong_tick_takes_back_a_sign(response, named):
    assert signs_named(make_sheet(SIGNS), tuple(response)) == named


def test_a_question_with_one_answer_names_no_signs():
    sheet = make_sheet(SAMPLES[Kind.SINGLE])
    assert signs_named(sheet, sheet.solution) == 0


@pytest.mark.django_db
def test_only_a_question_of_several_choices_counts_signs():
    question = Question(
        key="x", kind=Kind.SINGLE, text="?", risk_sign=True, locale=Locale.get_default()
    )
    with pytest.raises(IntegrityError):
        question.save()


@pytest.mark.django_db
def test_signs_of_several_questions_add_up():
    first = current_version(question=_question("unu"))
    second = current_version(question=_question("doi"))
    answers = [(first, ("a", "b")), (second, ("d",))]
    assert (names_enough(answers, 3), names_enough(answers, 4)) == (True, False)


@pytest.mark.django_db
def test_the_change_is_of_those_who_were_wholly_right():
    version = current_version(question=_question("unu"))
    pairs = [ResponsePair(version, ("a", "b"), ("a", "b", "d"))] * 7
    pairs += [ResponsePair(version, ("a", "b", "d"), ("a", "b", "d"))] * 3
    change = change_of_pairs(EVENT, pairs)[0]
    assert (change.n, change.before, change.after, change.rose) == (10, 0.3, 1, 7)


@pytest.mark.django_db
def test_nine_pairs_are_no_group():
    version = current_version(question=_question("unu"))
    assert change_of_pairs(EVENT, [ResponsePair(version, ("a",), ("a",))] * 9) == []


@pytest.mark.django_db
def test_on_a_scale_the_steps_count():
    version = make_version(Kind.SCALE)
    change = change_of_pairs(EVENT, [ResponsePair(version, ("a",), ("c",))] * 10)[0]
    assert (change.before, change.after) == (1, 3)


@pytest.mark.django_db
def test_a_response_that_the_question_does_not_offer_is_refused():
    with pytest.raises(BadResponse):
        checked(make_version(Kind.MULTIPLE), ["z"])


def _question(key):
    return add_question(key=key, locale=Locale.get_default(), draft=SIGNS, risk_sign=True)
