"""What a teacher presses in a class: as often as one likes, in as many windows as one likes."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup

from lms.classrooms.models import SchoolClass
from lms.classrooms.services import close_class
from lms.people.enums import Role
from tests.classrooms.classes import BUTTONS, address, join, make_class, shown, steps_of
from tests.factories import make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def teacher(client):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return teacher


@pytest.fixture
def school_class(teacher):
    return make_class(teacher)


def press(client, school_class, button, **values):
    client.post(address(school_class, button), values)
    return SchoolClass.objects.get(pk=school_class.pk)


@pytest.mark.parametrize("rest", BUTTONS)
def test_reading_the_address_of_a_button_changes_nothing(client, school_class, rest):
    before = SchoolClass.objects.values().get()
    assert client.get(address(school_class, rest)).status_code == 302
    assert SchoolClass.objects.values().get() == before


def test_pause_and_go_on_are_pressed_as_often_as_one_likes(client, school_class):
    for button, paused in [("pauza/", True), ("pauza/", True), ("reluare/", False)]:
        assert press(client, school_class, button).paused is paused


def test_half_an_hour_more_from_two_windows_is_half_an_hour(client, school_class):
    until = school_class.closes_at.isoformat()
    for _window in range(2):
        changed = press(client, school_class, "prelungire/", pana=until)
    assert changed.closes_at - school_class.closes_at == timedelta(minutes=30)


def test_the_button_for_more_time_carries_what_the_page_shows(client, school_class):
    page = BeautifulSoup(client.get(address(school_class)).content, "html.parser")
    value = page.find("button", {"name": "pana"})["value"]
    changed = press(client, school_class, "prelungire/", pana=value)
    assert changed.closes_at > school_class.closes_at


@pytest.mark.parametrize("value", ["", "mâine", "2026-99-99T00:00:00+02:00", "2026-11-23T11:30"])
def test_more_time_than_nobody_knows_what_is_refused_with_a_word(client, school_class, value):
    client.post(address(school_class, "prelungire/"), {"pana": value})
    assert "Apăsați din nou" in shown(client, address(school_class))


def test_next_from_two_windows_skips_no_step(client, teacher):
    school_class = make_class(teacher, pace="teacher")
    for _window in range(2):
        changed = press(client, school_class, "pas/", pas="2")
    assert changed.current_step == steps_of(school_class.module)[1]


@pytest.mark.parametrize("number", ["", "-1", "x", "²", "99999999999", "4"])
def test_a_step_that_is_none_is_not_shown_and_breaks_nothing(client, teacher, number):
    school_class = make_class(teacher, pace="teacher")
    assert press(client, school_class, "pas/", pas=number).current_step_id == (
        school_class.current_step_id
    )


def test_a_button_of_a_class_that_is_over_says_so(client, school_class):
    close_class(school_class=school_class)
    client.post(address(school_class, "pauza/"))
    assert "se încheiase deja" in shown(client, address(school_class))


def test_closing_leads_to_the_class_session(client, school_class):
    join(school_class)
    closed = client.post(address(school_class, "inchidere/"))
    assert closed["Location"] == f"/clase/sesiuni/nou/?clasa={school_class.public_id}"


def test_a_class_without_pupils_leads_to_no_class_session(client, school_class):
    closed = client.post(address(school_class, "inchidere/"))
    assert closed["Location"] == address(school_class)
