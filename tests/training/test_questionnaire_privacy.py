"""An answer at a training is nobody's: asked of the models themselves."""

import pytest
from django.db import models

from lms.people.models import User
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    Participant,
    QuestionnaireAnswer,
)

# Everything that is ever known of a participant who answers a questionnaire or judges a training.
KNOWN_OF_WHO_ANSWERS = {
    QuestionnaireAnswer: {
        "id",
        "client_id",
        "questionnaire",
        "part",
        "code_hash",
        "responses",
        "answered_on",
    },
    Evaluation: {
        "id",
        "client_id",
        "questionnaire",
        "usefulness",
        "clarity",
        "trainer",
        "pace",
        "will_use",
        "given_on",
    },
    EvaluationComment: {"id", "questionnaire", "kind", "text"},
}


def _fields(model):
    return [*model._meta.local_fields, *model._meta.local_many_to_many]


@pytest.mark.parametrize("model", KNOWN_OF_WHO_ANSWERS, ids=lambda model: model.__name__)
def test_of_who_answers_at_a_training_nothing_more_is_known(model):
    assert {field.name for field in _fields(model)} == KNOWN_OF_WHO_ANSWERS[model]


@pytest.mark.parametrize("model", KNOWN_OF_WHO_ANSWERS, ids=lambda model: model.__name__)
def test_an_answer_at_a_training_has_no_moment_and_points_at_nobody(model):
    fields = _fields(model)
    assert not any(isinstance(field, models.DateTimeField) for field in fields)
    assert not {field.related_model for field in fields} & {Participant, User}
