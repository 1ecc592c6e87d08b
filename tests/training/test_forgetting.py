"""A person is erased, and no figure changes."""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.utils import timezone

from lms.core.periods import Period
from lms.people.models import Letter
from lms.people.services import post_letter
from lms.training.models import Certificate, Participant, TrainingRequest
from lms.training.selectors.counted import trained_groups
from lms.training.services import (
    CertificateSettled,
    close_event,
    forget_old_askers,
    forget_old_participants,
    forget_person,
    reissue_certificate,
    remind_of_events,
    tick,
)
from lms.training.tokens import participant_token
from tests.training.event_factories import make_event, make_participant, make_trainer
from tests.training.facilitators import name_facilitator, take_on
from tests.training.test_requests import ask

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(roles):
    return make_trainer()


@pytest.fixture
def certified(trainer):
    """Ana, who was at two closed events and has a certificate of each."""
    people = []
    for _ in range(2):
        event = make_event(trainer, hours=-3)
        person = make_participant(event, email="ana@example.org", name="Ana Popescu")
        tick(
            sitting=event.sittings.get(), participant=person, present=True, client_id=uuid4(),
            said_at=timezone.now(), by=trainer,
        )  # fmt: skip
        close_event(event=event, expected=1, by=trainer)
        people.append(person)
    return people


def persons():
    day = timezone.localdate(timezone.now() - timedelta(hours=3))
    keys = [group.people for group in trained_groups(Period.year(day.year))]
    return len(frozenset().union(*keys)), sum(map(len, keys))


def test_erasing_empties_every_event_of_the_person(certified):
    forget_person(participant=certified[0])
    assert not Participant.objects.exclude(name="", email="", institution="").exists()


def test_erasing_changes_no_count(certified):
    before = persons()
    forget_person(participant=certified[0])
    assert persons() == before == (1, 2)


def test_erasing_leaves_what_the_check_page_shows(client, certified):
    forget_person(participant=certified[0])
    certificate = Certificate.objects.first()
    assert certificate.name == ""
    assert "A*** P***" in client.get(f"/adeverinta/{certificate.number}/").content.decode()


def test_erasing_takes_the_letters_with_it(certified):
    forget_person(participant=certified[0])
    assert not Letter.objects.exists()


def test_erasing_takes_the_letters_to_a_facilitator_with_it(certified, trainer):
    take_on(name_facilitator(trainer, certified[0].certificates.get()))
    forget_person(participant=certified[0])
    assert not Letter.objects.exists()


def test_erasing_leaves_no_county_of_a_person(certified):
    forget_person(participant=certified[0])
    assert not Participant.objects.exclude(county=None).exists()


def test_erasing_empties_why_a_certificate_was_corrected(certified, trainer):
    old = certified[0].certificates.get()
    reissue_certificate(certificate=old, name="Ana Pop", reason="Nu e Popescu.", by=trainer)
    forget_person(participant=certified[0])
    assert not Certificate.objects.exclude(name="", reason="").exists()


def test_a_page_opened_before_the_erasing_brings_no_name_back(certified, trainer):
    # What the trainer's page read before the person erased themselves.
    certificate = Certificate.objects.select_related("participant").first()
    forget_person(participant=certificate.participant)
    with pytest.raises(CertificateSettled):
        reissue_certificate(certificate=certificate, name="Ana Pop", reason="Nume", by=trainer)
    assert not Participant.objects.exclude(name="").exists()


def test_whoever_comes_again_is_somebody_new(certified, trainer):
    old = certified[0].person_key
    forget_person(participant=certified[0])
    again = make_participant(make_event(trainer), email="ana@example.org")
    assert again.person_key == old
    assert Participant.objects.filter(person_key=old).count() == 1


def test_the_place_of_who_is_erased_goes_to_who_waits():
    event = make_event(capacity=1)
    first, waiting = make_participant(event), make_participant(event)
    forget_person(participant=first)
    waiting.refresh_from_db()
    assert waiting.enrolment == "enrolled"


def test_a_person_erases_everything_from_the_letters_link(client, certified):
    address = f"/formare/inscriere/{participant_token(certified[0].public_id)}/"
    client.post(address, {"pas": "sterge"})
    assert client.get(address).status_code == 404


def test_a_person_reads_everything_that_is_kept(client, certified):
    token = participant_token(certified[0].public_id)
    found = client.get(f"/formare/inscriere/{token}/date.json").json()
    assert [one["nume"] for one in found["formari"]] == ["Ana Popescu"] * 2


def test_names_go_two_years_after_the_last_event(certified):
    with time_machine.travel(timezone.now() + timedelta(days=731)):
        forget_old_participants()
    assert not Participant.objects.exclude(name="").exists()


def test_names_stay_as_long_as_was_agreed(certified):
    with time_machine.travel(timezone.now() + timedelta(days=700)):
        forget_old_participants()
    assert Participant.objects.filter(name="Ana Popescu").count() == 2


def test_who_asked_for_a_training_is_erased_after_two_years():
    ask()
    with time_machine.travel(timezone.now() + timedelta(days=731)):
        forget_old_askers()
    assert TrainingRequest.objects.get().contact_email == ""


def test_a_reminder_is_written_once():
    make_participant(make_event(hours=24))
    for _ in range(2):
        remind_of_events()
    assert Letter.objects.filter(subject__startswith="În curând").count() == 1


def test_nobody_is_reminded_of_an_event_that_is_far_away():
    make_participant(make_event(hours=24 * 10))
    assert remind_of_events() == 0


def test_erasing_keeps_letters_of_others_about_other_matters(certified):
    post_letter(key="altceva:1", address="ana@example.org", subject="Altceva", body="Bună ziua")
    forget_person(participant=certified[0])
    assert list(Letter.objects.values_list("key", flat=True)) == ["altceva:1"]


def test_erasing_empties_the_requests_of_the_person_too(certified):
    ask(contact_email="ana@example.org", message="Suntem la etajul doi.")
    forget_person(participant=certified[0])
    request = TrainingRequest.objects.get()
    assert (request.contact_email, request.message) == ("", "")


def test_erasing_keeps_the_requests_of_others(certified):
    ask(contact_email="elena@example.org")
    forget_person(participant=certified[0])
    assert TrainingRequest.objects.get().contact_email == "elena@example.org"


def test_the_own_data_hold_the_requests(client, certified):
    ask(contact_email="ana@example.org")
    token = participant_token(certified[0].public_id)
    data = client.get(f"/formare/inscriere/{token}/date.json").json()
    assert len(data["cereri"]) == 1
