"""A school that is not in the list: the same hour twice, many teachers at once, and a flood."""

import pytest
from bs4 import BeautifulSoup

from lms.classrooms.models import ClassSession
from lms.classrooms.tokens import receipt_token
from lms.organisations.models import SchoolRequest
from lms.organisations.services import settle_school_request
from lms.organisations.services.requests import MOST_NEW_SCHOOLS
from lms.people.roles import Role
from tests.classrooms.builders import form_data, make_session
from tests.factories import CountyFactory, SchoolFactory, make_edition, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ADDRESS = "/clase/sesiuni/nou/"


@pytest.fixture
def plan():
    return make_edition().plan


def missing(**fields) -> dict:
    """What the form sends of a school that is not in the list."""
    usual = {
        "school": "nou",
        "missing_name": "Școala „Sfânta Ana”",
        "missing_locality": "Mociu",
        "missing_county": CountyFactory().pk,
    }
    return {**usual, **fields}


@pytest.fixture
def send(client, plan):
    """Register a class of the missing school with these fields changed."""

    def _send(address=ADDRESS, **fields):
        return client.post(address, form_data(plan, None, **missing(**fields)))

    return _send


def is_hinted(response):
    form = response.context and response.context.get("form")
    return bool(form and form.hints and form.hints.is_duplicate)


@pytest.mark.parametrize(
    "name", ["Școala „Sfânta Ana”", "SCOALA SFANTA ANA", "\u015ecoala Sfânta-Ana "]
)
def test_the_same_class_on_the_same_day_is_shown_before_it_is_saved(send, name):
    send()
    assert is_hinted(send(missing_name=name, class_label="a VII-a B"))


@pytest.mark.parametrize(
    "other",
    [
        {"missing_locality": "Cluj-Napoca"},
        {"missing_name": "Liceul „Sfânta Ana”"},
        {"class_label": "7 C"},
        {"date": "17.11.2026"},
    ],
)
def test_another_school_class_or_day_is_no_duplicate(send, other):
    send()
    assert not is_hinted(send(**other))


def test_another_lesson_is_no_duplicate(send):
    send()
    assert not is_hinted(send(plan=make_edition().plan.pk))


def test_the_school_of_another_county_is_another_school(send):
    send()
    assert not is_hinted(
        send(
            missing_county=CountyFactory(
                mnemonic="MM", iso_code="RO-MM", name="Maramureș", nuts3="RO114"
            ).pk
        )
    )


def test_a_hour_registered_since_with_the_school_that_was_found_is_shown(send, plan):
    send(class_label="8 A")
    school = SchoolFactory()
    settle_school_request(request=SchoolRequest.objects.get(), school=school)
    make_session(plan=plan, school=school)
    assert is_hinted(send())


def test_the_week_shows_it_too(client, send, plan):
    send()
    client.force_login(make_user(Role.TEACHER))
    row = {"r1-date": "16.11.2026", "r1-class_label": "7 B", "r1-girls": "5"}
    page = client.post("/clase/saptamana/", {"plan": plan.pk, "rows": 5, **missing(), **row})
    assert page.context["rows"][0].hints.is_duplicate


def test_a_correction_is_no_duplicate_of_itself(client, send):
    send()
    session = ClassSession.objects.get()
    answer = send(f"/clase/sesiuni/{receipt_token(session.pk)}/corectare/", girls="9", expected="1")
    assert answer.status_code == 302


def new_names(count=MOST_NEW_SCHOOLS):
    return [f"Școala Nouă {number}" for number in range(count)]


def test_a_flood_of_new_schools_ends_and_the_form_says_what_to_do(send, settings):
    for name in new_names():
        send(missing_name=name)
    page = send(missing_name="Încă una", girls="11")
    problem = " ".join(page.context["form"].errors["missing_name"])
    assert settings.SECRETARIAT_EMAIL in problem
    assert SchoolRequest.objects.count() == ClassSession.objects.count() == MOST_NEW_SCHOOLS


def test_nothing_typed_is_lost_when_the_flood_ends(send):
    for name in new_names():
        send(missing_name=name)
    page = BeautifulSoup(send(missing_name="Încă una", girls="11").content, "html.parser")
    typed = {name: page.find(attrs={"name": name})["value"] for name in ("missing_name", "girls")}
    assert typed == {"missing_name": "Încă una", "girls": "11"}


def test_a_whole_school_registers_from_one_address(send):
    for name in new_names():
        send(missing_name=name)
    for number in range(30):
        send(missing_name=new_names()[-1], class_label=f"{1 + number % 12} {'XYZ'[number // 12]}")
    assert ClassSession.objects.count() == MOST_NEW_SCHOOLS + 30


def test_a_correction_brings_no_flood_either(send):
    for name in new_names():
        send(missing_name=name)
    session = ClassSession.objects.first()
    answer = send(
        f"/clase/sesiuni/{receipt_token(session.pk)}/corectare/", missing_name="Alta", expected="1"
    )
    assert "missing_name" in answer.context["form"].errors


def test_an_account_is_limit_enough(client, send):
    for name in new_names():
        send(missing_name=name)
    client.force_login(make_user(Role.TEACHER))
    assert send(missing_name="Încă una").status_code == 302


def test_a_correction_that_comes_too_late_asks_for_no_school(client, plan):
    session = make_session(plan=plan)
    address = f"/clase/sesiuni/{receipt_token(session.pk)}/corectare/"
    client.post(address, form_data(plan, session.latest.school, girls="9", expected="1"))
    answer = client.post(address, form_data(plan, None, **missing(), girls="8", expected="1"))
    assert (answer.status_code, SchoolRequest.objects.count()) == (409, 0)
