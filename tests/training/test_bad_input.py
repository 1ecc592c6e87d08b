"""What nobody types and a program sends: it is told so, and never an error of ours."""

from uuid import uuid4

import pytest

from lms.training.models.events import MOST_SEATS
from tests.training.event_factories import make_event, make_trainer
from tests.training.facilitators import make_certificate
from tests.training.test_event_pages import page_of, plan_form

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

# No row of any database has this key.
NO_KEY = "9" * 30


@pytest.fixture
def trainer(client, roles):
    trainer = make_trainer()
    client.force_login(trainer)
    return trainer


def test_a_programme_that_cannot_be_is_asked_for_again(client):
    assert client.post("/formare/cerere/", {"programme": NO_KEY}).status_code == 200


@pytest.mark.parametrize(
    "said",
    [
        {"programme": NO_KEY},
        {"trainers": [NO_KEY]},
        {"co_organisers": [NO_KEY]},
        {"enrol_until_0": "01.01.0001", "enrol_until_1": "00:00"},
        {"enrol_until_0": "31.12.9999", "enrol_until_1": "23:59"},
    ],
    ids=str,
)
def test_an_event_that_cannot_be_is_not_planned(client, trainer, said):
    assert client.post("/formare/nou/", plan_form(trainer, **said)).status_code == 200


def test_nobody_is_a_facilitator_of_a_programme_that_cannot_be(client, trainer):
    certificate = make_certificate(trainer)
    page = page_of(certificate.participant.event, f"adeverinte/{certificate.number}/facilitator/")
    sent = {"pas": "numeste", "nou-programme": NO_KEY, "nou-valid_until": "0001-01-01"}
    assert client.post(page, sent).status_code == 200


def test_the_list_of_a_full_hall_is_sent_without_scripts(client, trainer):
    keys = [uuid4() for _ in range(MOST_SEATS)]
    sent = {"aratat": [f"{key}:nu" for key in keys], "prezent": keys}
    assert client.post(page_of(make_event(trainer), "prezenta/1/"), sent).status_code == 302
