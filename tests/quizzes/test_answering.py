"""Answers are saved once, the first one counts, and none comes after its time."""

import uuid
from dataclasses import replace
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import Locale

from quizzes.enums import Kind, Trouble
from quizzes.models import Answer, Attempt, Question, QuestionVersion
from quizzes.selectors import answers_of, latest_version, latest_versions, sheet_of
from quizzes.services import (
    MOST_TRIES,
    BadResponse,
    TooLate,
    TooManyTries,
    add_question,
    current_version,
    open_attempt,
    set_expiry,
)
from tests.quizzes.builders import (
    CLASS,
    MODULE,
    answer,
    in_hours,
    make_attempt,
    make_question,
    make_version,
)
from tests.quizzes.drafts import SAMPLES

pytestmark = pytest.mark.django_db


@pytest.fixture
def attempt():
    return make_attempt()


@pytest.fixture
def version():
    return make_version()


@pytest.mark.parametrize("kind", Kind)
def test_a_question_of_every_kind_comes_back_from_the_bank_as_it_was_written(kind):
    question = Question.objects.get(pk=make_question(kind).pk)
    assert current_version(question=question).sheet == sheet_of(question)
    assert sheet_of(question).text == SAMPLES[kind].text


def test_an_answer_is_marked_as_it_is_saved(attempt, version):
    saved = answer(attempt, version, "b")
    assert (saved.number, saved.response, saved.score) == (1, ["b"], 1)


def test_the_same_answer_sent_twice_is_one(attempt, version):
    client_id = uuid.uuid4()
    both = [answer(attempt, version, "b", client_id=client_id) for _ in range(2)]
    assert (both[0], Answer.objects.count()) == (both[1], 1)


def test_another_response_under_a_known_id_changes_nothing(attempt, version):
    client_id = uuid.uuid4()
    answer(attempt, version, "b", client_id=client_id)
    assert answer(attempt, version, "a", client_id=client_id).response == ["b"]


def test_a_second_try_is_kept_beside_the_first(attempt, version):
    answer(attempt, version, "a")
    answer(attempt, version, "b")
    assert [(a.number, a.score) for a in answers_of(attempt)] == [(1, 0), (2, 1)]
    assert Answer.objects.first_tries().get().score == 0


def test_the_same_question_in_another_place_is_a_first_try_again(attempt, version):
    answer(attempt, version, "a", step=1)
    assert answer(attempt, version, "b", step=2).number == 1


def test_ten_tries_are_enough(attempt, version):
    for _ in range(MOST_TRIES):
        answer(attempt, version, "a")
    with pytest.raises(TooManyTries):
        answer(attempt, version, "b")


def test_a_late_answer_is_refused(attempt, version):
    with time_machine.travel(timezone.now() + timedelta(hours=25)), pytest.raises(TooLate):
        answer(attempt, version, "b")
    assert not Answer.objects.exists()


def test_an_answer_that_was_saved_in_time_is_still_known_when_it_is_sent_late(attempt, version):
    client_id = uuid.uuid4()
    answer(attempt, version, "b", client_id=client_id)
    with time_machine.travel(timezone.now() + timedelta(hours=25)):
        assert answer(attempt, version, "b", client_id=client_id).number == 1


def test_an_answer_to_an_attempt_that_is_gone_is_late(attempt, version):
    Attempt.objects.all().delete()
    with pytest.raises(TooLate):
        answer(attempt, version, "b")


def test_an_id_of_somebody_else_gives_nothing_away(attempt, version):
    client_id = uuid.uuid4()
    answer(attempt, version, "b", client_id=client_id)
    with pytest.raises(PermissionDenied):
        answer(make_attempt(), version, "a", client_id=client_id)


def test_what_cannot_be_an_answer_is_not_saved(attempt, version):
    with pytest.raises(BadResponse) as refused:
        answer(attempt, version, "x")
    assert (refused.value.trouble, Answer.objects.count()) == (Trouble.UNKNOWN, 0)


def test_ticks_are_stored_sorted(attempt):
    assert answer(attempt, make_version(Kind.MULTIPLE), "c", "a").response == ["a", "c"]


def test_an_answer_is_never_changed(attempt, version):
    with pytest.raises(TypeError):
        answer(attempt, version, "b").save()


def test_an_id_that_saved_an_answer_in_another_place_saves_none_here(attempt, version):
    client_id = uuid.uuid4()
    first = answer(attempt, version, "b", step=1, client_id=client_id)
    assert answer(attempt, version, "a", step=2, client_id=client_id) == first


def test_a_learner_has_one_attempt_at_an_activity(attempt):
    again = open_attempt(
        learner=attempt.learner, activity=MODULE, group=CLASS, expires_at=in_hours(1)
    )
    assert again == attempt.pk


def test_the_time_of_a_class_can_be_moved(attempt):
    make_attempt(group=uuid.uuid4())
    assert set_expiry(group=CLASS, expires_at=in_hours(48)) == 1


def test_saving_an_answer_takes_few_queries(attempt, version, django_assert_max_num_queries):
    with django_assert_max_num_queries(5):  # a savepoint around two reads and one write
        answer(attempt, version, "b")


def test_a_question_that_says_the_same_has_one_version(version):
    assert current_version(question=version.question) == version


def test_a_changed_question_has_a_new_version_and_the_old_one_stays(version):
    Question.objects.update(text="Altfel?")
    newer = current_version(question=Question.objects.get())
    assert (newer.number, newer.sheet.text) == (2, "Altfel?")
    assert QuestionVersion.objects.get(number=1).sheet.text == "Ce faci?"


def test_a_question_changed_back_has_a_third_version_which_is_the_latest(version):
    for text in ("Altfel?", "Ce faci?"):
        Question.objects.update(text=text)
        current_version(question=Question.objects.get())
    assert latest_version(version.question).number == 3
    assert latest_versions([version.question_id])[version.question_id].number == 3


@pytest.mark.parametrize("change", [lambda v: v.save(), lambda v: v.delete()])
def test_a_version_is_never_changed_or_deleted(version, change):
    with pytest.raises(TypeError):
        change(version)


def test_a_key_that_is_in_the_bank_stays_as_it_stands(version):
    changed = replace(SAMPLES[Kind.SINGLE], text="Altfel?")
    assert make_question(draft=changed).text == "Ce faci?"


def test_a_question_that_is_not_whole_does_not_enter_the_bank():
    silent = replace(SAMPLES[Kind.FREE_TEXT], closing="")
    with pytest.raises(ValidationError, match="încheierea"):
        make_question(draft=silent)


def test_the_same_key_in_another_language_is_the_same_question():
    english = Locale.objects.get_or_create(language_code="en")[0]
    other = add_question(key="o-single", locale=english, draft=SAMPLES[Kind.SINGLE])
    assert make_question().translation_key == other.translation_key
