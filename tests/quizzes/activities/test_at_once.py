"""Two tabs, two presses and the purge at the same moment leave what one after the other would."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from quizzes.models import ActivityLaunch, ActivityResult, ActivityTally, Attempt
from quizzes.services import (
    StartedOver,
    TooLate,
    TooOften,
    fold_expired_attempts,
    keep_state,
)
from quizzes.services.statements import MOST_STATEMENTS
from tests.at_once import HANDS, at_once
from tests.media.h5p_content.statements import sent
from tests.quizzes.activities.builders import CHOICES, SET, TRUE_FALSE, A, Pupil, make_revision

pytestmark = pytest.mark.django_db(transaction=True)
RIGHT = sent("answered", kind="true-false", response="false", score=(1, 1))


def test_presses_at_once_share_one_launch():
    one = Pupil(make_revision(TRUE_FALSE))
    ActivityLaunch.objects.all().delete()
    at_once(lambda _number: one.open())
    assert ActivityLaunch.objects.count() == 1


def test_a_statement_sent_at_once_is_taken_once():
    one, name = Pupil(make_revision(TRUE_FALSE)), uuid.uuid4().hex
    receipts = at_once(lambda _number: one.tell(RIGHT, ids=[name]))
    assert sum(receipt.taken for receipt in receipts) == 1
    assert ActivityResult.objects.count() == 1


def test_no_more_are_taken_at_once_than_one_after_the_other():
    one = Pupil(make_revision(SET))
    one.tell(*[sent("interacted")] * (MOST_STATEMENTS - 2))
    item = sent("answered", kind="true-false", response="false", item=A)
    receipts = at_once(lambda _number: one.tell(item))
    assert sum(receipt.taken for receipt in receipts) == 2
    assert one.row.items.count() == 1


def test_two_files_that_end_at_once_have_one_result():
    first = make_revision(TRUE_FALSE)
    one = Pupil(first)
    second = make_revision(CHOICES, first.activity)
    launches = [one.launch, one.open(second)]

    def end(number):
        mine = Pupil.__new__(Pupil)
        mine.attempt, mine.launch = one.attempt, launches[number % 2]
        return mine.end("completed", score=(1, 1))

    at_once(end)
    assert ActivityResult.objects.count() == 1


def test_started_over_at_once_what_is_told_belongs_to_one_pass():
    one = Pupil(make_revision(TRUE_FALSE))

    def act(number):
        return one.open(anew=True) if number == 0 else one.tell(RIGHT)

    at_once(act, StartedOver)
    assert one.row.number == 2
    assert one.row.seen == []


def test_states_at_once_are_kept_one_of_them():
    one = Pupil(make_revision(TRUE_FALSE))
    token, learner = one.launch.tells, one.learner
    kept = at_once(
        lambda number: keep_state(token=token, learner=learner, state=f"[{number}]"), TooOften
    )
    assert kept.count(None) == 1
    assert one.row.state in {f"[{number}]" for number in range(HANDS)}


def test_what_comes_as_the_attempt_is_folded_is_counted_or_late():
    one = Pupil(make_revision(TRUE_FALSE))
    later = timezone.now() + timedelta(days=2)

    def act(number):
        return fold_expired_attempts(later) if number == 0 else one.tell(RIGHT)

    at_once(act, TooLate)
    fold_expired_attempts(later)
    tally = ActivityTally.objects.get()
    assert not Attempt.objects.exists()
    assert (tally.n, tally.completed <= 1) == (1, True)
