"""Reads of one learner's attempt."""

from uuid import UUID

from django.core.cache import caches

from quizzes.models import Answer, Attempt
from quizzes.sheets import Response


def attempt_of(learner_id: UUID, activity: UUID) -> Attempt | None:
    """The learner's attempt at this activity, if one is open."""
    return Attempt.objects.filter(learner=learner_id, activity=activity).first()


def attempt_id(learner_id: UUID, activity: UUID) -> UUID | None:
    """The id of the learner's attempt at this activity. It stays the same for as long as there is
    one, so a worker remembers it for a minute."""
    key = f"attempt:{learner_id}:{activity}"
    known = caches["learners"].get(key)
    if known is None:
        attempts = Attempt.objects.filter(learner=learner_id, activity=activity)
        known = next(iter(attempts.values_list("pk", flat=True)), None)
        if known is not None:
            caches["learners"].set(key, known)
    return known


def latest_response(learner_id: UUID, activity: UUID, step: UUID) -> Response:
    """What the learner chose last in this place, nothing when there is no answer."""
    attempt = attempt_id(learner_id, activity)
    if attempt is None:
        return ()
    tries = Answer.objects.filter(attempt=attempt, step=step).order_by("number")
    return tuple(next(reversed(tries.values_list("response", flat=True)), ()))


def answers_of(attempt: Attempt) -> list[Answer]:
    """All tries of an attempt in the order they came, their versions read along: one query."""
    return list(attempt.answers.select_related("version"))
