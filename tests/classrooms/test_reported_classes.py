"""From a class to its class session (RR12)."""

from datetime import timedelta

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.utils import timezone

from lms.classrooms.models import ClassSession, ClassSessionRevision, SchoolClass
from lms.classrooms.services import close_class
from lms.people.enums import Role
from lms.people.services import forget_expired_learners
from tests.classrooms.builders import make_session
from tests.classrooms.classes import join, make_class
from tests.factories import SchoolFactory, make_plan, make_user
from tests.lessons.modules import make_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def teacher(client):
    teacher = make_user(Role.TEACHER, school=SchoolFactory())
    client.force_login(teacher)
    return teacher


@pytest.fixture
def held(teacher):
    """A class of two pupils that was open for 42 minutes."""
    school_class = make_class(teacher, make_way(plan=make_plan()), school=teacher.school)
    join(school_class), join(school_class)
    with time_machine.travel(timezone.now() + timedelta(minutes=42)):
        return close_class(school_class=school_class)


@pytest.fixture
def address(held):
    return f"/clase/sesiuni/nou/?clasa={held.public_id}"


def filled_in(client, address):
    """What the form of this address would send if nothing were changed."""
    page = BeautifulSoup(client.get(address).content, "html.parser").find(id="sesiune")
    values = {
        box["name"]: box.get("value", "")
        for box in page.find_all("input")
        if box.get("name")
        and (box.get("type") not in ("radio", "checkbox") or box.has_attr("checked"))
    }
    for box in page.find_all("select"):
        chosen = box.find("option", selected=True)
        values[box["name"]] = chosen["value"] if chosen else ""
    return values


def confirmed(client, address):
    client.post(address, filled_in(client, address))
    return ClassSessionRevision.objects.get()


def test_everything_that_is_known_is_filled_in(client, held, address):
    values = filled_in(client, address)
    expected = {
        "plan": str(held.module.plan_id),
        "undisclosed": "2",
        "duration": "42",
        "modality": "in_person",
        "class_label": "7 B",
        "school": str(held.school_id),
        "date": "23.11.2026",
    }
    assert {name: values[name] for name in expected} == expected


def test_it_is_confirmed_as_it_stands(client, held, address):
    revision = confirmed(client, address)
    assert (revision.pupils, revision.undisclosed, revision.duration) == (2, 2, 42)


def test_the_class_is_linked_to_its_session(client, held, address):
    confirmed(client, address)
    held.refresh_from_db()
    assert held.session == ClassSession.objects.get()


def test_confirming_in_two_windows_registers_one_session(client, held, address):
    windows = [filled_in(client, address) for _ in range(2)]
    for window in windows:
        client.post(address, window)
    assert ClassSession.objects.count() == 1


def test_a_class_that_is_confirmed_leads_to_its_session(client, held, address):
    revision = confirmed(client, address)
    again = client.get(address)
    assert revision.session.reference in again["Location"]


def test_a_class_that_was_forgotten_meanwhile_can_still_be_confirmed(client, teacher, address):
    with time_machine.travel(timezone.now() + timedelta(days=2)):
        forget_expired_learners()
        client.force_login(teacher)
        assert filled_in(client, address)["undisclosed"] == "2"


def test_nobody_is_shown_another_teachers_class(client, address):
    client.force_login(make_user(Role.TEACHER))
    assert filled_in(client, address)["undisclosed"] == ""


def test_an_ordinary_session_is_linked_to_no_class(held):
    make_session(author=held.teacher)
    assert SchoolClass.objects.get().session is None


def test_somebody_else_cannot_confirm_a_class_by_its_id(held):
    make_session(author=make_user(Role.TEACHER), client_id=held.public_id)
    assert SchoolClass.objects.get().session is None


@pytest.mark.parametrize("word", ["", "x", "0", "00000000-0000-0000-0000-000000000000"])
def test_a_class_that_is_none_leaves_an_empty_form(client, teacher, word):
    assert filled_in(client, f"/clase/sesiuni/nou/?clasa={word}")["undisclosed"] == ""


def test_a_module_without_a_plan_asks_for_the_lesson(client, teacher):
    school_class = close_class(school_class=make_class(teacher))
    page = client.get(f"/clase/sesiuni/nou/?clasa={school_class.public_id}").content.decode()
    assert "Modulul nu are un plan de lecție" in page
