"""What a trainer and a participant look for on the next page, and find there."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lms.training.services import cancel_event, close_event
from lms.training.tokens import participant_token
from tests.training.event_factories import (
    in_hours,
    make_event,
    make_participant,
    make_trainer,
    move_into_past,
)
from tests.training.lists import ANA, TITLES
from tests.training.lists import csv as table
from tests.training.test_event_pages import ask, plan_form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


def summary(page) -> str:
    return page.content.decode().partition('class="error-summary"')[2].partition("</div>")[0]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"intalniri-0-day": "31.02.2027"}, "Întâlnirea 1, Data: De exemplu 23.11.2026."),
        ({"intalniri-1-day": "16.01.2027"}, "Întâlnirea 2, De la: Scrieți ora de început."),
        ({"intalniri-0-ends": ""}, "Întâlnirea 1, Până la: Scrieți ora de încheiere."),
        (
            {"intalniri-0-day": "", "intalniri-0-starts": "", "intalniri-0-ends": ""},
            "Scrieți cel puțin o întâlnire: data și orele.",
        ),
    ],
)
def test_the_summary_of_a_plan_names_the_sitting_to_mend(client, trainer, row, said):
    assert said in summary(client.post("/formare/nou/", plan_form(trainer, **row)))


def test_who_plans_a_training_is_its_trainer_unless_unticked(client, trainer):
    assert list(client.get("/formare/nou/").context["form"]["trainers"].initial) == [trainer]


def test_an_open_training_shows_its_whole_address_and_a_code_to_scan(client, trainer, settings):
    event = make_event(trainer)
    page = client.get(f"/formare/evenimente/{event.public_id}/").content.decode()
    assert f"{settings.SITE_URL}/formare/e/{event.code}/</a>" in page
    assert "Cod QR care deschide pagina de înscriere" in page


def test_who_takes_a_request_stays_with_it(client, trainer):
    address = f"/formare/cereri/{ask(client).public_id}/"
    page = client.post(address, {"decizie": "preia", "vazut": "0"}, follow=True)
    assert "Planificați formarea" in page.content.decode()


def test_one_new_person_is_counted_in_the_singular(client, trainer):
    event = make_event(trainer, sittings=[in_hours(0)])
    file = SimpleUploadedFile("lista.csv", table(ANA[:4], titles=TITLES[:4]))
    page = client.post(f"/formare/evenimente/{event.public_id}/lista/import/", {"file": file})
    assert ">persoană nouă pe listă<" in page.content.decode()


def own_page(client, participant) -> str:
    return client.get(f"/formare/inscriere/{participant_token(participant)}/").content.decode()


def test_who_was_absent_reads_why_there_is_no_certificate(client, trainer):
    event = make_event(trainer)
    participant = make_participant(event)
    move_into_past(event)
    close_event(event=event, expected=1, by=trainer)
    page = own_page(client, participant)
    assert "Adeverința se dă celor prezenți" in page
    assert "Puneți în calendar" not in page


def test_the_own_page_says_that_a_training_is_cancelled(client, trainer):
    event = make_event(trainer)
    participant = make_participant(event)
    cancel_event(event=event, expected=1, by=trainer, reason="Sala nu este liberă.")
    assert "Formarea nu se mai ține." in own_page(client, participant)


def test_nobody_is_asked_to_note_the_day_of_a_cancelled_training(client, trainer):
    event = make_event(trainer)
    address = f"/formare/e/{event.code}/"
    before = client.get(address).content.decode()
    cancel_event(event=event, expected=1, by=trainer, reason="Sala nu este liberă.")
    after = client.get(address).content.decode()
    assert ("calendar.ics" in before, "calendar.ics" in after) == (True, False)
