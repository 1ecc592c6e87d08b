"""The teacher's rules: which steps, whose pace, pause and end; other modules, other languages."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone
from wagtail.models import Locale

from lessons.models import ModuleCompletion, StepDone
from quizzes.models import Answer
from tests.lessons.modules import (
    go_on,
    make_learner,
    make_module,
    make_question,
    make_step,
    make_way,
    send,
    sit_down,
    step_id,
)

pytestmark = pytest.mark.django_db
QUESTION = "/module/prieteni/intrebare/"
STORY = "/module/prieteni/poveste/"


@pytest.fixture
def way():
    return make_way()


@pytest.fixture
def learner(client):
    return sit_down(client, make_learner())


def test_chosen_steps_are_the_whole_way(client, classes, learner, way):
    classes.seat(learner, way, steps=(step_id("inceput"), step_id("poveste")))
    assert go_on(client, "inceput").url == STORY
    assert "Pasul 2 din 2" in client.get(STORY).content.decode()
    assert client.get(QUESTION).status_code == 404


def test_a_chosen_way_is_done_with_its_own_last_step(client, classes, learner, way):
    classes.seat(learner, way, steps=(step_id("inceput"),))
    go_on(client, "inceput")
    assert ModuleCompletion.objects.exists()


def test_the_teachers_pace_leads_back_to_where_the_class_is(client, classes, learner, way):
    classes.seat(learner, way, current=step_id("intrebare"))
    assert client.get(STORY).url == QUESTION


def test_no_question_ahead_of_the_class_is_shown_for_what_is_sent_to_it(
    client, classes, learner, way
):
    classes.seat(learner, way, current=step_id("inceput"))
    response = client.post(f"{QUESTION}raspuns/", {"client_id": str(uuid4())})
    assert response.url == "/module/prieteni/inceput/"


def test_steps_ahead_of_the_class_are_not_done(client, classes, learner, way):
    classes.seat(learner, way, current=step_id("inceput"))
    for slug in ("inceput", "intrebare", "poveste"):
        client.post(f"/module/prieteni/{slug}/inainte/", {"catre": "peste"})
    assert [done.step.slug for done in StepDone.objects.all()] == ["inceput"]


def test_before_the_class_goes_on_one_waits(client, classes, learner, way):
    classes.seat(learner, way, current=step_id("intrebare"))
    response = go_on(client, "intrebare", "b")
    assert response.url == QUESTION
    assert "Vezi dacă s-a deschis" in client.get(QUESTION).content.decode()


def test_the_wait_leads_to_where_the_class_is(client, classes, learner, way):
    classes.seat(learner, way, current=step_id("poveste"))
    assert client.get("/module/prieteni/acum/").url == STORY


def test_what_the_class_has_passed_can_be_read_again(client, classes, learner, way):
    classes.seat(learner, way, current=step_id("poveste"))
    assert client.get(QUESTION).status_code == 200


def test_a_pause_is_said_and_shows_no_question(client, classes, learner, way):
    classes.seat(learner, way, paused=True)
    page = client.get(QUESTION).content.decode()
    assert "Pauză" in page
    assert "Cineva cere o poză" not in page


def test_an_answer_under_way_when_the_pause_began_is_kept(client, classes, learner, way):
    classes.seat(learner, way, paused=True)
    send(client, QUESTION, "b")
    assert Answer.objects.exists()


def test_after_the_class_an_answer_is_shown_and_not_kept(client, classes, learner, way):
    classes.seat(learner, way, open=False)
    page = client.get(send(client, QUESTION, "b").url).content.decode()
    assert "Ora s-a încheiat" in page
    assert "Ai dreptul să spui nu." in page
    assert not Answer.objects.exists()


def test_after_the_class_an_answer_sent_with_next_is_shown_and_not_kept(
    client, classes, learner, way
):
    classes.seat(learner, way, open=False)
    assert go_on(client, "intrebare", "b").url == f"{QUESTION}?r=b#raspuns"


def test_an_attempt_that_has_run_out_takes_no_answer(client, classes, learner, way):
    classes.seat(learner, way, expires_at=timezone.now() - timedelta(seconds=1))
    assert send(client, QUESTION, "b").url == f"{QUESTION}?r=b#raspuns"
    assert not Answer.objects.exists()


def test_another_module_is_read_alone(client, classes, learner, way):
    classes.seat(learner, way)
    other = make_module(title="Altul", slug="altul")
    make_step(other, "intrebare-doi", question=make_question())
    client.post("/module/altul/intrebare-doi/raspuns/", {"r": "b", "client_id": str(uuid4())})
    assert not Answer.objects.exists()


def test_in_another_language_the_steps_are_the_same(client, classes, learner, way):
    classes.seat(learner, way, steps=(step_id("inceput"),))
    english = Locale.objects.get_or_create(language_code="en")[0]
    for page in (way, *way.get_children().specific()):
        page.copy_for_translation(english, copy_parents=True).save_revision().publish()
    slug = way.get_translation(english).slug
    client.post(f"/en/module/{slug}/inceput/inainte/", {"catre": "inainte"})
    assert ModuleCompletion.objects.get().module_key == way.translation_key
