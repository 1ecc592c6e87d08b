"""Sign-up of a teacher: the school first, then e-mail, password and subject, nothing else."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core import mail

from lms.organisations.models import SchoolRequest
from lms.organisations.services import check_new_school
from lms.organisations.services.requests import MOST_NEW_SCHOOLS
from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import confirm_email
from tests.factories import CountyFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

ACCOUNT = {"email": "Ana@Example.org", "password1": "un copac galben", "subject": "diriginte"}


def sign_up(client, headers=None, **fields):
    return client.post("/cont/signup/", {**ACCOUNT, **fields}, headers=headers)


def test_the_first_step_finds_schools_without_scripts(client):
    SchoolFactory(name="Școala Gimnazială „Teiul”")
    html = client.get("/cont/signup/", {"cauta": "scoala teiul cluj"}).content.decode()
    assert "Școala Gimnazială „Teiul”" in html


def test_the_first_step_says_when_nothing_is_found(client):
    assert "Nicio școală" in client.get("/cont/signup/", {"cauta": "zzz"}).content.decode()


def test_the_chosen_school_stands_on_the_form(client):
    school = SchoolFactory(name="Liceul „Podul”")
    html = client.get("/cont/signup/", {"scoala": school.pk}).content.decode()
    assert "Liceul „Podul”" in html


def test_a_teacher_signs_up_with_a_school(client):
    school = SchoolFactory()
    sign_up(client, school=school.pk)
    user = User.objects.get(email="ana@example.org")
    assert (user.school, user.subject, user.roles) == (school, "diriginte", {Role.TEACHER})


def test_nothing_else_is_asked(client):
    html = client.get("/cont/signup/", {"scoala": SchoolFactory().pk}).content.decode()
    form = html[html.index('action="/cont/signup/"') :].split("</form>")[0]
    names = set(re.findall(r'name="(\w+)"', form)) - {"csrfmiddlewaretoken", "next"}
    assert names == {"email", "password1", "subject", "school"}


def test_a_school_that_is_not_in_the_list_goes_on_the_queue(client):
    county = CountyFactory()
    missing = {
        "missing_name": "\u015ecoala Nouă",
        "missing_locality": "Mociu",
        "missing_county": county.pk,
    }
    sign_up(client, **missing)
    request = SchoolRequest.objects.get()
    assert request.name == "Școala Nouă"
    assert User.objects.get().school_request == request


def test_accounts_bring_no_flood_of_new_schools(client):
    missing = {"missing_locality": "Mociu", "missing_county": CountyFactory().pk}
    for number in range(MOST_NEW_SCHOOLS):
        check_new_school(
            source="127.0.0.1", name=f"S{number}", locality_name="X", county=CountyFactory()
        )
    page = sign_up(client, missing_name="Încă una", **missing)
    assert "peste o oră" in " ".join(page.context["form"].errors["missing_name"])
    assert not User.objects.exists()


def as_rendered(html):
    """Every field of the sign-up form with the value that the page gives it."""
    form = BeautifulSoup(html, "html.parser").find("form", action="/cont/signup/")
    return {field["name"]: field.get("value", "") for field in form.select("[name]")}


@pytest.mark.parametrize("said", ["alta", "999999", "xyz"])
def test_the_form_as_rendered_is_accepted_without_a_listed_school(client, said):
    county = CountyFactory()
    fields = as_rendered(client.get("/cont/signup/", {"scoala": said}).content.decode())
    missing = {
        "missing_name": "Școala Nouă",
        "missing_locality": "Mociu",
        "missing_county": county.pk,
    }
    assert fields.keys() >= {*ACCOUNT, *missing}
    client.post("/cont/signup/", {**fields, **ACCOUNT, **missing})
    assert User.objects.get().school_request == SchoolRequest.objects.get()


def test_the_form_as_rendered_is_accepted_with_a_listed_school(client):
    school = SchoolFactory()
    fields = as_rendered(client.get("/cont/signup/", {"scoala": school.pk}).content.decode())
    client.post("/cont/signup/", {**fields, **ACCOUNT})
    assert User.objects.get().school == school


def test_without_a_school_its_three_rows_are_required(client):
    html = sign_up(client).content.decode()
    assert html.count('class="field__error"') == 3
    assert not User.objects.exists()


def test_a_closed_school_cannot_be_chosen(client):
    school = SchoolFactory(closed_on="2024-09-01")
    sign_up(client, school=school.pk)
    assert not User.objects.exists()


def test_what_was_typed_survives_an_error(client):
    school = SchoolFactory(name="Liceul „Podul”")
    html = sign_up(client, school=school.pk, password1="1234567890").content.decode()
    assert 'value="Ana@Example.org"' in html
    assert "Liceul „Podul”" in html


def test_the_account_opens_only_after_the_letter_is_followed(client):
    sign_up(client, school=SchoolFactory().pk)
    client.post("/cont/login/", {"login": "ana@example.org", "password": ACCOUNT["password1"]})
    assert client.get("/cont/").status_code == 302


def test_the_letter_confirms_the_address(client):
    sign_up(client, school=SchoolFactory().pk)
    path = re.search(r"http://testserver(/cont/confirm-email/\S+)", mail.outbox[0].body)[1]
    client.post(path)
    client.post("/cont/login/", {"login": "ana@example.org", "password": ACCOUNT["password1"]})
    assert client.get("/cont/").status_code == 200


def test_the_letter_leads_here_whatever_host_was_asked(client):
    sign_up(client, school=SchoolFactory().pk, headers={"host": "localhost:1337"})
    assert set(re.findall(r"http://[^/\s]+", mail.outbox[0].body)) == {"http://testserver"}


def test_a_sign_up_with_a_taken_address_tells_only_its_owner(client):
    confirm_email(user=make_user(Role.TEACHER, email="ana@example.org"))
    response = sign_up(client, school=SchoolFactory().pk)
    assert response.headers["Location"] == "/cont/confirm-email/"
    assert "Există deja unul" in mail.outbox[0].body
    assert User.objects.count() == 1


def test_the_english_sign_up_is_under_its_prefix(client):
    assert client.get("/en/cont/signup/").status_code == 200


def test_every_field_of_the_form_has_our_look(client):
    html = client.get("/cont/signup/", {"scoala": "alta"}).content.decode()
    form = html[html.index('action="/cont/signup/"') :].split("</form>")[0]
    controls = re.findall(r"<(?:input|select)\b[^>]*>", form)
    shown = [control for control in controls if 'type="hidden"' not in control]
    assert len(shown) == 6
    assert all("input" in re.search(r'class="([^"]*)"', control)[1] for control in shown)


def test_a_password_of_digits_is_told_what_it_lacks(client):
    response = sign_up(client, password1="8402615973", school=SchoolFactory().pk)
    assert response.context["form"].errors["password1"] == [
        "Parola are doar cifre: adăugați și litere."
    ]


def test_a_short_password_is_refused_in_romanian(client):
    response = sign_up(client, password1="scurt", school=SchoolFactory().pk)
    assert response.context["form"].errors["password1"] == [
        "Parola este prea scurtă: scrieți cel puțin 10 caractere."
    ]
