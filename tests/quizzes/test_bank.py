"""The questions of a quiz, read from the bank."""

import pytest
from wagtail.models import Locale

from quizzes.enums import Kind
from quizzes.models import Quiz, QuizQuestion
from quizzes.selectors import draft_of, questions_of
from tests.quizzes.builders import make_question

KINDS = (Kind.SINGLE, Kind.BRANCHING, Kind.FILL)


@pytest.fixture
def quiz(db):
    quiz = Quiz.objects.create(title="Proba", locale=Locale.get_default())
    for order, kind in enumerate(KINDS):
        QuizQuestion.objects.create(quiz=quiz, question=make_question(kind), sort_order=order)
    return quiz


def test_the_questions_stand_in_the_order_of_the_quiz(quiz):
    assert tuple(question.kind for question in questions_of(quiz)) == KINDS


def test_reading_whole_questions_takes_three_queries(quiz, django_assert_num_queries):
    with django_assert_num_queries(3):
        assert all(draft_of(question).choices for question in questions_of(quiz))
