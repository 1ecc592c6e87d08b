"""A launch is one learner's, and ends."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from lms.people.services import make_learner
from quizzes.models import ActivityLaunch, ActivityResult, Attempt
from quizzes.services import ForeignLaunch, Sent, TooLate, record_statements
from tests.media.h5p_content.statements import sent
from tests.quizzes.activities.builders import TRUE_FALSE, Pupil, make_revision
from tests.quizzes.builders import in_hours

pytestmark = pytest.mark.django_db


def pupil():
    return Pupil(make_revision(TRUE_FALSE))


def said_true():
    return sent("answered", kind="true-false", response="true", score=(1, 1))


def test_somebody_else_cannot_tell_for_a_learner():
    one, other = (
        pupil(),
        make_learner(age_band="11-14", nickname="lup-alb", expires_at=in_hours(24)),
    )
    with pytest.raises(ForeignLaunch):
        record_statements(token=one.launch.tells, learner=other, sent=[Sent("1", said_true())])


@pytest.mark.parametrize("token", ["", "x", "a:b:c", "WyJhIiwxXQ:1:x"])
def test_what_was_not_made_here_is_no_launch(token):
    one = pupil()
    with pytest.raises(ForeignLaunch):
        record_statements(token=token, learner=one.learner, sent=[])


def test_the_address_of_a_player_tells_nothing():
    one = pupil()
    with pytest.raises(ForeignLaunch):
        record_statements(token=one.launch.plays, learner=one.learner, sent=[])


@pytest.mark.parametrize("later", [timedelta(hours=3, seconds=1), timedelta(hours=25)])
def test_a_launch_runs_out(later):
    one = pupil()
    with time_machine.travel(timezone.now() + later), pytest.raises(TooLate):
        one.tell(said_true())
    assert not ActivityResult.objects.exists()


def test_a_launch_is_never_longer_than_its_attempt():
    one = Pupil(make_revision(TRUE_FALSE), hours=1)
    with time_machine.travel(timezone.now() + timedelta(hours=1)), pytest.raises(TooLate):
        one.tell(said_true())


def test_after_the_attempt_is_gone_it_is_late():
    one = pupil()
    Attempt.objects.all().delete()
    with pytest.raises(TooLate):
        record_statements(token=one.launch.tells, learner=one.learner, sent=[])
    assert not ActivityLaunch.objects.exists()
