"""The "verifică-te" questions of the starter plans."""

from wagtail.models import Locale

from quizzes.models import Choice, Question, Quiz, QuizQuestion


def add_quiz(title: str, rows: list[dict], locale: Locale) -> Quiz:
    """Add a quiz with its questions to the bank."""
    quiz = Quiz.objects.create(title=title, locale=locale)
    for order, row in enumerate(rows):
        question = Question.objects.create(text=row["question"], locale=locale)
        Choice.objects.bulk_create(
            Choice(
                question=question,
                sort_order=place,
                text=choice["text"],
                is_correct=choice.get("correct", False),
                feedback=choice["feedback"],
            )
            for place, choice in enumerate(row["choices"])
        )
        QuizQuestion.objects.create(quiz=quiz, question=question, sort_order=order)
    return quiz
