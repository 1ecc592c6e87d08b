"""Reads of the bank: questions as they are asked, and their versions."""

from collections.abc import Iterable

from quizzes.drafts import ChoiceDraft, QuestionDraft, make_sheet
from quizzes.enums import Kind
from quizzes.models import Question, QuestionVersion, Quiz
from quizzes.sheets import QuestionSheet, Scene


def questions_of(quiz: Quiz) -> list[Question]:
    """The quiz's questions in order, choices and scenes read along: three queries in all."""
    places = quiz.places.select_related("question")
    places = places.prefetch_related("question__choices", "question__scenes")
    return [place.question for place in places]


def draft_of(question: Question) -> QuestionDraft:
    """The question as an editor wrote it, whole or not."""
    return QuestionDraft(
        kind=Kind(question.kind),
        text=question.text,
        closing=question.closing,
        choices=tuple(
            ChoiceDraft(
                text=choice.text,
                feedback=choice.feedback,
                correct=choice.is_correct,
                match=choice.match,
                gap=choice.gap,
                scene=choice.scene,
                leads_to=choice.leads_to,
            )
            for choice in question.choices.all()
        ),
        scenes=tuple(
            Scene(scene.key, scene.speaker, scene.text, scene.ending)
            for scene in question.scenes.all()
        ),
    )


def sheet_of(question: Question) -> QuestionSheet:
    """The question as it is asked now: two queries, none when choices and scenes are read along.

    For readers without a class, who leave nothing behind; answers are of a version.
    """
    return make_sheet(draft_of(question))


def latest_version(question: Question) -> QuestionVersion | None:
    """The newest version; None before anybody was asked the question in a class."""
    return question.versions.order_by("-number").first()


def latest_versions(questions: Iterable[int]) -> dict[int, QuestionVersion]:
    """The newest version of each of these questions, by the question's id: one query."""
    versions = QuestionVersion.objects.filter(question__in=list(questions)).order_by("number")
    return {version.question_id: version for version in versions}
