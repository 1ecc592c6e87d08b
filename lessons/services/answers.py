"""An answer given within a module: the attempt is opened with the first one."""

from uuid import UUID

from lessons.places import ClassPlace
from lms.core import generation
from lms.people.models import Learner
from quizzes.models import Answer, Question, QuestionVersion
from quizzes.services import current_version, open_attempt, submit_answer
from quizzes.sheets import Response


def answer_step(
    *,
    learner: Learner,
    place: ClassPlace,
    activity: UUID,
    step: UUID,
    question_id: int,
    client_id: UUID,
    response: Response,
) -> Answer:
    """Save a learner's answer in this place. Raises what `quizzes.services.submit_answer` does."""
    attempt = open_attempt(
        learner=learner, activity=activity, group=place.group, expires_at=place.expires_at
    )
    return submit_answer(
        attempt=attempt,
        version=_version(question_id),
        step=step,
        client_id=client_id,
        response=response,
    )


def _version(question_id: int) -> QuestionVersion:
    """The version that is asked now; a worker looks once for as long as nothing changes."""
    return generation.kept(
        f"version:{question_id}",
        lambda: current_version(question=Question.objects.get(pk=question_id)),
    )
