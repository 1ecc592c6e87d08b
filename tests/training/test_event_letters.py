"""What participants are written beside enrolling: what to answer before, what to take home."""

import pytest
from django.core import mail

from lms.people.models import Letter
from lms.people.services import send_letters
from lms.training.models import Certificate
from lms.training.services import (
    close_event,
    open_event,
    reissue_certificate,
    remind_of_events,
    revoke_certificate,
    withdraw,
)
from tests.training.event_factories import (
    make_event,
    make_participant,
    make_trainer,
    say_present,
)
from tests.training.programmes import add_material, make_programme
from tests.training.questionnaire_factories import make_asked_event

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


def letter(occasion):
    return Letter.objects.get(key__startswith=f"training:{occasion}").body


def close(event, trainer):
    """Close the event, at which everybody on the list was."""
    for person in event.participants.all():
        say_present(event.sittings.get(), person, trainer)
    close_event(event=event, expected=1, by=trainer)


def test_who_was_there_gets_what_is_for_everybody(trainer):
    programme = make_programme()
    add_material(programme, title="Fișa de lucru")
    event = make_event(trainer, hours=-3, programme=programme)
    make_participant(event)
    close(event, trainer)
    assert f"Fișa de lucru: http://testserver/formare/{programme.slug}/materiale/" in letter(
        "materials"
    )


def test_what_is_for_trainers_is_sent_to_nobody(trainer):
    programme = make_programme()
    add_material(programme, title="Ghidul", trainers_only=True)
    event = make_event(trainer, hours=-3, programme=programme)
    make_participant(event)
    close(event, trainer)
    assert "Ghidul" not in letter("materials")


def test_who_was_not_there_gets_no_materials(trainer):
    event = make_event(trainer, hours=-3)
    make_participant(event)
    close_event(event=event, expected=1, by=trainer)
    assert not Letter.objects.filter(key__startswith="training:materials").exists()


def test_closing_again_sends_the_materials_once(trainer):
    event = make_event(trainer, hours=-3)
    make_participant(event)
    close(event, trainer)
    open_event(event=event, expected=2, by=trainer, reason="Lipsea cineva.")
    close_event(event=event, expected=3, by=trainer)
    assert Letter.objects.filter(key__startswith="training:materials").count() == 1


def test_the_materials_come_before_the_certificate(trainer):
    event = make_event(trainer, hours=-3)
    make_participant(event)
    close(event, trainer)
    keys = Letter.objects.order_by("pk").values_list("key", flat=True)
    assert [key.split(":")[1] for key in keys][-2:] == ["materials", "certificate"]


def test_where_an_opinion_is_asked_the_letter_leads_there(trainer):
    event = make_asked_event(trainer, hours=-1)
    make_participant(event)
    close(event, trainer)
    assert "/formare/parere/" in letter("materials")


def test_where_no_opinion_is_asked_the_letter_asks_none(trainer):
    event = make_event(trainer, hours=-3)
    make_participant(event)
    close(event, trainer)
    assert "/formare/parere/" not in letter("materials")


def test_the_reminder_leads_to_the_questions_before(trainer):
    make_participant(make_asked_event(trainer, hours=24))
    remind_of_events()
    assert "/formare/chestionar/" in letter("reminder")


def test_a_reminder_without_questions_asks_none(trainer):
    make_participant(make_event(trainer, hours=24))
    remind_of_events()
    assert "/formare/chestionar/" not in letter("reminder")


def test_after_a_day_without_a_mail_server_letters_leave_in_order_and_once(trainer, no_server):
    event = make_event(trainer, capacity=1)
    first, waits = make_participant(event), make_participant(event)
    withdraw(participant=first)
    for _ in range(24):
        send_letters()
    assert mail.outbox == []
    no_server.undo()
    for _ in range(2):
        send_letters()
    sent = [(letter.to[0], letter.subject.split(":")[0]) for letter in mail.outbox]
    assert sent == [
        (first.email, "Locul dumneavoastră"),
        (waits.email, "Sunteți pe lista de așteptare"),
        (waits.email, "Aveți loc"),
    ]


@pytest.fixture
def certificate(trainer):
    event = make_event(trainer, hours=-3)
    make_participant(event)
    close(event, trainer)
    return Certificate.objects.get()


def test_the_letter_of_a_correction_says_which_number_ends(certificate, trainer):
    reissue_certificate(certificate=certificate, name="Ana Pop", reason="Greșit.", by=trainer)
    newest = Letter.objects.filter(key__startswith="training:certificate").latest("pk")
    assert f"cea cu numărul {certificate.number}" in newest.body


def test_whose_certificate_is_taken_back_is_told_why(certificate, trainer):
    revoke_certificate(certificate=certificate, reason="Alt om.", by=trainer)
    assert "Alt om." in letter("revoked")
