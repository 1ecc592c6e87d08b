"""A module in a class: answers and steps are kept, and kept once."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lessons.models import ModuleCompletion, StepDone
from quizzes.enums import Kind
from quizzes.models import Answer, Attempt
from tests.lessons.modules import (
    go_on,
    make_learner,
    make_question,
    make_step,
    make_way,
    send,
    sit_down,
)
from tests.quizzes.drafts import SAMPLES

pytestmark = pytest.mark.django_db
QUESTION = "/module/prieteni/intrebare/"
STORY = "/module/prieteni/poveste/"


@pytest.fixture
def way():
    return make_way()


@pytest.fixture
def learner(client):
    return sit_down(client, make_learner())


@pytest.fixture
def place(classes, learner, way):
    return classes.seat(learner, way)


def test_an_answer_is_kept(client, place):
    send(client, QUESTION, "b")
    assert Answer.objects.get().response == ["b"]


def test_an_answer_belongs_to_the_class(client, place, way):
    send(client, QUESTION, "b")
    attempt = Attempt.objects.get()
    assert (attempt.group, attempt.activity) == (place.group, way.translation_key)
    assert attempt.expires_at == place.expires_at


def test_after_an_answer_the_step_says_why(client, place):
    response = client.get(send(client, QUESTION, "a").url)
    assert "O poză trimisă nu se mai întoarce." in response.content.decode()


def test_a_script_gets_what_is_said_of_an_answer_alone(client, place):
    response = send_for_a_part(client, "a")
    assert "O poză trimisă nu se mai întoarce." in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_script_gets_what_is_wrong_with_an_answer_alone(client, place):
    response = send_for_a_part(client, "z")
    assert 'role="alert"' in response.content.decode()
    assert "<html" not in response.content.decode()


def test_a_script_is_told_that_it_was_enough(client, place):
    for _ in range(10):
        send(client, QUESTION, "a")
    assert "Ai încercat destul aici" in send_for_a_part(client, "b").content.decode()


def test_a_script_gets_a_form_with_an_id_of_its_own(client, place):
    same = str(uuid4())
    assert same not in send_for_a_part(client, "a", client_id=same).content.decode()


def test_an_answer_is_still_there_when_one_comes_back(client, place):
    send(client, QUESTION, "a")
    assert 'id="r-a" checked' in client.get(QUESTION).content.decode()


def test_a_form_sent_twice_is_one_answer(client, place):
    same = {"client_id": str(uuid4())}
    send(client, QUESTION, "b", **same), send(client, QUESTION, "b", **same)
    assert Answer.objects.count() == 1


def test_another_try_is_kept_beside_the_first(client, place):
    send(client, QUESTION, "a"), send(client, QUESTION, "b")
    assert list(Answer.objects.values_list("number", "response")) == [(1, ["a"]), (2, ["b"])]


def test_after_ten_tries_the_page_says_that_it_is_enough(client, place):
    for _ in range(10):
        send(client, QUESTION, "a")
    response = client.get(send(client, QUESTION, "b").url)
    assert "Ai încercat destul aici" in response.content.decode()
    assert Answer.objects.count() == 10


@pytest.mark.parametrize("values", [[], ["z"], ["a", "b"]])
def test_what_is_no_answer_is_said_and_not_kept(client, place, values):
    response = send(client, QUESTION, *values)
    assert 'role="alert"' in response.content.decode()
    assert not Answer.objects.exists()


def test_an_answer_without_its_id_is_asked_for_again(client, place):
    response = client.post(f"{QUESTION}raspuns/", {"r": "b", "client_id": "x"})
    assert "Alege încă o dată" in response.content.decode()


def test_going_on_marks_the_step_done(client, place, learner):
    response = go_on(client, "inceput")
    assert response.url == QUESTION
    assert StepDone.objects.get().step.slug == "inceput"


def test_going_on_keeps_what_was_chosen_and_not_sent(client, place):
    go_on(client, "intrebare", "b")
    assert Answer.objects.get().response == ["b"]


def test_going_back_keeps_what_was_chosen_and_not_sent(client, place):
    response = go_on(client, "intrebare", "b", catre="inapoi")
    assert response.url == "/module/prieteni/inceput/"
    assert Answer.objects.get().response == ["b"]


def test_going_back_does_not_finish_a_step(client, place):
    go_on(client, "intrebare", catre="inapoi")
    assert not StepDone.objects.exists()


def test_going_on_after_an_answer_keeps_it_once(client, place):
    send(client, QUESTION, "b"), go_on(client, "intrebare", "b")
    assert Answer.objects.count() == 1


def test_a_question_may_be_left_open(client, place):
    assert go_on(client, "intrebare").url == STORY
    assert not Answer.objects.exists()


def test_skipping_loses_nothing_and_keeps_nothing(client, place):
    assert go_on(client, "intrebare", "a", catre="peste").url == STORY
    assert not Answer.objects.exists()
    assert StepDone.objects.exists()


def test_at_the_end_of_a_story_the_way_is_the_answer(client, place):
    page = client.get(f"{STORY}?drum=a.c").content.decode()
    assert 'name="r" value="a.c"' in page
    go_on(client, "poveste", "a.c")
    assert Answer.objects.get().response == ["a", "c"]


def test_a_story_can_be_walked_again(client, place):
    go_on(client, "poveste", "a.c")
    assert client.get(STORY).content.decode().count('class="turn"') == 2
    assert 'class="turn"' not in client.get(f"{STORY}?drum=0").content.decode()


def walk(client):
    for slug in ("inceput", "intrebare", "poveste"):
        response = go_on(client, slug)
    return response


def test_after_the_last_step_the_module_is_done(client, place, way, learner):
    assert walk(client).url == "/module/prieteni/recapitulare/"
    done = ModuleCompletion.objects.get()
    assert (done.learner_token, done.module_key) == (learner.pk, way.translation_key)
    assert done.group == place.group


def test_a_module_done_twice_counts_once(client, place):
    walk(client), walk(client)
    assert ModuleCompletion.objects.count() == 1


def test_the_last_step_alone_is_not_the_module(client, place):
    go_on(client, "poveste")
    assert not ModuleCompletion.objects.exists()


def test_a_completion_outlives_its_learner(client, place, learner):
    walk(client)
    learner.delete()
    assert ModuleCompletion.objects.exists()
    assert not StepDone.objects.exists()


def test_the_first_page_goes_on_where_one_stopped(client, place):
    go_on(client, "inceput")
    assert f'href="{QUESTION}"' in client.get("/module/prieteni/").content.decode()


def test_the_review_shows_what_was_chosen(client, place):
    send(client, QUESTION, "a")
    page = client.get("/module/prieteni/recapitulare/").content.decode()
    assert "ai ales" in page
    assert "Ai dreptul să spui nu." in page


def test_the_review_gives_nothing_away_before_the_answer(client, place):
    page = client.get("/module/prieteni/recapitulare/").content.decode()
    assert "fără răspuns" in page
    assert "Ai dreptul să spui nu." not in page


def test_what_is_made_for_a_learner_is_kept_by_nobody(client, place):
    for path in ("/module/", "/module/prieteni/", QUESTION, "/module/prieteni/recapitulare/"):
        assert "no-store" in client.get(path).headers["Cache-Control"]


def test_getting_an_address_that_takes_answers_leads_to_the_step(client, place):
    assert client.get(f"{QUESTION}raspuns/").url == QUESTION
    assert client.get(f"{QUESTION}inainte/").url == QUESTION


def test_half_an_answer_can_be_skipped(client, place, way):
    make_step(way, "perechi", question=make_question(SAMPLES[Kind.MATCH], key="perechi"))
    refused = go_on(client, "perechi", r1="a")
    assert 'value="peste"' in refused.content.decode()
    assert go_on(client, "perechi", r1="a", catre="peste").url == "/module/prieteni/recapitulare/"


def test_a_form_from_elsewhere_is_refused(way, classes):
    stranger = Client(enforce_csrf_checks=True)
    learner = sit_down(stranger, make_learner())
    classes.seat(learner, way)
    assert stranger.post(f"{QUESTION}raspuns/", {"r": "b"}).status_code == 403


# The class is asked besides; it is not ours.
@pytest.mark.parametrize(
    ("act", "most"),
    [
        (lambda client: client.get(QUESTION), 5),
        (lambda client: send(client, QUESTION, "a"), 7),
        (lambda client: go_on(client, "intrebare", "a"), 10),
    ],
)
def test_thirty_pupils_at_once_cost_few_queries(client, place, act, most):
    send(client, QUESTION, "b"), client.get(QUESTION), go_on(client, "intrebare", "b")
    with CaptureQueriesContext(connection) as queries:
        act(client)
    asked = [q for q in queries.captured_queries if "SAVEPOINT" not in q["sql"]]
    assert len(asked) <= most


def send_for_a_part(client, *values, **fields):
    """Send an answer as the script of the page does."""
    data = {"r": values, "client_id": str(uuid4()), **fields}
    return client.post(f"{QUESTION}raspuns/", data, headers={"X-Part": "1"})
