"""Questions of the starter content, from TOML into the bank."""

from typing import Any

from wagtail.models import Locale

from quizzes.models import Quiz, QuizQuestion
from quizzes.services import add_question, read_question


def add_quiz(key: str, title: str, rows: list[dict[str, Any]], locale: Locale) -> Quiz:
    """Add a quiz with its questions to the bank. They are named "<key>-1", "<key>-2", …"""
    quiz = Quiz.objects.create(title=title, locale=locale)
    for order, row in enumerate(rows):
        single = {"kind": "single", "text": row["question"], "options": row["choices"]}
        question = add_question(
            key=f"{key}-{order + 1}", locale=locale, draft=read_question(single)
        )
        QuizQuestion.objects.create(quiz=quiz, question=question, sort_order=order)
    return quiz
