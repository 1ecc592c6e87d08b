"""The code of a class that was held from a pack reaches the report as a class session."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest

from lessons.models import LessonPlanPage
from lessons.packs.class_codes import ClassResult, pack_key, write
from lessons.selectors.packs import key_of_pack, offline_class
from lms.classrooms.models import ClassSession
from lms.people.roles import Role
from tests.classrooms.builders import form_data
from tests.factories import SchoolFactory, make_edition, make_user
from tests.lessons.modules import make_way

pytestmark = pytest.mark.django_db

RESULT = ClassResult(pupils=23, day=date(2026, 11, 20), grade=7, letter="B", nonce=5)
TYPE, FORM = "/clase/offline/", "/clase/sesiuni/nou/"


@pytest.fixture
def module():
    return make_way(plan=make_edition().plan)


@pytest.fixture
def code(module):
    return write(RESULT, key_of_pack(module))


@pytest.fixture
def teacher(client, roles):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return teacher


def filled_in(client, code) -> dict[str, str]:
    """The values that the form comes with."""
    return client.get(FORM, {"cod": code}).context["form"].initial


def register(client, code):
    """Confirm what the form comes with, at some school."""
    initial = filled_in(client, code)
    plan = LessonPlanPage.objects.get(pk=initial["plan"])
    names = ("date", "class_label", "undisclosed", "client_id")
    known = {name: str(initial[name]) for name in names}
    return client.post(FORM, form_data(plan, SchoolFactory(), girls="", boys="", **known))


def test_a_good_code_leads_to_the_form(client, code):
    response = client.post(TYPE, {"cod": code.lower().replace("-", " ")})
    assert response["Location"] == f"{FORM}?{urlencode({'cod': code})}"


def test_the_form_comes_filled_in(client, code, module):
    initial = filled_in(client, code)
    known = {name: initial[name] for name in ("plan", "date", "class_label", "undisclosed")}
    assert known == {
        "plan": module.plan_id,
        "date": date(2026, 11, 20),
        "class_label": "VII B",
        "undisclosed": 23,
    }


def test_a_code_without_day_and_class_leaves_them_to_the_teacher(client, module):
    initial = filled_in(client, write(ClassResult(pupils=9), key_of_pack(module)))
    assert "class_label" not in initial
    assert initial["undisclosed"] == 9


@pytest.mark.parametrize("typed", ["", "abc", "WDJB-MJHT", "WDJB-MJHT-WDJB-MJHT-WDJB"])
def test_what_is_no_code_is_refused_and_says_what_to_do(client, module, typed):
    response = client.post(TYPE, {"cod": typed})
    assert response.status_code == 200
    assert "cod" in response.context["form"].errors


def test_a_wrong_letter_is_refused(client, code):
    wrong = code[:-1] + ("B" if code[-1] != "B" else "C")
    response = client.post(TYPE, {"cod": wrong})
    assert "nu se potrivește" in str(response.context["form"].errors["cod"])


def test_a_code_forged_without_our_key_is_refused(client, module):
    forged = write(RESULT, pack_key("ghicit", f"{module.translation_key}:ro"))
    assert "cod" in client.post(TYPE, {"cod": forged}).context["form"].errors


def test_a_code_names_its_own_module(module):
    other = make_way(slug="altul", title="Altul")
    assert offline_class(write(RESULT, key_of_pack(other))).module.pk == other.pk


def test_a_code_made_before_the_keys_were_changed_is_read(client, code, settings):
    settings.LINK_SIGNING_KEYS = ["cheie-noua", *settings.LINK_SIGNING_KEYS]
    assert client.post(TYPE, {"cod": code}).status_code == 302


def test_changing_the_keys_does_not_let_a_code_register_twice(module, code, settings):
    before = offline_class(code).public_id
    settings.LINK_SIGNING_KEYS = ["cheie-noua", *settings.LINK_SIGNING_KEYS]
    assert offline_class(code).public_id == before


def test_a_module_that_is_no_longer_published_still_has_its_codes(client, module, code):
    module.unpublish()
    assert client.post(TYPE, {"cod": code}).status_code == 302


def test_the_class_reaches_the_register_with_its_numbers(client, teacher, code, module):
    register(client, code)
    latest = ClassSession.objects.get().latest
    assert (latest.plan_id, latest.date, latest.undisclosed, latest.class_label) == (
        module.plan_id,
        date(2026, 11, 20),
        23,
        "VII B",
    )


def test_the_same_code_registers_once(client, teacher, code):
    register(client, code)
    response = client.post(TYPE, {"cod": code})
    assert re.search(r"/clase/sesiuni/[A-Z-]+/\?era=deja", response["Location"])
    assert ClassSession.objects.count() == 1


def test_a_form_of_a_code_that_was_open_twice_registers_once(client, teacher, code):
    first = filled_in(client, code)
    register(client, code)
    client.post(FORM, {"client_id": first["client_id"]})
    assert ClassSession.objects.count() == 1


def test_a_code_that_somebody_else_registered_is_not_given_away(client, teacher, code):
    register(client, code)
    client.logout()
    response = client.post(TYPE, {"cod": code})
    assert "deja înregistrat" in str(response.context["form"].errors["cod"])


def test_the_form_gives_the_id_of_a_registered_code_to_nobody(client, teacher, code):
    register(client, code)
    client.logout()
    response = client.get(FORM, {"cod": code})
    assert response.context["form"].initial["client_id"] != str(offline_class(code).public_id)
    assert "deja înregistrat" in response.content.decode()


def test_a_bad_code_in_the_address_leaves_the_form_usable(client, module):
    response = client.get(FORM, {"cod": "prostii"})
    assert response.status_code == 200
    assert "Codul nu este bun." in response.content.decode()


def test_the_address_can_bring_the_code_along(client, code):
    html = client.get(TYPE, {"cod": code}).content.decode()
    assert f'value="{code}"' in html
