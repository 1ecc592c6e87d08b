"""A person's data: a copy by one click, and their end, which changes no total."""

import json

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.db import models
from django.utils import timezone
from wagtail.models import ModelLogEntry

from lms.classrooms.models import ClassSession
from lms.people.enums import Role
from lms.people.models import User
from lms.people.services import change_privileges
from tests.factories import SchoolFactory, make_user
from tests.people.signing import sign_in_with_code

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def teacher(client):
    user = make_user(Role.TEACHER, school=SchoolFactory(name="Liceul „Podul”"))
    client.force_login(user)
    return user


def test_the_copy_is_one_click(client, teacher):
    response = client.post("/cont/datele-mele/copie/")
    account = json.loads(response.content)["account"]
    assert account["email"] == teacher.email
    assert "Liceul „Podul”" in account["school"]


def test_the_copy_holds_no_secret(client):
    user = make_user(Role.TEACHER)
    sign_in_with_code(client, user)
    text = client.post("/cont/datele-mele/copie/").content.decode()
    assert user.password not in text
    assert "JBSWY3DPEHPK3PXP" not in text


def test_a_link_alone_copies_nothing(client, teacher):
    assert client.get("/cont/datele-mele/copie/").status_code == 405


def test_erasing_asks_for_one_confirmation(client, teacher):
    client.post("/cont/datele-mele/stergere/")
    assert User.objects.filter(pk=teacher.pk).exists()


def test_an_erased_person_is_gone(client, teacher):
    EmailAddress.objects.create(user=teacher, email=teacher.email)
    response = client.post("/cont/datele-mele/stergere/", {"confirm": "on"})
    assert "Contul a fost șters" in response.content.decode()
    assert not User.objects.filter(pk=teacher.pk).exists()
    assert not EmailAddress.objects.exists()


def test_erasing_ends_the_session(client, teacher):
    client.post("/cont/datele-mele/stergere/", {"confirm": "on"})
    assert client.get("/cont/").status_code == 302


def test_an_erased_teachers_class_sessions_keep_their_token(client, teacher):
    session = ClassSession.objects.create(
        reference="S-1", channel="account", author=teacher, teacher_token="abc"
    )
    client.post("/cont/datele-mele/stergere/", {"confirm": "on"})
    session.refresh_from_db()
    assert (session.author, session.teacher_token) == (None, "abc")


def test_the_log_forgets_the_address_of_an_erased_person(client, teacher):
    secretariat = make_user(Role.SECRETARIAT)
    change_privileges(user=teacher, roles={Role.TRAINER}, organisation=None, by=secretariat)
    client.post("/cont/datele-mele/stergere/", {"confirm": "on"})
    assert [entry.label for entry in ModelLogEntry.objects.all()] == ["–"]


def test_the_last_administrator_cannot_go(client):
    user = User.objects.create_superuser("admin@example.org", "x", last_login=timezone.now())
    client.force_login(user)
    response = client.post("/cont/datele-mele/stergere/", {"confirm": "on"}, follow=True)
    assert "ultimul administrator" in response.content.decode()
    assert User.objects.filter(pk=user.pk).exists()


def test_a_person_with_a_second_factor_is_erased_too(client):
    user = make_user(Role.TEACHER)
    sign_in_with_code(client, user)
    client.post("/cont/datele-mele/stergere/", {"confirm": "on"})
    assert not User.objects.filter(pk=user.pk).exists()


def test_what_goes_with_a_person_is_only_what_belongs_to_the_account():
    gone = {
        model._meta.label
        for model in apps.get_models()
        for field in model._meta.local_fields
        if field.remote_field
        and field.remote_field.model is User
        and field.remote_field.on_delete is not models.SET_NULL
    }
    # Wagtail's logs keep the number of a user who is gone; comments on drafts go with them.
    assert gone <= {
        "account.EmailAddress",
        "mfa.Authenticator",
        "people.User_groups",
        "people.User_user_permissions",
        "wagtailusers.UserProfile",
        "wagtailcore.APIToken",
        "wagtailcore.Comment",
        "wagtailcore.CommentReply",
        "wagtailcore.EditingSession",
        "wagtailcore.ModelLogEntry",
        "wagtailcore.PageLogEntry",
        "wagtailcore.PageSubscription",
        "wagtailadmin.EditingSession",
        "wagtailadmin.FormState",
        "lessons.DownloadReminder",
        "people.Letter",
        "classrooms.SessionImport",
    }
