"""Requests: asked by anyone, taken by one organisation, settled."""

import re
from uuid import uuid4

import pytest
from django.core.exceptions import PermissionDenied

from lms.people.models import Letter
from lms.people.roles import Role
from lms.training.enums import RequestState
from lms.training.models import TrainingRequest
from lms.training.services import (
    RequestMovedOn,
    ask_for_training,
    cancel_event,
    decline_request,
    give_back_request,
    plan_request,
    take_request,
)
from lms.training.services.requests import _WAYS
from tests.factories import CountyFactory, make_user
from tests.training.event_factories import make_event, make_trainer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


def ask(**fields):
    usual = {
        "client_id": uuid4(), "institution": "Școala nr. 5", "county": CountyFactory(),
        "locality": "Cluj-Napoca", "audience": "profesori", "people": 25, "mode": "in_person",
        "contact_name": "Ana Popescu", "contact_email": "ana@example.org",
    }  # fmt: skip
    return ask_for_training(**(usual | fields))


def take(request, by, expected=0):
    return take_request(request=request, organisation=by.organisation, expected=expected, by=by)


def test_a_form_sent_twice_is_one_request():
    client_id = uuid4()
    for _ in range(2):
        ask(client_id=client_id)
    assert TrainingRequest.objects.count() == 1


def test_a_form_that_is_filled_in_again_asks_for_the_next_school():
    client_id = uuid4()
    for institution in ("Școala nr. 5", "Școala nr. 6"):
        ask(client_id=client_id, institution=institution)
    assert TrainingRequest.objects.count() == 2


def test_who_asks_is_told_that_it_arrived():
    ask()
    assert Letter.objects.get().address == "ana@example.org"


def test_who_asks_is_told_who_took_it():
    trainer = make_trainer()
    take(ask(), trainer)
    assert Letter.objects.filter(body__contains=str(trainer.organisation)).exists()


def test_of_two_organisations_the_first_has_it():
    request = ask()
    take(request, make_trainer())
    with pytest.raises(RequestMovedOn):
        take(request, make_trainer())


def test_a_request_that_was_taken_is_not_shown_to_others():
    request, other = ask(), make_trainer()
    take(request, make_trainer())
    assert not TrainingRequest.objects.for_user(other).exists()


def test_a_teacher_sees_no_request():
    ask()
    assert not TrainingRequest.objects.for_user(make_user(Role.TEACHER)).exists()


def test_nobody_takes_a_request_for_another_organisation():
    with pytest.raises(PermissionDenied):
        take_request(
            request=ask(), organisation=make_trainer().organisation, expected=0, by=make_trainer()
        )


def test_a_request_given_back_is_for_everybody_again():
    request, trainer = ask(), make_trainer()
    take(request, trainer)
    give_back_request(request=request, expected=1, by=trainer, reason="Nu avem formatori.")
    assert TrainingRequest.objects.for_user(make_trainer()).exists()


def test_only_who_took_it_gives_it_back():
    request = ask()
    take(request, make_trainer())
    with pytest.raises(PermissionDenied):
        give_back_request(request=request, expected=1, by=make_trainer(), reason="X")


def test_a_request_leads_to_its_event():
    request, trainer = ask(), make_trainer()
    take(request, trainer)
    event = make_event(trainer)
    plan_request(request=request, event=event, expected=1, by=trainer)
    request.refresh_from_db()
    assert (request.state, request.event) == (RequestState.PLANNED, event)


def test_only_the_secretariat_declines():
    with pytest.raises(PermissionDenied):
        decline_request(request=ask(), expected=0, by=make_trainer(), reason="X")


def test_who_asked_reads_why_it_was_declined():
    decline_request(
        request=ask(), expected=0, by=make_user(Role.SECRETARIAT), reason="Prea departe."
    )
    assert Letter.objects.filter(body__contains="Prea departe.").exists()


def test_what_was_decided_stays_readable():
    request, trainer = ask(), make_trainer()
    take(request, trainer)
    give_back_request(request=request, expected=1, by=trainer, reason="Nu avem formatori.")
    assert [one.state for one in request.decisions.all()] == ["taken", "new"]


@pytest.fixture
def planned(roles):
    """A request that has its event, and the trainer of both."""
    request, trainer = ask(), make_trainer()
    take(request, trainer)
    event = make_event(trainer)
    plan_request(request=request, event=event, expected=1, by=trainer)
    return request, event, trainer


def test_a_request_that_has_its_event_is_not_taken_away(planned):
    with pytest.raises(RequestMovedOn):
        take(planned[0], make_trainer(), expected=2)


def test_a_cancelled_event_sends_its_request_back_to_who_took_it(planned):
    request, event, trainer = planned
    cancel_event(event=event, expected=1, by=trainer, reason="Formatorul e bolnav.")
    request.refresh_from_db()
    assert (request.state, request.organisation) == (RequestState.TAKEN, trainer.organisation)


def test_the_secretariat_opens_a_declined_request_again(client):
    request, secretary = ask(), make_user(Role.SECRETARIAT)
    decline_request(request=request, expected=0, by=secretary, reason="Prea departe.")
    client.force_login(secretary)
    form = {"decizie": "inapoi", "vazut": "1", "reason": "S-a găsit cine."}
    client.post(f"/formare/cereri/{request.public_id}/", form)
    request.refresh_from_db()
    assert request.state == RequestState.NEW


def test_no_two_fields_of_a_request_have_one_id(client):
    request, secretary = ask(), make_user(Role.SECRETARIAT)
    take(request, make_trainer())
    client.force_login(secretary)
    page = client.get(f"/formare/cereri/{request.public_id}/").content.decode()
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_the_letter_to_an_address_nobody_proved_repeats_no_free_text():
    ask(institution="CUMPĂRAȚI ACUM", locality="www.example.com", wanted="azi", message="ieftin")
    body = Letter.objects.get().body
    assert not [said for said in ("CUMPĂRAȚI", "www.", "azi", "ieftin") if said in body]


def test_every_state_that_the_queue_offers_can_be_reached():
    reached = {RequestState.NEW, *(state for ways in _WAYS.values() for state in ways)}
    assert reached == set(RequestState)
