"""Age bands are gates: with a class cookie nothing for older pupils opens, by no address."""

import pytest
from django.urls import reverse

from tests.factories import make_plan
from tests.lessons.kits import make_kit
from tests.lessons.modules import (
    make_learner,
    make_module,
    make_question,
    make_step,
    make_way,
    sit_down,
)

pytestmark = pytest.mark.django_db
MODULE_PAGES = [
    "",
    "acum/",
    "inceput/",
    "intrebare/?r=b",
    "poveste/?drum=a",
    "recapitulare/",
    "plan/",
    "partajare/",
    "partajare/card/",
    "intrebari.gift",
    "intrebari.h5p",
    "inceput/sunet",
    "intrebare/raspuns/",
    "intrebare/inainte/",
]


def status(client, path):
    return client.get(path).status_code


@pytest.mark.parametrize("page", MODULE_PAGES)
def test_r13_nothing_of_a_module_for_older_pupils_opens(client, page):
    make_way(age_band="15-18")
    sit_down(client, make_learner("6-10"))
    assert status(client, f"/module/prieteni/{page}") == 403


@pytest.mark.parametrize("what", ["raspuns", "inainte"])
def test_nothing_is_taken_for_a_module_for_older_pupils(client, what):
    make_way(age_band="15-18")
    sit_down(client, make_learner("11-14"))
    assert client.post(f"/module/prieteni/intrebare/{what}/", {"r": "b"}).status_code == 403


@pytest.mark.parametrize("band", ["11-14", "15-18"])
def test_the_own_age_and_a_younger_one_open(client, band):
    make_way(age_band="11-14")
    sit_down(client, make_learner(band))
    assert status(client, "/module/prieteni/inceput/") == 200


def test_without_a_class_every_age_opens(client):
    make_way(age_band="15-18")
    assert status(client, "/module/prieteni/inceput/") == 200


def test_a_cookie_that_somebody_made_up_is_nobody(client):
    make_way(age_band="15-18")
    client.cookies["clasa"] = "x"
    assert status(client, "/module/prieteni/inceput/") == 200


def test_the_list_offers_a_learner_no_older_age(client):
    make_step(make_module(slug="mici", age_band="6-10"), "unu")
    make_step(make_module(slug="mari", age_band="15-18"), "unu")
    sit_down(client, make_learner("6-10"))
    page = client.get("/module/?varsta=15-18").content.decode()
    assert 'href="?varsta=15-18' not in page
    assert "/module/mari/" not in page
    assert "/module/mici/" in page


def test_whoever_is_stopped_is_shown_the_way_to_the_own_age(client):
    make_way(age_band="15-18")
    sit_down(client, make_learner("6-10"))
    page = client.get("/module/prieteni/").content.decode()
    assert "Nu ai greșit cu nimic" in page
    assert "?varsta=6-10" in page


def lesson_addresses():
    kit = make_kit()
    plan, edition = kit.edition.plan, kit.edition
    type(plan).objects.filter(pk=plan.pk).update(age_band="15-18")
    words = [plan.slug, edition.school_year]
    return {
        "plan": reverse("lessons:plan", args=words[:1]),
        "edition": reverse("lessons:edition", args=words),
        "kit": reverse("lessons:kit_file", args=[*words, kit.version, "set.zip"]),
        "part": reverse("lessons:kit_file", args=[*words, kit.version, "plan.pdf"]),
        "questions": reverse("lessons:download_questions", args=words[:1]),
    }


@pytest.mark.parametrize("what", ["plan", "edition", "kit", "part", "questions"])
def test_r13_nothing_of_a_plan_for_older_pupils_opens(client, what):
    address = lesson_addresses()[what]
    assert status(client, address) == 200
    sit_down(client, make_learner("11-14"))
    assert status(client, address) == 403


def test_a_plan_for_the_own_age_opens(client):
    make_plan(slug="plan", age_band="11-14")
    sit_down(client, make_learner("11-14"))
    assert status(client, "/lectii/plan/") == 200


def test_a_page_that_was_kept_for_readers_stays_shut_for_a_learner(client, settings, tmp_path):
    settings.PAGE_CACHE = True
    settings.GENERATION_FOLDER = tmp_path
    make_way(age_band="15-18")
    assert status(client, "/module/prieteni/inceput/") == 200
    sit_down(client, make_learner("6-10"))
    assert status(client, "/module/prieteni/inceput/") == 403


def test_what_was_made_for_a_learner_is_not_given_to_readers(client, settings, tmp_path, classes):
    settings.PAGE_CACHE = True
    settings.GENERATION_FOLDER = tmp_path
    way = make_way()
    classes.seat(sit_down(client, make_learner()), way)
    assert "csrfmiddlewaretoken" in client.get("/module/prieteni/inceput/").content.decode()
    client.cookies.clear()
    assert "csrfmiddlewaretoken" not in client.get("/module/prieteni/inceput/").content.decode()


@pytest.mark.parametrize("query", ["r=a", "r=b&v=1", "drum=a.c"])
def test_answers_in_the_address_are_not_kept_in_memory(client, settings, tmp_path, query):
    """There is no end of them: whoever made them up would push the other pages out."""
    settings.PAGE_CACHE = True
    settings.GENERATION_FOLDER = tmp_path
    make_step(make_module(), "intrebare", question=make_question())
    response = client.get(f"/module/prieteni/intrebare/?{query}")
    assert "ETag" not in response.headers
    assert "ETag" in client.get("/module/prieteni/intrebare/").headers
