"""Activities in a module: in a class what they say is kept, alone nothing is."""

import json
import uuid
from datetime import timedelta

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from django.utils.translation import override

from lessons.models import StepPage
from lessons.places import place_of
from lessons.views import module_activities
from lessons.views.journeys import Journey
from quizzes.models import ActivityLaunch, ActivityResult, Attempt
from quizzes.views import launches
from tests.lessons.modules import make_learner, make_way, sit_down
from tests.media.h5p_content.statements import sent
from tests.quizzes.activities.builders import TRUE_FALSE, make_revision

pytestmark = pytest.mark.django_db
STEP = "/module/prieteni/inceput/"
BASE = f"{STEP}activitate/"
RIGHT = sent("answered", kind="true-false", response="false", score=(1, 1))


@pytest.fixture
def way():
    return make_way()


@pytest.fixture
def revision(way):
    """An activity that stands in the first step."""
    made = make_revision(TRUE_FALSE)
    step = StepPage.objects.get(slug="inceput")
    step.body = [("paragraph", "<p>Citește.</p>"), ("activity", {"activity": made.activity})]
    step.save()
    return made


@pytest.fixture
def learner(client):
    return sit_down(client, make_learner())


@pytest.fixture
def place(classes, learner, way, revision):
    return classes.seat(learner, way)


def seat(client):
    page = client.get(STEP).content.decode()
    return page.split('data-seat="')[1].split('"')[0]


def post(client, path, **body):
    body = {"loc": seat(client), **body} if "loc" not in body else body
    return client.post(f"{BASE}{path}", json.dumps(body), content_type="application/json")


def launch(client, revision, **body):
    return post(client, f"{revision.activity.key}/", **body)


def tell(client, token, *statements, **body):
    told = [{"id": uuid.uuid4().hex, "statement": one} for one in statements]
    return post(client, "spus/", launch=token, statements=told, **body)


@pytest.fixture
def token(client, place, revision):
    return launch(client, revision).json()["launch"]


def test_a_launch_leads_to_a_player_of_its_own(client, place, revision):
    said = launch(client, revision).json()
    assert said["player"].startswith("/h5p/incercare/")
    made = ActivityLaunch.objects.get()
    assert (made.revision, made.attempt.group) == (revision, place.group)


def test_what_is_said_is_kept(client, token):
    assert tell(client, token, RIGHT).json() == {"taken": 1, "known": 0, "refused": [], "left": 0}
    assert ActivityResult.objects.get().raw == 1


def test_a_state_is_given_back_to_the_player(client, token, revision, monkeypatch):
    assert post(client, "stare/", launch=token, state='{"answer":true}').status_code == 204
    assert state_shown(client, launch(client, revision), monkeypatch) == '{"answer":true}'


def test_opened_anew_there_is_no_state(client, token, revision, monkeypatch):
    post(client, "stare/", launch=token, state='{"answer":true}')
    assert state_shown(client, launch(client, revision, anew=True), monkeypatch) is None
    assert tell(client, token, RIGHT).status_code == 409


def state_shown(client, answer, monkeypatch):
    """What the player is given at the address of this launch, asked for without cookies."""
    given = []
    monkeypatch.setattr(
        launches,
        "player_page",
        lambda request, revision, state: given.append(state) or HttpResponse("ok"),
    )
    response = Client().get(answer.json()["player"])
    assert "no-store" in response["Cache-Control"]
    return given[0]


@pytest.mark.parametrize("path", ["x", "a:b:c"])
def test_an_address_that_was_not_made_plays_nothing(client, token, path):
    assert client.get(f"/h5p/incercare/{path}/").status_code == 404
    assert client.get(f"/h5p/incercare/{token}/").status_code == 404


def test_the_address_of_a_player_ends_with_its_launch(client, place, revision):
    player = launch(client, revision).json()["player"]
    with time_machine.travel(timezone.now() + timedelta(hours=4)):
        assert client.get(player).status_code == 404


def test_the_page_carries_addresses_only_in_a_class(client, place, revision):
    page = client.get(STEP).content.decode()
    assert f'data-launches="{BASE}"' in page
    assert "js/activity-results.js" in page
    alone = Client().get(STEP).content.decode()
    assert "data-launches" not in alone
    assert "activity-results" not in alone


def test_a_step_without_an_activity_carries_none(client, place):
    page = client.get("/module/prieteni/intrebare/").content.decode()
    assert "activity-results" not in page


def test_alone_nothing_is_kept(client, way, revision):
    answer = client.post(
        f"{BASE}{revision.activity.key}/", '{"loc":""}', content_type="application/json"
    )
    assert answer.status_code == 410
    assert not Attempt.objects.exists()


