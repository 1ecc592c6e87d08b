"""The secretariat's management of people in the admin."""

import re

import pytest
from bs4 import BeautifulSoup
from django.core import mail
from wagtail.log_actions import registry

from lms.people.enums import Role
from lms.people.models import User
from tests.factories import MemberOrganisationFactory, make_user
from tests.people.signing import PASSWORD

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def secretariat(client, roles):
    user = make_user(Role.SECRETARIAT)
    client.force_login(user)
    return user


@pytest.fixture
def administrator():
    return User.objects.create_superuser("admin@example.org", PASSWORD)


def invite(client, callbacks, **fields):
    form = {
        "email": "Nou@Example.org",
        "first_name": "Ana",
        "last_name": "Pop",
        "roles": ["trainer"],
        "organisation": "",
    }
    with callbacks(execute=True):
        return client.post("/admin/users/new/", {**form, **fields})


def test_the_list_says_in_words_whose_account_is_open(client, secretariat):
    make_user(Role.TEACHER, is_active=False)
    page = BeautifulSoup(client.get("/admin/users/").content, "html.parser")
    assert {"deschis", "închis"} <= set(page.stripped_strings)


def actions_on(user):
    return {entry.action for entry in registry.get_logs_for_instance(user)}


def test_an_invitation_makes_an_account_without_a_password(
    client, secretariat, django_capture_on_commit_callbacks
):
    invite(client, django_capture_on_commit_callbacks)
    user = User.objects.get(email="nou@example.org")
    assert not user.has_usable_password()
    assert user.roles == {Role.TRAINER}


def test_an_invitation_is_followed_to_a_password(
    client, secretariat, django_capture_on_commit_callbacks
):
    invite(client, django_capture_on_commit_callbacks)
    letter = mail.outbox[0]
    assert letter.subject == "Invitație pe platforma ProTECT"
    client.logout()
    path = re.search(r"http://testserver(\S+)", letter.body)[1]
    form = client.get(path, follow=True)
    client.post(form.redirect_chain[-1][0], {"password1": "un copac galben"})
    client.post("/cont/login/", {"login": "nou@example.org", "password": "un copac galben"})
    assert client.get("/cont/").status_code == 200


def test_the_invitation_of_a_closed_account_offers_no_form(
    client, secretariat, django_capture_on_commit_callbacks
):
    invite(client, django_capture_on_commit_callbacks)
    client.logout()
    path = re.search(r"http://testserver(\S+)", mail.outbox[0].body)[1]
    form = client.get(path, follow=True).redirect_chain[-1][0]
    User.objects.filter(email="nou@example.org").update(is_active=False)
    response = client.get(path, follow=True)
    assert "Acest cont este închis" in response.content.decode()
    client.post(form, {"password1": "un copac galben"})
    assert not User.objects.get(email="nou@example.org").has_usable_password()


def test_an_invitation_is_logged(client, secretariat, django_capture_on_commit_callbacks):
    invite(client, django_capture_on_commit_callbacks)
    user = User.objects.get(email="nou@example.org")
    assert {"people.invite", "people.roles"} <= actions_on(user)


def test_one_address_is_invited_once(client, secretariat, django_capture_on_commit_callbacks):
    make_user(email="nou@example.org")
    response = invite(client, django_capture_on_commit_callbacks)
    assert "Există deja un cont" in response.content.decode()


def test_an_officer_needs_an_organisation(client, secretariat, django_capture_on_commit_callbacks):
    response = invite(client, django_capture_on_commit_callbacks, roles=["officer"])
    assert "Alegeți organizația" in response.content.decode()


def test_an_invitation_goes_out_again(client, secretariat):
    user = User.objects.create_user("nou@example.org")
    client.post(f"/admin/oameni/{user.pk}/invitatie/")
    assert mail.outbox[0].to == ["nou@example.org"]


def test_no_invitation_goes_to_someone_who_has_a_password(client, secretariat):
    user = make_user(Role.TEACHER)
    client.post(f"/admin/oameni/{user.pk}/invitatie/")
    assert mail.outbox == []


