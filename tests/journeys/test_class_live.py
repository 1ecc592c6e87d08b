"""A class in two browsers: a pupil on a small phone without scripts, the teacher's page beside."""

import pytest
from django.core.management import call_command
from django.test import Client

from lms.classrooms.models import SchoolClass, Seat
from lms.people.enums import Role
from tests.classrooms.classes import address, make_class
from tests.factories import make_user

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def school_class(live_server, settings):
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    call_command("sync_roles", verbosity=0)
    return make_class(make_user(Role.TEACHER), pace="teacher")


@pytest.fixture
def teacher(browser, live_server, school_class):
    """The teacher's page of the class."""
    client = Client()
    client.force_login(school_class.teacher)
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    session = {"name": "sessionid", "value": client.cookies["sessionid"].value}
    context.add_cookies([{**session, "url": live_server.url}])
    page = context.new_page()
    page.goto(live_server.url + address(school_class))
    yield page
    context.close()


@pytest.fixture
def phone(browser):
    context = browser.new_context(viewport={"width": 360, "height": 640}, java_script_enabled=False)
    yield context.new_page()
    context.close()


def come_in(phone, live_server, school_class):
    phone.goto(f"{live_server.url}/intra/{school_class.code.code}/")
    phone.click("form .button--primary")


def test_a_scanned_code_is_one_press_to_the_place_and_one_to_the_module(
    phone, live_server, school_class
):
    come_in(phone, live_server, school_class)
    assert "vulpe verde" in phone.inner_text("main").lower()
    phone.click("main .button--primary")
    assert phone.url.endswith("/module/prieteni/")


def test_the_teachers_page_follows_without_a_reload(phone, teacher, live_server, school_class):
    teacher.evaluate("window.here = true")
    teacher.focus("#b-pauza")
    come_in(phone, live_server, school_class)
    teacher.wait_for_selector(".class-joined b:text-is('1')", timeout=10_000)
    assert teacher.evaluate("[window.here, document.activeElement.id]") == [True, "b-pauza"]


def test_the_teachers_page_is_led_by_the_keyboard(teacher, school_class):
    teacher.focus("#b-pas")
    with teacher.expect_navigation():
        teacher.keyboard.press("Enter")
    assert "pasul 2" in teacher.inner_text(".class-now__step")


def test_from_joining_to_the_class_session_that_is_filled_in(
    phone, teacher, live_server, school_class
):
    come_in(phone, live_server, school_class)
    teacher.click("text=Încheiați clasa")
    teacher.click("text=Da, încheiați clasa")
    teacher.wait_for_url("**/sesiuni/nou/?clasa=*")
    assert teacher.input_value("[name=undisclosed]") == "1"
    assert (Seat.objects.count(), SchoolClass.objects.get().is_open()) == (1, False)


def test_a_closed_class_reloads_by_itself_where_it_is_still_shown(teacher, school_class):
    SchoolClass.objects.update(closed_at=school_class.opened_at)
    teacher.wait_for_selector("text=Clasa s-a încheiat", timeout=10_000)
