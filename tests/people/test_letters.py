"""The outbox: posted once, sent in order, through a day without a mail server."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.db import IntegrityError
from django.utils import timezone

from lms.people.models import Letter
from lms.people.services import (
    forget_letters_about,
    forget_sent_letters,
    post_letter,
    send_letters,
)
from lms.people.services.letters import TAKEN_FOR
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db


def post(key="a", user=None):
    user = user or UserFactory()
    return post_letter(key=key, user=user, subject=f"Despre {key}", body="Bună ziua")


def test_a_letter_with_a_known_key_is_not_posted_again():
    assert (post(), post()) == (True, False)


def test_a_letter_reaches_an_address_without_an_account():
    post_letter(key="a", address="ana@example.org", subject="Despre a", body="Bună ziua")
    send_letters()
    assert mail.outbox[0].to == ["ana@example.org"]


def test_the_letters_of_a_matter_go_and_others_to_the_address_stay():
    for key in ("training:enrolled:17", "training:enrolled:171", "request:asked:5"):
        post_letter(key=key, address="ana@example.org", subject="Despre a", body="Bună ziua")
    forget_letters_about(17)
    assert set(Letter.objects.values_list("key", flat=True)) == {
        "training:enrolled:171", "request:asked:5",
    }  # fmt: skip


def test_letters_to_accounts_stay_when_a_matter_is_erased():
    post(key="training:17", user=UserFactory(email="ana@example.org"))
    forget_letters_about(17)
    assert Letter.objects.count() == 1


def test_a_letter_to_nobody_is_refused():
    with pytest.raises(IntegrityError):
        post_letter(key="a", subject="Despre a", body="Bună ziua")


def test_letters_leave_in_the_order_of_posting():
    for key in "bac":
        post(key)
    send_letters()
    assert [letter.subject for letter in mail.outbox] == ["Despre b", "Despre a", "Despre c"]


def test_a_letter_leaves_once():
    post()
    send_letters()
    send_letters()
    assert len(mail.outbox) == 1


def test_a_letter_goes_to_the_address_that_the_account_has_when_it_leaves():
    user = UserFactory()
    post(user=user)
    user.email = "nou@example.org"
    user.save()
    send_letters()
    assert mail.outbox[0].to == ["nou@example.org"]


def test_a_letter_waits_while_the_server_is_down(no_server):
    post()
    send_letters()
    no_server.undo()
    send_letters()
    assert len(mail.outbox) == 1


def test_without_a_server_the_others_are_not_tried(no_server):
    post("a")
    post("b")
    send_letters()
    assert Letter.objects.get(key="b").attempts == 0


def test_a_letter_that_another_sender_took_is_left_alone():
    post()
    Letter.objects.update(taken_at=timezone.now())
    assert send_letters() == 0


def test_a_letter_of_a_sender_that_died_is_sent_later():
    post()
    Letter.objects.update(taken_at=timezone.now())
    with time_machine.travel(timezone.now() + TAKEN_FOR + timedelta(seconds=1)):
        assert send_letters() == 1


def test_somebody_who_was_barred_gets_no_letter():
    post(user=UserFactory(is_active=False))
    assert send_letters() == 0


def test_sent_letters_are_forgotten_after_a_month():
    post()
    send_letters()
    with time_machine.travel(timezone.now() + timedelta(days=31)):
        forget_sent_letters()
    assert not Letter.objects.exists()


def test_waiting_letters_are_never_forgotten():
    post()
    with time_machine.travel(timezone.now() + timedelta(days=400)):
        forget_sent_letters()
    assert Letter.objects.exists()


def test_letters_go_with_their_account():
    user = UserFactory()
    post(user=user)
    user.delete()
    assert not Letter.objects.exists()


def test_a_letter_that_cannot_be_written_keeps_no_other_one_waiting():
    post_letter(key="a", user=UserFactory(), subject="Despre\na", body="Bună ziua")
    post("b")
    send_letters()
    assert [letter.subject for letter in mail.outbox] == ["Despre b"]