def edit(client, user, **fields):
    form = {"first_name": "", "last_name": "", "roles": ["teacher"], "is_active": "on"}
    return client.post(f"/admin/users/edit/{user.pk}/", {**form, **fields})


def test_roles_and_organisation_are_changed_and_logged(client, secretariat):
    user, organisation = make_user(Role.TEACHER), MemberOrganisationFactory()
    edit(client, user, roles=["officer"], organisation=organisation.pk)
    user = User.objects.get(pk=user.pk)
    assert (user.roles, user.organisation) == ({Role.OFFICER}, organisation)
    entry = next(e for e in registry.get_logs_for_instance(user) if e.action == "people.roles")
    assert entry.data["roles_before"] == ["teacher"]
    assert entry.data["organisation_after"] == organisation.code
    assert entry.user == secretariat


def test_an_account_is_closed_and_logged(client, secretariat):
    user = make_user(Role.TEACHER)
    edit(client, user, is_active="")
    user.refresh_from_db()
    assert not user.is_active
    assert "people.close" in actions_on(user)


def test_a_closed_account_cannot_sign_in(client, secretariat):
    user = make_user(Role.TEACHER)
    edit(client, user, is_active="")
    client.logout()
    client.post("/cont/login/", {"login": user.email, "password": PASSWORD})
    assert "_auth_user_id" not in client.session


def test_nobody_closes_the_own_account_here(client, secretariat):
    edit(client, secretariat, roles=["secretariat"], is_active="")
    secretariat.refresh_from_db()
    assert secretariat.is_active


@pytest.mark.parametrize("method", ["get", "post"])
def test_nobody_is_deleted(client, secretariat, method):
    user = make_user(Role.TEACHER)
    getattr(client, method)(f"/admin/users/delete/{user.pk}/")
    assert User.objects.filter(pk=user.pk).exists()


def test_not_even_an_administrator_deletes_anybody(client, administrator):
    client.force_login(administrator)
    user = make_user(Role.TEACHER)
    client.post(f"/admin/users/delete/{user.pk}/")
    assert User.objects.filter(pk=user.pk).exists()


def test_the_secretariat_makes_nobody_administrator(client, secretariat):
    user = make_user(Role.TEACHER)
    edit(client, user, is_superuser="on")
    edit(client, secretariat, roles=["secretariat"], is_superuser="on")
    assert not User.objects.filter(is_superuser=True).exists()


def test_the_secretariat_does_not_change_an_administrator(client, secretariat, administrator):
    edit(client, administrator, first_name="Altul", is_active="")
    administrator.refresh_from_db()
    assert (administrator.first_name, administrator.is_active) == ("", True)


@pytest.mark.parametrize(
    "action, data",
    [("set_active_state", {"mark_as_active": "False"}), ("assign_role", {}), ("delete", {})],
)
def test_actions_on_many_people_at_once_are_closed(
    client, secretariat, administrator, action, data
):
    from django.contrib.auth.models import Group

    role = Group.objects.get(name="secretariat").pk
    address = f"/admin/bulk/people/user/{action}/?id={administrator.pk}"
    client.post(address, {**data, "role": role})
    administrator.refresh_from_db()
    assert administrator.is_active
    assert not administrator.groups.exists()


def test_changing_the_roles_keeps_other_groups(client, secretariat):
    from django.contrib.auth.models import Group

    user = make_user(Role.TEACHER)
    other = Group.objects.create(name="altceva")
    user.groups.add(other)
    edit(client, user, roles=["trainer"])
    assert other in user.groups.all()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER, Role.EDITOR])
def test_others_do_not_see_people(client, role):
    client.force_login(make_user(role))
    assert client.get("/admin/users/").status_code in {302, 403}


def test_the_history_of_a_person_can_be_read(client, secretariat):
    user = make_user(Role.TEACHER)
    edit(client, user, roles=["trainer"])
    html = client.get(f"/admin/users/history/{user.pk}/").content.decode()
    assert "Roluri sau organizație schimbate" in html


@pytest.mark.parametrize("address", ["/admin/images/", "/admin/documents/", "/admin/images/add/"])
def test_an_editor_keeps_the_library(client, roles, address):
    client.force_login(make_user(Role.EDITOR))
    assert client.get(address).status_code == 200
