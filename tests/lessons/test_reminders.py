from smtplib import SMTPException

import pytest
import time_machine
from django.core import mail
from django.urls import reverse

from lessons import services
from lessons.models import DownloadReminder
from lms.people.personal_data import export_of
from tests.factories import UserFactory, make_plan

pytestmark = pytest.mark.django_db


def ask(user=None, plan=None):
    user, plan = user or UserFactory(), plan or make_plan()
    return services.ask_for_reminder(user=user, plan=plan)


def send_on(day):
    with time_machine.travel(f"{day} 12:00"):
        return services.send_due_reminders()


@pytest.fixture(autouse=True)
def _asked_in_march():
    with time_machine.travel("2026-03-01 12:00", tick=False):
        yield


def test_a_reminder_is_not_sent_before_two_weeks():
    ask()
    assert send_on("2026-03-14") == 0


def test_a_reminder_is_sent_after_two_weeks():
    ask()
    assert send_on("2026-03-15") == 1


def test_a_reminder_is_sent_only_once():
    ask()
    send_on("2026-03-15")
    assert send_on("2026-03-16") == 0


def test_a_reminder_goes_to_whoever_asked():
    ask(user=UserFactory(email="ana@example.org"))
    send_on("2026-03-15")
    assert mail.outbox[0].to == ["ana@example.org"]


def test_a_reminder_leads_to_the_form_of_its_plan():
    ask(plan=make_plan(slug="planul"))
    send_on("2026-03-15")
    assert "/clase/sesiuni/nou/?plan=planul" in mail.outbox[0].body


def test_asking_twice_is_being_reminded_once():
    reminder = ask()
    ask(reminder.user, reminder.plan)
    assert send_on("2026-04-01") == 1


def test_a_letter_that_could_not_leave_is_sent_the_next_time(monkeypatch):
    ask()

    def refuse(*_args, **_kwargs):
        raise SMTPException

    with monkeypatch.context() as patched:
        patched.setattr("lessons.services.downloads.send_mail", refuse)
        send_on("2026-03-15")
    assert send_on("2026-03-16") == 1


def test_a_reader_without_an_account_is_offered_no_reminder(client):
    url = reverse("lessons:download_questions", args=[make_plan().slug])
    client.post(url, {"remind": "1"})
    assert not DownloadReminder.objects.exists()


def test_the_copy_of_the_own_data_names_the_reminder():
    reminder = ask()
    assert export_of(reminder.user)["reminders"] == [
        {"plan": reminder.plan.title, "due": "2026-03-15"}
    ]


def test_whoever_has_a_closed_account_gets_no_letter():
    user = UserFactory()
    ask(user=user)
    user.is_active = False
    user.save()
    assert send_on("2026-03-15") == 0
    assert mail.outbox == []
