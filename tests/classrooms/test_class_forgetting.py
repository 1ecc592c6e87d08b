"""A day after a class nothing is left of its pupils but counts."""

from datetime import timedelta

import pytest
import time_machine
from django.core.management import call_command
from django.utils import timezone

from lessons.models import StepDone
from lms.classrooms.models import JoinCode, SchoolClass, Seat
from lms.classrooms.services import close_class
from lms.people.models import Learner
from quizzes.models import Answer, Attempt, OptionTally
from tests.classrooms.classes import answer, join, make_class, steps_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
PUPIL_MODELS = (Seat, Learner, StepDone, Attempt, Answer, JoinCode)


@pytest.fixture
def held():
    """A class of three pupils, two of whom answered its question; it was closed."""
    school_class = make_class()
    _words, question, _story = steps_of(school_class.module)
    for option in ("b", "b"):
        answer(join(school_class), question, option)
    join(school_class)
    return close_class(school_class=school_class)


def tick_after(**time):
    with time_machine.travel(timezone.now() + timedelta(**time)):
        call_command("tick")


def left():
    return {model.__name__ for model in PUPIL_MODELS if model.objects.exists()}


def test_before_a_day_is_over_everything_is_there(held):
    tick_after(hours=23)
    assert left() == {model.__name__ for model in PUPIL_MODELS}


def test_after_a_day_places_learners_answers_and_codes_are_gone(held):
    tick_after(hours=24, minutes=1)
    assert left() == set()


def test_after_ten_days_off_it_is_caught_up_with(held):
    tick_after(days=10)
    assert left() == set()


def test_a_class_that_nobody_closed_is_forgotten_all_the_same():
    join(make_class())
    tick_after(hours=26)
    assert left() == set()


def test_how_many_joined_stays(held):
    tick_after(days=2)
    held.refresh_from_db()
    assert held.joined == 3


def test_how_many_got_past_each_step_stays(held):
    tick_after(days=2)
    assert list(held.steps.values_list("passed", flat=True)) == [0, 2, 0]


def test_what_was_chosen_stays_as_counts_of_the_class(held):
    tick_after(days=2)
    tally = OptionTally.objects.get()
    assert (tally.group, tally.option, tally.n) == (held.public_id, "b", 2)


def test_ticking_again_changes_nothing(held):
    tick_after(days=2)
    before = (SchoolClass.objects.values().get(), OptionTally.objects.values().get())
    tick_after(days=3)
    assert (SchoolClass.objects.values().get(), OptionTally.objects.values().get()) == before


def test_a_class_without_pupils_is_forgotten_too():
    close_class(school_class=make_class())
    tick_after(days=2)
    assert SchoolClass.objects.get().joined == 0


def test_the_class_next_door_that_still_runs_keeps_its_pupils(held):
    with time_machine.travel(timezone.now() + timedelta(hours=24, minutes=1)):
        running = make_class(module=held.module)
        join(running)
        call_command("tick")
        assert Seat.objects.get().school_class == running
