"""Asking participants before and after an event, and what they thought of it.

What is saved says nothing of who said it. Every answer is added, none changed.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils import timezone

from lms.people.models import User
from lms.training.answer_codes import answer_code_hash, new_salt
from lms.training.consents import KEPT_DAYS
from lms.training.enums import CommentKind, EventState, QuestionnairePart
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    EventQuestionnaire,
    QuestionnaireAnswer,
    QuestionnaireItem,
    TrainingEvent,
)
from lms.training.selectors.answering import (
    ANSWER_DAYS,
    Window,
    evaluation_window,
    is_answered,
    window_of,
)
from lms.training.services.planning import own_event
from lms.training.services.problems import AlreadyAnswered, EventSettled, NotOpen
from quizzes.enums import Kind
from quizzes.models import Question
from quizzes.selectors import checked, questions_of
from quizzes.services import current_version

# What is answered by a press or by ticks: the rest does not suit a phone in a full room.
ASKED_KINDS = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.TRUE_FALSE, Kind.SCALE})


@transaction.atomic
def prepare_questionnaire(*, event: TrainingEvent, by: User) -> EventQuestionnaire:
    """Freeze the questions that the programme names for this event, also none: the evaluation form
    needs no questions. Done again before anybody answered, it takes them anew.

    Raises:
        PermissionDenied: the event is not this person's.
        EventSettled: it was cancelled.
    """
    event = own_event(event, by)
    if event.state == EventState.CANCELLED:
        raise EventSettled
    questionnaire, _is_new = EventQuestionnaire.objects.get_or_create(
        event=event, defaults={"salt": new_salt(), "prepared_on": timezone.localdate()}
    )
    # Nobody answers between the look and the change.
    questionnaire = EventQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
    if questionnaire.answers.exists():
        return questionnaire
    questionnaire.risk_signs = event.programme.risk_signs
    questionnaire.save(update_fields=["risk_signs"])
    questionnaire.items.all().delete()
    QuestionnaireItem.objects.bulk_create(
        QuestionnaireItem(
            questionnaire=questionnaire,
            number=number,
            version=current_version(question=question),
            risk_sign=question.risk_sign,
        )
        for number, question in enumerate(_asked(event), start=1)
    )
    return questionnaire


def answer_questionnaire(
    *,
    questionnaire: EventQuestionnaire,
    part: QuestionnairePart,
    code: str,
    client_id: UUID,
    responses: Mapping[int, Sequence[str]],
) -> QuestionnaireAnswer:
    """Save what somebody answered, by a normalised code. `responses` are the keys chosen, by the
    number of the question; what was not answered is left out. Sent twice it is one.

    Raises:
        NotOpen: too early or too late.
        AlreadyAnswered: this code has answered this part.
        BadResponse: a question does not offer this.
    """
    _need(window_of(questionnaire, part), questionnaire)
    with transaction.atomic():
        asked = EventQuestionnaire.objects.select_for_update().get(pk=questionnaire.pk)
        items = {item.number: item for item in asked.items.select_related("version")}
        answer = QuestionnaireAnswer(
            client_id=client_id,
            questionnaire=asked,
            part=part,
            code_hash=answer_code_hash(code, asked.salt),
            responses={
                str(number): list(checked(items[number].version, response))
                for number, response in responses.items()
                if response and number in items
            },
            answered_on=timezone.localdate(),
        )
        return _added(answer)


def _added(answer: QuestionnaireAnswer) -> QuestionnaireAnswer:
    """Save it, or return what the same form saved before."""
    rows = QuestionnaireAnswer.objects.filter(questionnaire=answer.questionnaire, part=answer.part)
    try:
        with transaction.atomic():
            answer.save(force_insert=True)
    except IntegrityError as error:
        same = rows.filter(client_id=answer.client_id, code_hash=answer.code_hash).first()
        # Sent again after a step back with other answers, it is no repetition.
        if same is None or same.responses != answer.responses:
            raise AlreadyAnswered from error
        return same
    return answer


def evaluate(
    *,
    questionnaire: EventQuestionnaire,
    client_id: UUID,
    comments: Mapping[CommentKind, str],
    **marks: Any,
) -> Evaluation:
    """Save what somebody thought of the event; free words apart from what was ticked. Sent twice
    it is one.

    Raises:
        NotOpen: too early or too late.
        AlreadyAnswered: this form was sent before, with other ticks.
    """
    _need(evaluation_window(questionnaire), questionnaire)
    with transaction.atomic():
        evaluation, is_new = Evaluation.objects.get_or_create(
            client_id=client_id,
            defaults={
                "questionnaire": questionnaire, "given_on": timezone.localdate(), **marks,
            },
        )  # fmt: skip
        if any(getattr(evaluation, name) != value for name, value in marks.items()):
            raise AlreadyAnswered
        if is_new:
            EvaluationComment.objects.bulk_create(
                EvaluationComment(questionnaire=questionnaire, kind=kind, text=text.strip())
                for kind, text in comments.items()
                if text.strip()
            )
    return evaluation


@transaction.atomic
def delete_comment(*, event: TrainingEvent, comment: UUID, by: User) -> bool:
    """Take away free words that name somebody; whether there were such words at this event.

    Raises PermissionDenied of an event that is not this person's.
    """
    event = own_event(event, by)
    count, _rows = EvaluationComment.objects.filter(pk=comment, questionnaire__event=event).delete()
    return bool(count)


def forget_old_answers() -> int:
    """Throw away the salts of events that nobody answers about any more, and free words when the
    time of the event is over; returns how many words. Answers stay: they are of nobody."""
    now = timezone.now()
    ended = EventQuestionnaire.objects.annotate(ended=Max("event__sittings__ends_at"))
    spent = ended.filter(ended__lt=now - timedelta(days=ANSWER_DAYS + 1)).exclude(salt="")
    EventQuestionnaire.objects.filter(pk__in=list(spent.values_list("pk", flat=True))).update(
        salt=""
    )
    old = ended.filter(ended__lt=now - timedelta(days=KEPT_DAYS))
    words = EvaluationComment.objects.filter(questionnaire__in=list(old))
    count, _rows = words.delete()
    return count


def _asked(event: TrainingEvent) -> list[Question]:
    quiz = event.programme.questionnaire
    questions = questions_of(quiz) if quiz else []
    return [question for question in questions if question.kind in ASKED_KINDS]


def _need(window: Window, questionnaire: EventQuestionnaire) -> None:
    if not is_answered(questionnaire, window):
        raise NotOpen(is_over=window.is_over or not questionnaire.salt)
