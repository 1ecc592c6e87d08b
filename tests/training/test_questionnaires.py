"""Answering before and after: once, in time, by a code that is not kept."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from lms.training.answer_codes import normalise_answer_code
from lms.training.enums import CommentKind
from lms.training.models import (
    Evaluation,
    EvaluationComment,
    EventQuestionnaire,
    QuestionnaireAnswer,
)
from lms.training.services import (
    AlreadyAnswered,
    EventSettled,
    NotOpen,
    cancel_event,
    delete_comment,
    forget_old_answers,
    prepare_questionnaire,
)
from quizzes.enums import Kind
from quizzes.models import Choice
from quizzes.services import BadResponse
from tests.training.event_factories import in_hours, make_event, make_trainer
from tests.training.questionnaire_factories import (
    AFTER,
    ALL,
    BEFORE,
    answer,
    judge,
    make_asked_event,
)

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("MA0742", "MA0742"),
        ("ma-7-42", "MA0742"),
        ("Mă 742", "MA0742"),
        ("șt 31 05 b", "ST3105B"),
        ("Ма0742", "МА0742"),
        ("MA3242", None),
        ("MA0042", None),
        ("Maria", None),
        ("", None),
    ],
)
def test_a_code_is_read_however_it_is_typed(typed, code):
    assert normalise_answer_code(typed) == code


def test_the_code_is_nowhere_in_what_is_kept():
    row = answer(make_asked_event())
    assert "0742" not in str(QuestionnaireAnswer.objects.filter(pk=row.pk).values())


def test_the_same_code_is_another_hash_at_another_event():
    trainer = make_trainer()
    first = make_asked_event(trainer)
    second = make_event(trainer, hours=-1, programme=first.programme)
    prepare_questionnaire(event=second, by=trainer)
    assert answer(first).code_hash != answer(second).code_hash


def test_sent_twice_is_one():
    event, sent = make_asked_event(), uuid4()
    assert answer(event, client_id=sent) == answer(event, client_id=sent)


def test_who_answers_again_is_told():
    event = make_asked_event()
    answer(event)
    with pytest.raises(AlreadyAnswered):
        answer(event, responses=ALL)


def test_a_form_sent_again_with_other_answers_is_no_repetition():
    event, sent = make_asked_event(), uuid4()
    answer(event, client_id=sent)
    with pytest.raises(AlreadyAnswered):
        answer(event, client_id=sent, responses=ALL)


def test_an_evaluation_sent_again_with_other_ticks_is_no_repetition():
    event, sent = make_asked_event(), uuid4()
    judge(event, client_id=sent)
    with pytest.raises(AlreadyAnswered):
        judge(event, client_id=sent, usefulness=1)


def test_a_form_sent_again_with_another_code_is_no_second_answer():
    event, sent = make_asked_event(), uuid4()
    answer(event, client_id=sent)
    with pytest.raises(AlreadyAnswered):
        answer(event, code="MA0843", client_id=sent)


def test_one_person_answers_before_and_after():
    event = make_asked_event()
    answer(event, BEFORE)
    answer(event, AFTER)
    assert event.questionnaire.answers.count() == 2


def test_questions_may_be_left_out():
    assert answer(make_asked_event(), responses={2: ["a"]}).responses == {"2": ["a"]}


def test_what_a_question_does_not_offer_is_refused():
    with pytest.raises(BadResponse):
        answer(make_asked_event(), responses={1: ["z"]})


def test_a_question_that_is_not_asked_is_not_kept():
    assert answer(make_asked_event(), responses={1: ["a"], 9: ["a"]}).responses == {"1": ["a"]}


@pytest.mark.parametrize(("hours", "part"), [(-5, BEFORE), (5, AFTER), (-24 * 15, AFTER)])
def test_too_early_and_too_late(hours, part):
    event = make_asked_event(hours=hours)
    with pytest.raises(NotOpen):
        answer(event, part)


def test_before_is_answered_from_home_too():
    assert answer(make_asked_event(hours=48), BEFORE).part == BEFORE


def test_after_is_answered_for_two_weeks():
    event = make_asked_event(hours=48)
    with time_machine.travel(timezone.now() + timedelta(days=15)):
        assert answer(event, AFTER).part == AFTER


def test_before_ends_with_the_first_sitting_and_after_begins_with_the_last():
    event = make_asked_event(sittings=[in_hours(-1), in_hours(24)])
    answer(event, BEFORE)
    with pytest.raises(NotOpen):
        answer(event, AFTER)


def test_nobody_answers_about_a_cancelled_event():
    event = make_asked_event(hours=24)
    cancel_event(event=event, expected=1, by=event.trainers.get(), reason="Ninge.")
    event.questionnaire.event.refresh_from_db()
    with pytest.raises(NotOpen):
        answer(event)
    with pytest.raises(EventSettled):
        prepare_questionnaire(event=event, by=event.trainers.get())


def test_a_question_mended_later_is_asked_as_it_was():
    event = make_asked_event()
    Choice.objects.update(text="Altceva")
    sheet = event.questionnaire.items.get(number=1).version.sheet
    assert sheet.options[0].text == "Actele îi sunt ținute."


def test_prepared_again_before_the_first_answer_the_questions_are_taken_anew():
    event = make_asked_event()
    Choice.objects.update(text="Altceva")
    prepare_questionnaire(event=event, by=event.trainers.get())
    sheet = event.questionnaire.items.get(number=1).version.sheet
    assert sheet.options[0].text == "Altceva"


def test_prepared_again_after_the_first_answer_nothing_changes():
    event = make_asked_event()
    answer(event)
    before = list(event.questionnaire.items.values_list("pk", flat=True))
    Choice.objects.update(text="Altceva")
    prepare_questionnaire(event=event, by=event.trainers.get())
    assert list(event.questionnaire.items.values_list("pk", flat=True)) == before


def test_stories_and_free_texts_are_not_asked():
    event = make_asked_event(None, Kind.BRANCHING, Kind.FREE_TEXT, Kind.ORDER, Kind.SCALE)
    kinds = [item.version.sheet.kind for item in event.questionnaire.items.all()]
    assert kinds == [Kind.MULTIPLE, Kind.SCALE]


def test_another_organisations_trainer_prepares_nothing():
    event = make_event()
    with pytest.raises(PermissionDenied):
        prepare_questionnaire(event=event, by=make_trainer())


def test_an_evaluation_sent_twice_is_one_with_its_words():
    event, sent = make_asked_event(), uuid4()
    for _ in range(2):
        judge(
            event, client_id=sent, comments={CommentKind.KEEP: "Povestea.", CommentKind.CHANGE: ""}
        )
    assert (Evaluation.objects.count(), EvaluationComment.objects.get().text) == (1, "Povestea.")


def test_words_that_name_somebody_are_taken_away_by_the_events_own_trainer():
    event = make_asked_event()
    judge(event, comments={CommentKind.KEEP: "Doamna Popescu."})
    comment = EvaluationComment.objects.get().pk
    with pytest.raises(PermissionDenied):
        delete_comment(event=event, comment=comment, by=make_trainer())
    assert delete_comment(event=event, comment=comment, by=event.trainers.get())


def test_words_go_with_the_time_of_the_event_and_ticks_stay():
    event = make_asked_event()
    judge(event, comments={CommentKind.KEEP: "Povestea."})
    with time_machine.travel(timezone.now() + timedelta(days=700)):
        assert forget_old_answers() == 0
    with time_machine.travel(timezone.now() + timedelta(days=731)):
        assert forget_old_answers() == 1
    assert Evaluation.objects.count() == 1


def test_once_nobody_can_answer_no_code_can_be_tried_against_a_hash():
    event = make_asked_event()
    forget_old_answers()
    assert EventQuestionnaire.objects.exclude(salt="").exists()
    with time_machine.travel(timezone.now() + timedelta(days=16)):
        forget_old_answers()
    assert not EventQuestionnaire.objects.exclude(salt="").exists()
    event.questionnaire.refresh_from_db()
    with pytest.raises(NotOpen):
        answer(event, AFTER)


@pytest.mark.parametrize("model", [QuestionnaireAnswer, Evaluation])
@pytest.mark.parametrize(
    "change", [lambda rows: rows.delete(), lambda rows: rows.update(id=uuid4())]
)
def test_answers_are_only_added(model, change):
    event = make_asked_event()
    answer(event)
    judge(event)
    with pytest.raises(DatabaseError), transaction.atomic():
        change(model.objects.all())
