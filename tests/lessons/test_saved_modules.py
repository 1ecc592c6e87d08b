"""What the server gives to a device that saves a module."""

import re
from pathlib import Path
from uuid import uuid4

import pytest
from django.utils import translation
from wagtail.models import Collection

from lessons.models import StepDone
from lessons.offline_words import queue_words
from lms.core import generation
from quizzes.models import Answer
from tests.lessons.modules import make_learner, make_step, make_way, sit_down
from tests.media.test_private import make_image

pytestmark = pytest.mark.django_db

LIST = "/module/prieteni/offline.json"


def test_the_list_of_a_module_names_its_pages_and_what_they_load(client):
    make_way()
    paths = client.get(LIST).json()["paths"]
    assert {
        "/module/prieteni/",
        "/module/prieteni/inceput/",
        "/module/prieteni/intrebare/",
        "/module/prieteni/poveste/",
        "/module/prieteni/recapitulare/",
        "/module/prieteni/plan/",
        "/module/dispozitiv/",
        "/static/css/protect.css",
        "/static/img/icons.svg",
        "/static/js/quiz.js",
    } <= set(paths)


def test_the_list_names_nothing_of_another_part_of_the_site(client):
    make_way()
    paths = client.get(LIST).json()["paths"]
    own = ("/module/prieteni/", "/module/dispozitiv/", "/static/", "/fisiere/")
    assert [path for path in paths if not path.startswith(own)] == []


def test_every_path_of_the_list_answers(client):
    make_way()
    for path in client.get(LIST).json()["paths"]:
        if not path.startswith("/static/"):
            assert client.get(path).status_code == 200


def test_a_picture_that_not_everybody_may_open_is_not_on_the_list(client):
    closed = Collection.get_first_root_node().add_child(name="Închisă")
    closed.view_restrictions.create(restriction_type="login")
    picture = {"image": make_image(closed), "alt_text": "Un zmeu", "decorative": False}
    make_step(make_way(), "desen", body=[("image", picture)])
    assert [path for path in client.get(LIST).json()["paths"] if "zmeu" in path] == []


def test_the_list_carries_the_questions_by_step(client):
    make_way()
    sheets = client.get(LIST).json()["sheets"]
    assert set(sheets) == {"/module/prieteni/intrebare/", "/module/prieteni/poveste/"}


def test_the_size_is_said_in_words(client):
    make_way()
    assert re.fullmatch(r"\d+\xa0kB", client.get(LIST).json()["size"])


def test_the_version_stays_while_nothing_changes(client):
    make_way()
    assert client.get(LIST).json()["version"] == client.get(LIST).json()["version"]


def test_a_changed_module_has_another_version(client):
    module = make_way()
    before = client.get(LIST).json()["version"]
    module.summary = "Altfel."
    module.save_revision().publish()
    generation._move(generation.CONTENT)
    assert client.get(LIST).json()["version"] != before


def test_the_list_is_the_same_for_a_learner_in_a_class(client, classes):
    module = make_way()
    alone = client.get(LIST).json()
    classes.seat(sit_down(client, make_learner()), module)
    assert client.get(LIST).json() == alone


def test_a_module_for_older_pupils_is_not_listed(client):
    make_way(age_band="15-18")
    sit_down(client, make_learner())
    assert client.get(LIST).status_code == 403


def test_the_worker_is_a_script_at_the_root(client):
    response = client.get("/sw.js")
    assert response["Content-Type"] == "text/javascript; charset=utf-8"
    assert response["Cache-Control"] == "no-cache"
    assert response.content.decode().startswith('const VERSION = "')


def test_a_change_of_content_gives_another_worker(client):
    before = client.get("/sw.js").content
    generation._move(generation.CONTENT)
    assert client.get("/sw.js").content != before


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "ro",
            {
                "one": "# răspuns de trimis",
                "few": "# răspunsuri de trimis",
                "other": "# de răspunsuri de trimis",
            },
        ),
        (
            "en",
            {
                "one": "# answer to send",
                "few": "# answers to send",
                "other": "# answers to send",
            },
        ),
    ],
)
def test_what_waits_is_said_in_every_form_of_a_number(language, words):
    with translation.override(language):
        assert queue_words()["waiting"] == words


def test_the_device_page_says_what_it_takes_away_and_what_it_does_not(client):
    make_way()
    html = client.get("/module/dispozitiv/").content.decode()
    assert "Șterge modulele salvate" in html
    assert "Nu șterge istoricul browserului." in html


def test_the_privacy_page_of_children_leads_to_the_device_page():
    text = Path("lms/pages/starter/pages.toml").read_text()
    assert 'href="/module/dispozitiv/"' in text
    assert 'href="/en/module/dispozitiv/"' in text


def send(client, kind, **data):
    return client.post(f"/module/prieteni/intrebare/{kind}/", data, headers={"X-Queued": "1"})


CLIENT_ID = "6f1c3c52-7d2c-4a54-9c3f-0a4d1d6a7a10"


def test_an_answer_that_waited_is_kept_and_the_script_is_told(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    assert send(client, "raspuns", r="b", client_id=CLIENT_ID).json() == {"kept": True}


def test_an_answer_sent_twice_is_kept_once(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    send(client, "raspuns", r="b", client_id=CLIENT_ID)
    assert send(client, "raspuns", r="b", client_id=CLIENT_ID).json() == {"kept": True}
    assert Answer.objects.count() == 1


def test_an_answer_that_comes_after_the_class_is_not_kept(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module, open=False)
    assert send(client, "raspuns", r="b", client_id=CLIENT_ID).json() == {"kept": False}
    assert Answer.objects.count() == 0


def test_what_the_last_pupil_on_this_device_answered_is_not_the_next_ones(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    page = client.get("/module/prieteni/intrebare/").content.decode()
    waited = {"r": "b", "loc": re.search(r'name="loc" value="([^"]+)"', page).group(1)}
    assert send(client, "raspuns", client_id=CLIENT_ID, **waited).json() == {"kept": True}
    classes.seat(sit_down(client, make_learner()), module)
    for kind in ("raspuns", "inainte"):
        assert send(client, kind, client_id=str(uuid4()), **waited).json() == {"kept": False}
    assert (Answer.objects.count(), StepDone.objects.count()) == (1, 0)


def test_what_is_no_answer_is_not_kept(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    assert send(client, "raspuns", r="zz", client_id=CLIENT_ID).json() == {"kept": False}


def test_a_step_that_was_done_without_a_network_is_done(client, classes):
    module = make_way()
    classes.seat(sit_down(client, make_learner()), module)
    assert send(client, "inainte", catre="inainte").json() == {"kept": True}
    assert StepDone.objects.count() == 1
