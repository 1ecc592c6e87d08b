"""A module as a scenario to play: by keyboard, heard and read, up to a pledge without account."""

import pytest
from bs4 import BeautifulSoup
from django.core.files.base import ContentFile

from lessons.models import StepPage
from media.models import ContentDocument
from tests.lessons.modules import make_way
from tests.media.makers import mp3

pytestmark = pytest.mark.django_db
START = "/module/prieteni/"
# What a keyboard reaches by itself; anything else that reacts would need tabindex.
NATIVE = {"a", "button", "input", "select", "textarea", "summary", "audio"}


def seen(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    assert "sessionid" not in answer.cookies
    return BeautifulSoup(answer.content, "html.parser").main


def test_r38_a_scenario_is_played_with_native_controls_heard_and_ends_in_a_pledge(client):
    make_way()
    sound = ContentDocument.objects.create(title="x", file=ContentFile(mp3(), "x.mp3"))
    StepPage.objects.filter(slug="poveste").update(sound=sound, spoken="Vlad îți scrie.")
    story = seen(client, f"{START}poveste/")
    assert "Vlad îți scrie." in story.select_one(".sound + details").get_text()
    assert story.select_one("audio[controls]")
    choices = story.select("a.answer--link")
    assert choices
    assert {node.name for node in story.select("[onclick], [tabindex], [role=button]")} <= NATIVE
    assert seen(client, f"{START}poveste/{choices[0]['href']}")
    pledge = seen(client, f"{START}plan/")
    assert pledge.select_one("button[data-print]")
    assert not pledge.select("form")
    assert all(not field.get("name") for field in pledge.select("textarea"))
