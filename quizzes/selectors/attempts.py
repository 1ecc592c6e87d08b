"""Reads of one learner's attempt."""

from uuid import UUID

from quizzes.models import Answer, Attempt
from quizzes.sheets import Response


def attempt_of(learner_id: UUID, activity: UUID) -> Attempt | None:
    """The learner's attempt at this activity, if one is open."""
    return Attempt.objects.filter(learner=learner_id, activity=activity).first()


def latest_response(learner_id: UUID, activity: UUID, step: UUID) -> Response:
    """What the learner chose last in this place, nothing when there is no answer: one query."""
    tries = Answer.objects.filter(
        attempt__learner=learner_id, attempt__activity=activity, step=step
    )
    responses = tries.order_by("number").values_list("response", flat=True)
    return tuple(next(reversed(responses), ()))


def answers_of(attempt: Attempt) -> list[Answer]:
    """All tries of an attempt in the order they came, their versions read along: one query."""
    return list(attempt.answers.select_related("version"))
