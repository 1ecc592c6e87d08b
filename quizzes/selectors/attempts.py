"""Reads of one learner's attempt."""

from uuid import UUID

from quizzes.models import Answer, Attempt


def attempt_of(learner_id: UUID, activity: UUID) -> Attempt | None:
    """The learner's attempt at this activity, if one is open."""
    return Attempt.objects.filter(learner=learner_id, activity=activity).first()


def answers_of(attempt: Attempt) -> list[Answer]:
    """All tries of an attempt in the order they came, their versions read along: one query."""
    return list(attempt.answers.select_related("version"))
