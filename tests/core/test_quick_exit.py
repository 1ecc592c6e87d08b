"""Leaving at once: a plain address that works without scripts and ends a pupil's class."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.fixture
def answer(client):
    client.cookies["clasa"] = "x"
    return client.get("/iesire/")


def test_it_leads_to_the_neutral_site(answer, settings):
    assert (answer.status_code, answer.headers["Location"]) == (303, settings.EXIT_URL)


def test_it_ends_the_class_and_nothing_else(answer):
    assert set(answer.cookies) == {"clasa"}
    assert answer.cookies["clasa"]["max-age"] == 0


def test_no_browser_remembers_it(answer):
    assert "no-store" in answer.headers["Cache-Control"]
