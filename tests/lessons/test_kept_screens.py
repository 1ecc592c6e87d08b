"""Pupils who stand at the same place are shown one page that is kept, each with an own form."""

import re
from uuid import uuid4

import pytest
from django.test import Client

from lessons.models import StepPage
from quizzes.models import Answer
from tests.lessons.modules import go_on, make_learner, make_way, send, sit_down

pytestmark = pytest.mark.django_db
QUESTION = "/module/prieteni/intrebare/"
ID = re.compile(r'name="client_id" value="([^"]+)"')
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@pytest.fixture
def way():
    return make_way()


@pytest.fixture
def pupils(classes, way):
    """Two phones in the same class, whose server checks their tokens."""
    clients = [Client(enforce_csrf_checks=True) for _ in range(2)]
    for client in clients:
        classes.seat(sit_down(client, make_learner()), way)
    return clients


def page(client, path=QUESTION, **said):
    return client.get(path, **said).content.decode()


def test_every_form_has_an_id_of_its_own(pupils):
    ids = [ID.search(page(pupil)).group(1) for pupil in (*pupils, *pupils)]
    assert len(set(ids)) == 4


def test_every_form_has_a_token_of_its_own(pupils):
    tokens = {TOKEN.search(page(pupil)).group(1) for pupil in pupils}
    assert len(tokens) == 2


def test_the_form_of_a_kept_page_is_taken(pupils):
    page(pupils[0])
    shown = page(pupils[1])
    fields = {"client_id": ID.search(shown).group(1), "r": "b"}
    token = TOKEN.search(shown).group(1)
    pupils[1].post(f"{QUESTION}raspuns/", {**fields, "csrfmiddlewaretoken": token})
    assert str(Answer.objects.get().client_id) == fields["client_id"]


def test_what_one_pupil_chose_is_not_shown_to_another(client, classes, way):
    classes.seat(sit_down(client, make_learner()), way)
    other = Client()
    classes.seat(sit_down(other, make_learner()), way)
    page(other)
    send(client, QUESTION, "a")
    assert 'id="r-a" checked' in page(client)
    assert "checked" not in page(other).partition("<fieldset")[2].partition("</fieldset>")[0]


def test_what_is_said_to_one_pupil_is_not_shown_to_another(client, classes, way):
    classes.seat(sit_down(client, make_learner()), way)
    other = Client()
    classes.seat(sit_down(other, make_learner()), way)
    for one in (client, other):
        send(one, QUESTION, "a")
    for _ in range(10):
        send(client, QUESTION, "a")
    assert "Ai încercat destul aici" in page(client)
    assert "Ai încercat destul aici" not in page(other)


def test_a_page_that_says_something_to_one_pupil_says_it_once(client, classes, way):
    classes.seat(sit_down(client, make_learner()), way)
    for _ in range(11):
        send(client, QUESTION, "a")
    page(client)
    assert "Ai încercat destul aici" not in page(client)


def test_a_paused_class_is_shown_as_paused_at_once(client, classes, way):
    learner = sit_down(client, make_learner())
    classes.seat(learner, way)
    page(client)
    classes.seat(learner, way, paused=True)
    assert "Profesorul a oprit puțin modulul." in page(client)


def test_a_browser_that_saves_data_gets_no_fonts(client, classes, way):
    classes.seat(sit_down(client, make_learner()), way)
    assert "fonts.css" in page(client)
    assert "fonts.css" not in page(client, headers={"Save-Data": "on"})


@pytest.mark.django_db(transaction=True)
def test_a_changed_step_is_shown_changed(client, classes):
    classes.seat(sit_down(client, make_learner()), make_way())
    page(client, "/module/prieteni/inceput/")
    step = StepPage.objects.get(slug="inceput")
    step.body = [("paragraph", "<p>Altceva.</p>")]
    step.save_revision().publish()
    assert "Altceva." in page(client, "/module/prieteni/inceput/")


def test_a_step_is_noted_once_however_often_it_is_left(client, classes, way):
    learner = sit_down(client, make_learner())
    classes.seat(learner, way)
    go_on(client, "inceput"), go_on(client, "inceput", client_id=str(uuid4()))
    assert learner.steps_done.count() == 1
