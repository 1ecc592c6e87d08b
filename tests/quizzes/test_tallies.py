"""What stays of a class: counts that name nobody, the same before and after the answers go."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from lms.people.models import Learner
from lms.people.services import forget_expired_learners
from quizzes.enums import Kind
from quizzes.models import Answer, Attempt, PairTally, QuestionTally
from quizzes.selectors import change_of_group, changes_of_all, item_analysis, tallies_of_group
from quizzes.selectors.items import correlation
from quizzes.services import fold_expired_attempts, folding
from tests.quizzes.builders import CLASS, answer, make_attempt, make_version

pytestmark = pytest.mark.django_db


def fold(days=2):
    return fold_expired_attempts(timezone.now() + timedelta(days=days))


def learners(number, version, *responses, step=0):
    """This many learners; each gives these responses, in one place after another."""
    for _ in range(number):
        attempt = make_attempt()
        for place, response in enumerate(responses):
            answer(attempt, version, response, step=step + place)


@pytest.fixture
def version():
    return make_version()


@pytest.fixture
def a_class(version):
    """Nine right, fourteen for A, and a second try that counts for nothing."""
    learners(9, version, "b")
    learners(14, version, "a")
    answer(Attempt.objects.last(), version, "b")


def test_first_tries_of_a_class_are_counted(a_class):
    (tally,) = tallies_of_group(CLASS)
    assert (tally.n, tally.right, tally.options) == (23, 9, {"b": 9, "a": 14})


def test_the_tally_is_the_same_when_the_answers_are_gone(a_class):
    before = tallies_of_group(CLASS)
    fold()
    assert (tallies_of_group(CLASS), Answer.objects.count()) == (before, 0)


def test_the_tally_of_a_class_that_is_half_gone_is_whole(a_class, monkeypatch):
    Attempt.objects.filter(pk__in=Attempt.objects.values("pk")[:5]).update(
        expires_at=timezone.now()
    )
    before = tallies_of_group(CLASS)
    assert fold_expired_attempts() == 5
    assert tallies_of_group(CLASS) == before


def test_a_class_is_read_in_four_queries(a_class, django_assert_max_num_queries):
    with django_assert_max_num_queries(4):
        tallies_of_group(CLASS)


def test_another_class_is_another_tally(a_class):
    assert tallies_of_group(uuid.uuid4()) == []


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.FREE_TEXT])
def test_every_kind_is_counted_alike_live_and_afterwards(kind):
    version = make_version(kind)
    response = {Kind.BRANCHING: ("a", "c"), Kind.SCALE: ("c",)}.get(kind, version.sheet.solution)
    answer(make_attempt(), version, *response)
    before = tallies_of_group(CLASS)
    fold()
    assert tallies_of_group(CLASS) == before
    assert before[0].options


def test_what_has_not_run_out_stays(a_class):
    assert fold(days=0) == 0
    assert not QuestionTally.objects.exists()


def test_folding_again_counts_nothing_twice(a_class):
    assert (fold(), fold()) == (23, 0)
    assert QuestionTally.objects.get().n == 23


def test_folding_goes_in_batches_and_ends(a_class, monkeypatch):
    monkeypatch.setattr(folding, "BATCH", 4)
    assert fold() == 23
    assert QuestionTally.objects.get().n == 23


def test_a_batch_that_fails_is_counted_whole_by_the_next_run(a_class, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(PairTally.objects, "add_up", None)
        broken.setattr(folding, "_add_pairs", lambda sums, *_: sums[()].update(n=1))
        with pytest.raises(TypeError):
            fold()
    assert not QuestionTally.objects.exists()
    assert (fold(), QuestionTally.objects.get().n) == (23, 23)


def test_a_tick_after_ten_days_off_counts_before_the_learners_go(a_class):
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        call_command("tick")
    assert (Learner.objects.count(), Attempt.objects.count()) == (0, 0)
    assert tallies_of_group(CLASS)[0].n == 23


def test_a_learner_that_goes_early_is_counted_too(a_class):
    Learner.objects.update(expires_at=timezone.now())
    forget_expired_learners()
    assert tallies_of_group(CLASS)[0].n == 23


def test_fewer_than_ten_give_no_item(version):
    learners(9, version, "b")
    fold()
    assert item_analysis() == []


def test_an_item_says_how_many_were_right_and_what_misled(a_class, version):
    learners(2, version, "c")
    fold()
    (item,) = item_analysis()
    assert (item.n, item.difficulty, item.wrong) == (25, 9 / 25, ("A", 14))


def test_answers_that_are_still_there_are_not_analysed(a_class):
    assert item_analysis() == []


def test_a_question_without_a_right_answer_is_no_item():
    learners(10, make_version(Kind.SCALE), "a")
    fold()
    assert item_analysis() == []


def test_a_question_alone_does_not_discriminate(a_class):
    fold()
    assert item_analysis()[0].discrimination is None


def test_a_question_that_goes_with_the_others_discriminates_fully(version):
    other = make_version(key="alta")
    for right in [True, False] * 5:
        attempt = make_attempt()
        answer(attempt, version, "b" if right else "a", step=1)
        answer(attempt, other, "b" if right else "a", step=2)
    fold()
    assert [item.discrimination for item in item_analysis()] == [pytest.approx(1)] * 2


def test_the_wrong_word_in_a_gap_is_named_with_its_gap():
    version = make_version(Kind.FILL)
    for _ in range(10):
        answer(make_attempt(), version, "c", "b")
    fold()
    assert item_analysis()[0].wrong == ("1: mâine", 10)


@pytest.mark.parametrize("pairs", [9, 10])
def test_what_never_varies_correlates_with_nothing(pairs):
    sums = {"pairs": pairs, "x": pairs, "xx": pairs, "y": 3, "yy": 2, "xy": 3}
    assert correlation(sums) is None


def test_a_group_of_ten_shows_its_change(version):
    learners(7, version, "a", "b")
    learners(2, version, "b", "b")
    learners(1, version, "b", "a")
    (change,) = change_of_group(CLASS)
    assert (change.n, change.before, change.after) == (10, 0.3, 0.9)
    assert (change.rose, change.fell, change.same) == (7, 1, 2)


def test_a_group_of_nine_shows_no_change(version):
    learners(9, version, "a", "b")
    assert change_of_group(CLASS) == []


def test_who_answered_once_is_in_no_change(version):
    learners(9, version, "a", "b")
    learners(5, version, "a")
    assert change_of_group(CLASS) == []


def test_a_change_is_the_same_when_the_answers_are_gone(version):
    learners(10, version, "a", "b")
    before = change_of_group(CLASS)
    fold()
    assert change_of_group(CLASS) == changes_of_all() == before


def test_a_change_on_a_scale_is_in_steps():
    learners(10, make_version(Kind.SCALE), "a", "d")
    (change,) = change_of_group(CLASS)
    assert (change.before, change.after, change.rose) == (1, 4, 10)
