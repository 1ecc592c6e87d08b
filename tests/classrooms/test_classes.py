"""Opening and leading a class."""

import uuid
from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import Page

from lessons.places import place_of
from lms.classrooms.models import ClassStep, JoinCode, SchoolClass
from lms.classrooms.services import (
    ClassIsOver,
    close_class,
    close_classes_left_open,
    extend_class,
    pause_class,
    resume_class,
    show_step,
)
from lms.core.codes import normalise_code
from lms.people.enums import Role
from tests.classrooms.classes import join, make_class, steps_of
from tests.factories import UserFactory, make_user
from tests.lessons.modules import make_module, make_step, make_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def school_class():
    return make_class()


def later(**time):
    return time_machine.travel(timezone.now() + timedelta(**time), tick=True)


def test_a_class_is_open_for_ninety_minutes(school_class):
    assert school_class.closes_at - school_class.opened_at == timedelta(minutes=90)


def test_a_class_has_a_code_that_can_be_read_aloud(school_class):
    assert normalise_code(school_class.code.code) == school_class.code.code


def test_a_class_goes_through_the_chosen_steps_in_the_order_of_the_module():
    module = make_way()
    first, _question, story = steps_of(module)
    school_class = make_class(module=module, steps=[first, story])
    assert [row.step for row in school_class.steps.all()] == [first, story]


def test_a_step_that_is_added_later_does_not_move_into_a_running_class(school_class):
    seat = join(school_class)
    make_step(school_class.module, "nou")
    assert len(place_of(seat.learner).steps) == 3


def test_a_class_needs_a_step():
    with pytest.raises(ValidationError):
        make_class(steps=[])


def test_a_step_of_another_module_is_refused():
    strange = make_step(make_module(slug="altul"), "strain")
    with pytest.raises(ValidationError):
        make_class(module=make_way(), steps=[strange])


def test_the_same_form_opens_one_class():
    teacher, module, client_id = make_user(Role.TEACHER), make_way(), uuid.uuid4()
    made = {make_class(teacher, module, client_id=client_id).pk for _ in range(2)}
    assert (len(made), JoinCode.objects.count(), ClassStep.objects.count()) == (1, 1, 3)


def test_nobody_gets_another_teachers_class_by_the_id_of_its_form(school_class):
    with pytest.raises(PermissionDenied):
        make_class(module=school_class.module, client_id=school_class.client_id)


def test_a_code_that_is_taken_is_drawn_again(monkeypatch, school_class):
    taken, free = school_class.code.code, "BBBB-CCCC"
    drawn = iter([taken, free])
    monkeypatch.setattr("lms.classrooms.services.classes.new_code", lambda: next(drawn))
    assert make_class(module=school_class.module).code.code == free


def test_a_class_closes_by_itself_when_its_time_is_over(school_class):
    seat = join(school_class)
    with later(minutes=91):
        assert not place_of(seat.learner).open


def test_the_clock_notes_down_when_a_class_left_open_ended(school_class):
    with later(days=10):
        close_classes_left_open()
    school_class.refresh_from_db()
    assert school_class.closed_at == school_class.closes_at


def test_half_an_hour_more_is_half_an_hour_more(school_class):
    before = school_class.closes_at
    assert extend_class(school_class=school_class, closes_at=before).closes_at == before + (
        timedelta(minutes=30)
    )


def test_half_an_hour_more_in_two_windows_is_added_once(school_class):
    before = school_class.closes_at
    for _window in range(2):
        extend_class(school_class=school_class, closes_at=before)
    school_class.refresh_from_db()
    assert school_class.closes_at == before + timedelta(minutes=30)


def test_no_class_is_longer_than_a_school_day(school_class):
    for _press in range(30):
        school_class = extend_class(school_class=school_class, closes_at=school_class.closes_at)
    assert school_class.closes_at == school_class.opened_at + timedelta(hours=8)


def test_a_class_that_is_over_is_not_extended(school_class):
    with later(minutes=91), pytest.raises(ClassIsOver):
        extend_class(school_class=school_class, closes_at=school_class.closes_at)


def test_pupils_wait_while_the_class_is_paused(school_class):
    seat = join(school_class)
    pause_class(school_class=school_class)
    assert place_of(seat.learner).paused
    resume_class(school_class=school_class)
    assert not place_of(seat.learner).paused


@pytest.mark.parametrize("press", [pause_class, resume_class])
def test_nothing_is_pressed_on_a_class_that_is_over(school_class, press):
    close_class(school_class=school_class)
    with pytest.raises(ClassIsOver):
        press(school_class=school_class)


def test_at_their_own_pace_pupils_have_no_common_step(school_class):
    assert place_of(join(school_class).learner).current is None


def test_at_the_teachers_pace_everybody_begins_at_the_first_step():
    school_class = make_class(pace="teacher")
    assert place_of(join(school_class).learner).current == steps_of(school_class.module)[0].pk


def test_the_teacher_brings_everybody_to_a_step():
    school_class = make_class(pace="teacher")
    seat = join(school_class)
    for _window in range(2):
        show_step(school_class=school_class, number=2)
    assert place_of(seat.learner).current == steps_of(school_class.module)[1].pk


@pytest.mark.parametrize("number", [0, 4])
def test_a_step_that_the_class_does_not_have_is_not_shown(number):
    with pytest.raises(ValidationError):
        show_step(school_class=make_class(pace="teacher"), number=number)


def test_nobody_is_brought_anywhere_where_pupils_go_at_their_own_pace(school_class):
    with pytest.raises(ValidationError):
        show_step(school_class=school_class, number=2)


def test_closing_twice_keeps_the_first_moment(school_class):
    first = close_class(school_class=school_class).closed_at
    with later(minutes=5):
        assert close_class(school_class=school_class).closed_at == first


def test_a_learner_stays_for_a_day_after_the_class(school_class):
    seat = join(school_class)
    assert seat.learner.expires_at == school_class.closes_at + timedelta(hours=24)


@pytest.mark.parametrize("hours", [1, 48])
def test_how_long_a_learner_stays_is_a_setting(settings, hours):
    settings.FORGET_PUPILS_AFTER_HOURS = hours
    school_class = make_class()
    assert school_class.expires_at == school_class.closes_at + timedelta(hours=hours)


def test_closing_early_brings_the_end_of_everything_forward(school_class):
    seat = join(school_class)
    closed = close_class(school_class=school_class)
    seat.learner.refresh_from_db()
    assert seat.learner.expires_at == closed.closed_at + timedelta(hours=24)


def test_a_teacher_sees_the_own_classes_only(school_class):
    stranger = make_user(Role.TEACHER)
    assert school_class in SchoolClass.objects.for_user(school_class.teacher)
    assert not SchoolClass.objects.for_user(stranger).exists()


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.OFFICER, Role.EDITOR])
def test_no_role_sees_into_the_class_of_a_teacher(school_class, role):
    assert not SchoolClass.objects.for_user(make_user(role)).exists()


def test_erasing_the_teacher_keeps_the_class(school_class):
    school_class.teacher.delete()
    school_class.refresh_from_db()
    assert school_class.teacher is None


@pytest.mark.parametrize("number", [0, 1])
def test_neither_the_module_of_a_class_nor_a_step_of_it_is_deleted(client, school_class, number):
    page = [school_class.module, *steps_of(school_class.module)][number]
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    refused = client.post(f"/admin/pages/{page.pk}/delete/")
    assert "Nu s-a șters nimic" in client.get(refused["Location"]).content.decode()
    assert Page.objects.filter(pk=page.pk).exists()
