"""A way back for somebody who lost the phone: the secretariat asks for the second factor anew."""

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.test import Client
from wagtail.log_actions import registry

from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import reset_second_factor
from tests.factories import make_user
from tests.people.signing import PASSWORD, add_app, sign_in, sign_in_with_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def secretariat(client):
    user = make_user(Role.SECRETARIAT)
    sign_in_with_code(client, user)
    client.post("/cont/reauthenticate/", {"password": PASSWORD})
    return user


@pytest.fixture
def editor():
    user = make_user(Role.EDITOR)
    add_app(user)
    return user


def address(user):
    return f"/admin/oameni/{user.pk}/al-doilea-pas/"


def has_second_factor(user):
    return Authenticator.objects.filter(user=user).exists()


def test_the_secretariat_removes_the_whole_second_factor(client, secretariat, editor):
    client.post(address(editor))
    assert not has_second_factor(editor)


def test_the_person_signs_in_with_the_password_and_sets_up_anew(
    client, secretariat, editor, settings
):
    settings.SECOND_FACTOR_REQUIRED = True
    client.post(address(editor))
    client.logout()
    sign_in(client, editor)
    assert client.get("/admin/").headers["Location"] == "/cont/2fa/"


@pytest.mark.parametrize("then", ["nothing", "another app"])
def test_a_session_of_the_lost_second_factor_is_over(client, secretariat, settings, then):
    settings.SECOND_FACTOR_REQUIRED = True
    thief, robbed = Client(), make_user(Role.EDITOR)
    sign_in_with_code(thief, robbed)
    client.post(address(robbed))
    if then == "another app":
        add_app(robbed)
    assert thief.get("/admin/").status_code == 302


def test_it_is_logged_with_who_did_it(client, secretariat, editor):
    client.post(address(editor))
    entries = registry.get_logs_for_instance(editor)
    entry = next(entry for entry in entries if entry.action == "people.second_factor")
    assert entry.user == secretariat


def test_the_person_is_written_to(client, secretariat, editor, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        client.post(address(editor))
    letter = mail.outbox[-1]
    assert letter.to == [editor.email]
    assert letter.subject == "Alegeți din nou al doilea pas la intrare"
    assert "http://testserver/cont/2fa/" in letter.body


def test_nothing_is_removed_by_looking(client, secretariat, editor):
    assert "Ștergeți al doilea pas" in client.get(address(editor)).content.decode()
    assert has_second_factor(editor)


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_password_is_asked_for_once_more(client, editor, method):
    sign_in_with_code(client, make_user(Role.SECRETARIAT))
    response = getattr(client, method)(address(editor))
    assert "reauthenticate" in response.headers["Location"]
    assert has_second_factor(editor)


def test_nobody_removes_the_own_second_factor_here(client, secretariat):
    client.post(address(secretariat))
    assert has_second_factor(secretariat)


def test_the_secretariat_does_not_open_the_account_of_an_administrator(client, secretariat):
    administrator = User.objects.create_superuser("admin@example.org", PASSWORD)
    add_app(administrator)
    client.post(address(administrator))
    assert has_second_factor(administrator)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER, Role.EDITOR])
def test_no_other_role_removes_it(client, editor, role):
    sign_in_with_code(client, make_user(role))
    client.post("/cont/reauthenticate/", {"password": PASSWORD})
    client.post(address(editor))
    assert has_second_factor(editor)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.EDITOR])
def test_the_service_itself_refuses_other_roles(editor, role):
    with pytest.raises(PermissionDenied):
        reset_second_factor(user=editor, by=make_user(role))


def test_the_service_itself_refuses_the_own_account(editor):
    with pytest.raises(PermissionDenied):
        reset_second_factor(user=editor, by=editor)


def test_an_administrator_helps_another_administrator(editor):
    lost = User.objects.create_superuser("pierdut@example.org", PASSWORD)
    add_app(lost)
    by = User.objects.create_superuser("admin@example.org", PASSWORD)
    reset_second_factor(user=lost, by=by)
    assert not has_second_factor(lost)


def test_the_page_of_a_person_offers_it(client, secretariat, editor):
    assert address(editor) in client.get(f"/admin/users/edit/{editor.pk}/").content.decode()


def test_a_person_without_a_second_factor_is_not_offered_it(client, secretariat):
    user = make_user(Role.EDITOR)
    assert address(user) not in client.get(f"/admin/users/edit/{user.pk}/").content.decode()


def test_no_letter_goes_out_where_there_was_nothing_to_remove(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        reset_second_factor(user=make_user(Role.EDITOR), by=make_user(Role.SECRETARIAT))
    assert mail.outbox == []