def test_in_a_class_that_is_over_nothing_is_kept(client, classes, learner, way, token):
    own = seat(client)
    classes.seat(learner, way, open=False)
    for answer in (tell(client, token, RIGHT, loc=own), post(client, "stare/", loc=own)):
        assert (answer.status_code, "Ora s-a încheiat" in answer.json()["error"]) == (410, True)
    assert not ActivityResult.objects.exists()


def test_whoever_had_the_device_before_tells_nothing(client, token):
    answer = tell(client, token, RIGHT, loc="000000000000")
    assert (answer.status_code, "altcineva" in answer.json()["error"]) == (403, True)
    assert not ActivityResult.objects.exists()


def test_a_launch_of_somebody_else_is_refused(client, token, classes, way):
    other = Client()
    classes.seat(sit_down(other, make_learner()), way)
    assert tell(other, token, RIGHT).status_code == 403
    assert not ActivityResult.objects.exists()


def test_an_activity_that_does_not_stand_in_the_step_is_not_opened(client, place):
    other = make_revision(TRUE_FALSE)
    assert post(client, f"{other.activity.key}/").status_code == 404
    assert not ActivityLaunch.objects.exists()


def test_an_activity_that_cannot_play_is_not_opened(client, place, revision):
    revision.activity.shown = None
    revision.activity.save()
    assert launch(client, revision).status_code == 404


def test_a_step_that_the_class_has_not_come_to_is_not_opened(client, classes, learner, way):
    made = make_revision(TRUE_FALSE)
    steps = tuple(way.get_children().values_list("pk", flat=True))
    classes.seat(learner, way, current=steps[0])
    path = "/module/prieteni/poveste/activitate/"
    own = Journey(None, learner, place_of(learner)).seat
    answer = client.post(
        f"{path}{made.activity.key}/", json.dumps({"loc": own}), content_type="application/json"
    )
    assert (answer.status_code, answer.json()["error"]) == (
        409,
        "Clasa nu a ajuns încă la acest pas. Deschide activitatea când ajungeți aici.",
    )


@pytest.mark.parametrize("path", ["spus/", "stare/", "35ee1f08-9a19-4cc2-8a63-90fb9f0a6df7/"])
def test_only_posts_are_answered(client, place, path):
    assert client.get(f"{BASE}{path}").status_code == 405


def test_a_post_from_elsewhere_is_refused(way, classes, revision):
    stranger = Client(enforce_csrf_checks=True)
    classes.seat(sit_down(stranger, make_learner()), way)
    assert launch(stranger, revision).status_code == 403
    assert not ActivityLaunch.objects.exists()


@pytest.mark.parametrize(
    "body", ["", "[]", "{", "1", "null", '{"a":' * 20_000, '{"launch": NaN', "\x00"]
)
def test_what_is_no_json_is_refused(client, place, body):
    answer = client.post(f"{BASE}spus/", body, content_type="application/json")
    assert answer.status_code in (400, 403)


@pytest.mark.parametrize("statements", [None, {}, [], [1], [{}] * 21, "x"])
def test_statements_come_as_a_short_list(client, token, statements):
    assert post(client, "spus/", launch=token, statements=statements).status_code == 400


def test_what_is_too_large_is_not_read(client, token):
    answer = post(client, "spus/", launch=token, statements=[{"statement": "x" * 600_000}])
    assert answer.status_code == 413


@pytest.mark.parametrize("state", ["", "{", "NaN", '"' + "x" * 65_536 + '"', "[" * 5000, None])
def test_a_state_that_is_none_is_refused(client, token, state):
    assert post(client, "stare/", launch=token, state=state).status_code == 400
    assert ActivityLaunch.objects.get().state == ""


def test_states_that_come_too_often_wait(client, token):
    assert post(client, "stare/", launch=token, state="{}").status_code == 204
    assert post(client, "stare/", launch=token, state="[1]").status_code == 429
    with time_machine.travel(timezone.now() + timedelta(seconds=2)):
        assert post(client, "stare/", launch=token, state="[1]").status_code == 204


@pytest.mark.parametrize("problem", module_activities.PROBLEMS)
def test_errors_are_sentences_in_the_language_of_the_reader(problem):
    _status, sentence = module_activities.PROBLEMS[problem]
    romanian = str(sentence)
    with override("en"):
        assert str(sentence) != romanian


def test_a_step_is_done_without_its_activity(client, place):
    response = client.post(f"{STEP}inainte/", {"client_id": str(uuid.uuid4())})
    assert response.url == "/module/prieteni/intrebare/"


def test_pressing_costs_few_queries(client, token, revision, django_assert_max_num_queries):
    own = seat(client)
    launch(client, revision, loc=own)
    with django_assert_max_num_queries(12):
        launch(client, revision, loc=own)
    with django_assert_max_num_queries(14):
        tell(client, token, RIGHT, loc=own)
