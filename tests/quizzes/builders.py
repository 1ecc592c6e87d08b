"""Questions, learners and answers that tests start from."""

import uuid
from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from lms.people.services import make_learner
from quizzes.enums import Kind
from quizzes.models import Attempt
from quizzes.services import add_question, current_version, open_attempt, submit_answer
from tests.quizzes.drafts import SAMPLES

CLASS, MODULE = uuid.UUID(int=1), uuid.UUID(int=2)


def in_hours(hours):
    return timezone.now() + timedelta(hours=hours)


def make_question(kind=Kind.SINGLE, key="", draft=None):
    locale = Locale.get_default()
    return add_question(key=key or f"o-{kind}", locale=locale, draft=draft or SAMPLES[kind])


def make_version(kind=Kind.SINGLE, **question):
    return current_version(question=make_question(kind, **question))


def make_attempt(hours=24, group=CLASS, activity=MODULE):
    learner = make_learner(
        age_band="11-14", nickname="vulpe-verde", expires_at=in_hours(max(hours, 1))
    )
    rules = {"group": group, "expires_at": in_hours(hours)}
    return Attempt.objects.get(pk=open_attempt(learner=learner, activity=activity, **rules))


def answer(attempt, version, *response, step=0, client_id=None):
    """Submit this response in the place of this number."""
    return submit_answer(
        attempt=attempt.pk,
        version=version,
        step=uuid.UUID(int=100 + step),
        client_id=client_id or uuid.uuid4(),
        response=response,
    )
