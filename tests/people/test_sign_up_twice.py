"""Sign-up with an address that has an account: nobody is told, and nothing breaks."""

import pytest
from allauth.account import forms as account
from django.contrib.auth.hashers import get_hasher
from django.core import mail
from django.db import IntegrityError

from lms.people.models import User
from tests.factories import SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def sign_up(client, email: str):
    fields = {"password1": "un copac galben", "subject": "diriginte", "school": SchoolFactory().pk}
    return client.post("/cont/signup/", {"email": email, **fields})


@pytest.fixture
def hashes(monkeypatch):
    """The passwords that were hashed: hashing is what takes time."""
    made: list[str] = []
    hasher = type(get_hasher())
    encode = hasher.encode

    def counted(self, password: str, *args: object) -> str:
        made.append(password)
        return encode(self, password, *args)

    monkeypatch.setattr(hasher, "encode", counted)
    return made


def test_the_clock_does_not_tell_who_has_an_account(client, hashes):
    make_user(email="ana@example.org")
    hashes.clear()
    sign_up(client, "ana@example.org")
    known = len(hashes)
    hashes.clear()
    sign_up(client, "ion@example.org")
    assert known == len(hashes)


def test_two_sign_ups_at_once_are_one_account_and_one_answer(client, monkeypatch):
    make_user(email="ana@example.org")
    clean = account.SignupForm.clean

    def before_the_other_one(self):
        """This sign-up looked for the address before the other one had saved it."""
        self.account_already_exists = False
        return clean(self)

    monkeypatch.setattr(account.SignupForm, "clean", before_the_other_one)
    response = sign_up(client, "Ana@example.org")
    assert (response.status_code, response.url) == (302, "/cont/confirm-email/")
    assert User.objects.filter(email="ana@example.org").count() == 1
    assert [letter.to for letter in mail.outbox] == [["ana@example.org"]]


def test_a_failure_of_another_kind_is_not_hidden(client, monkeypatch):
    def broken(self, request):
        raise IntegrityError("something else")

    monkeypatch.setattr(account.SignupForm, "save", broken)
    with pytest.raises(IntegrityError):
        sign_up(client, "ana@example.org")
