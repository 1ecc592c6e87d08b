"""The list of an event in the browser: ticks, heads, and what others said meanwhile."""

from uuid import uuid4

import pytest

from lms.core.audiences import Audience
from lms.training.selectors.rosters import roster_of
from lms.training.services import check_in, close_event, count_heads
from lms.training.tokens import sitting_token
from tests.training.event_factories import make_event, make_participant, make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


def page_of(event, rest=""):
    return f"/formare/evenimente/{event.public_id}/{rest}"


def test_all_ticks_are_sent_without_scripts(client, trainer):
    event = make_event(trainer)
    here, away = make_participant(event), make_participant(event)
    keys = [str(one.public_id) for one in (here, away)]
    client.post(
        page_of(event, "prezenta/1/"), {"aratat": [f"{key}:" for key in keys], "prezent": keys[:1]}
    )
    marks = {row.participant: row.attended for row in roster_of(event).rows}
    assert marks == {here: True, away: False}


def send_tick(client, event, person, **fields):
    """One tick, as the list's script sends it."""
    key = event.sittings.first().public_id
    usual = {"participant": person.public_id, "present": "da", "client_id": uuid4(), "waited": "0"}
    return client.post(page_of(event, f"bifa/{key}/"), usual | fields)


def test_one_tick_is_sent_by_itself(client, trainer):
    event = make_event(trainer)
    send_tick(client, event, make_participant(event))
    assert roster_of(event).attended == 1


def test_a_tick_that_waited_longer_than_another_word_changes_nothing(client, trainer):
    event = make_event(trainer, hours=0)
    person = make_participant(event)
    check_in(sitting=event.sittings.get(), email=person.email, client_id=uuid4())
    send_tick(client, event, person, present="nu", waited="3600000")
    assert roster_of(event).attended == 1


def test_a_tick_of_another_organisations_event_is_refused_in_json(client, trainer):
    event = make_event()
    answer = send_tick(client, event, make_participant(event))
    assert (answer.status_code, list(answer.json())) == (400, ["error"])


def test_a_list_does_not_make_absent_who_checked_in_meanwhile(client, trainer):
    event = make_event(trainer, hours=0)
    person = make_participant(event)
    check_in(sitting=event.sittings.get(), email=person.email, client_id=uuid4())
    client.post(page_of(event, "prezenta/1/"), {"aratat": f"{person.public_id}:"})
    assert roster_of(event).attended == 1


def test_a_list_that_is_made_up_is_refused(client, trainer):
    event = make_event(trainer)
    assert client.post(page_of(event, "prezenta/1/"), {"aratat": "x:da"}).status_code == 403


def test_before_its_last_sitting_an_event_is_not_closed(client, trainer):
    event = make_event(trainer)
    page = client.post(page_of(event), {"decizie": "inchide", "vazut": "1"}, follow=True)
    assert "nu s-a ținut încă" in page.content.decode()


def test_a_page_older_than_the_closing_does_not_open_the_event_again(client, trainer):
    event = make_event(trainer, hours=-3)
    close_event(event=event, expected=1, by=trainer)
    client.post(page_of(event), {"decizie": "deschide", "vazut": "2"})
    event.refresh_from_db()
    assert event.state == "closed"


def test_a_count_by_another_trainer_meanwhile_is_shown_and_kept(client, trainer):
    event = make_event(trainer, hours=0)
    count_heads(event=event, people={Audience.NGO: 12}, by=trainer)
    page = client.post(page_of(event, "numaratoare/"), {"ong": "20", "vazut_ong": "0"})
    assert "a scris între timp 12" in page.content.decode()
    assert roster_of(event).counted == {Audience.NGO: 12}


def test_a_count_is_saved_once_the_other_one_was_seen(client, trainer):
    event = make_event(trainer, hours=0)
    count_heads(event=event, people={Audience.NGO: 12}, by=trainer)
    client.post(page_of(event, "numaratoare/"), {"ong": "20", "vazut_ong": "12"})
    assert roster_of(event).counted == {Audience.NGO: 20}


@pytest.mark.parametrize("day", ["01.01.0001", "31.12.9999", "01.01.2009"])
def test_a_day_of_another_age_is_asked_for_again(client, trainer, day):
    event = make_event(trainer)
    form = {
        "intalniri-TOTAL_FORMS": "1", "intalniri-INITIAL_FORMS": "0", "intalniri-0-day": day,
        "intalniri-0-starts": "10:00", "intalniri-0-ends": "12:00",
    }  # fmt: skip
    page = client.post(page_of(event, "schimbare/"), form)
    assert "Verificați anul" in page.content.decode()


def test_heads_are_counted_on_their_page(client, trainer):
    event = make_event(trainer)
    client.post(page_of(event, "numaratoare/"), {"ong": "20"})
    assert roster_of(event).people == 20


@pytest.fixture
def check_in_as(client):
    """Check in at a sitting by an address; the answer's text."""

    def send(sitting, email):
        path = f"/formare/prezent/{sitting_token(sitting.public_id)}/"
        return client.post(path, {"email": email}).content.decode()

    return send


def test_of_a_hall_that_enrolled_nobody_is_refused(check_in_as, monkeypatch):
    monkeypatch.setattr("lms.training.views.public_events.MOST_FORMS", 2)
    event = make_event(hours=0)
    for person in [make_participant(event) for _ in range(4)]:
        check_in_as(event.sittings.get(), person.email)
    assert roster_of(event).attended == 4


def test_who_tries_out_addresses_is_stopped(check_in_as, monkeypatch):
    monkeypatch.setattr("lms.training.views.public_events.MOST_GUESSES", 2)
    event = make_event(hours=0)
    for number in range(2):
        check_in_as(event.sittings.get(), f"ghicit{number}@example.org")
    person = make_participant(event)
    assert "multe adrese neînscrise" in check_in_as(event.sittings.get(), person.email)
