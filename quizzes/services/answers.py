"""Answering: one row a try, once however often it is sent."""

from datetime import datetime
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from lms.people.models import Learner
from quizzes.marking import check, mark
from quizzes.models import Answer, Attempt, QuestionVersion
from quizzes.selectors.attempts import attempt_id
from quizzes.services.problems import TooLate, TooManyTries
from quizzes.sheets import Response

MOST_TRIES = 10


def open_attempt(*, learner: Learner, activity: UUID, group: UUID, expires_at: datetime) -> UUID:
    """The id of the learner's attempt at this activity, opened when there is none yet.

    One that is open keeps its group and its time; `set_expiry` moves the time of a whole class.
    """
    known = attempt_id(learner.pk, activity)
    if known is not None:
        return known
    attempt, _made = Attempt.objects.get_or_create(
        learner=learner, activity=activity, defaults={"group": group, "expires_at": expires_at}
    )
    return attempt.pk


def submit_answer(
    *, attempt: UUID, version: QuestionVersion, step: UUID, client_id: UUID, response: Response
) -> Answer:
    """Save a try at a question in the attempt of this id, or return the one that this `client_id`
    saved before.

    The first try in a place counts; later ones are kept beside it.

    Raises:
        BadResponse: this cannot be an answer to this question.
        TooLate: the attempt has run out or is gone.
        TooManyTries: ten tries are enough.
        PermissionDenied: the id saved an answer of somebody else.
    """
    taken = check(version.sheet, response)
    answer = Answer(
        attempt_id=attempt,
        client_id=client_id,
        version=version,
        step=step,
        response=list(taken),
        score=mark(version.sheet, taken).score,
    )
    try:
        with transaction.atomic():
            return _add_try(answer)
    except IntegrityError:
        # The id was used in another place: by this learner it is the same answer sent again.
        known = Answer.objects.filter(client_id=client_id).first()
        if known is None:
            raise
        if known.attempt_id != attempt:
            raise PermissionDenied from None
        return known


def _add_try(answer: Answer) -> Answer:
    """Save the answer as the next try. The lock on the attempt lets two tabs of one learner, and
    the purge, come one after the other."""
    locked = Attempt.objects.select_for_update().filter(pk=answer.attempt_id)
    expires_at = locked.values_list("expires_at", flat=True).first()
    tries = Answer.objects.filter(attempt=answer.attempt_id, step=answer.step)
    known = dict(tries.order_by().values_list("client_id", "pk"))
    if answer.client_id in known:
        return tries.get(pk=known[answer.client_id])
    if expires_at is None or expires_at <= timezone.now():
        raise TooLate
    if len(known) >= MOST_TRIES:
        raise TooManyTries
    answer.number = len(known) + 1
    answer.save(force_insert=True)
    return answer


def set_expiry(*, group: UUID, expires_at: datetime) -> int:
    """Move the moment at which a class's attempts are counted and deleted; return how many.

    The learners of the class have a moment of their own: whoever moves one moves the other.
    """
    return Attempt.objects.of_group(group).update(expires_at=expires_at)
