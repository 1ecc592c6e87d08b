"""The block of an activity: what it is, what it costs, who made it, and its text for everybody."""

import re

import pytest
from bs4 import BeautifulSoup

from media.addresses import object_path, player_address
from media.blocks import story_text
from media.player.core import core_files
from media.showing import CORE_TRAVELS, opening_size
from media.twins import Part, parts_of, tasks_of
from tests.factories import make_home
from tests.media.activities.builders import make_activity
from tests.media.player.pages import make_page

pytestmark = pytest.mark.django_db
ROMANIAN_FONTS = re.compile(r"atkinson.*-normal\.woff2|h5p-core")


def shown(client, **changes):
    page = make_page(**changes)
    return BeautifulSoup(client.get(page.url).content, "html.parser")


def test_the_button_says_what_opening_costs(client):
    button = shown(client).select_one("[data-activity-open]")
    assert re.search(r"Deschide activitatea \(≈\s\d+\skB\)", button.text)


def test_nothing_of_a_player_is_loaded_by_the_page(client):
    page = shown(client)
    assert not page.find("iframe")
    assert "/h5p/" not in str(page.select("link, script, img"))


def test_the_text_stands_in_the_page(client):
    page = shown(client)
    assert "Îți cere să nu spui nimănui." in page.select_one("[data-activity-twin]").text
    assert "are nevoie de internet" in page.select_one("[data-activity-plain]").text


def test_the_text_of_an_editor_is_text():
    activity = make_activity()
    activity.twin = "<script>alert(1)</script>"
    activity.save()
    page = make_page(activity)
    assert "<script>alert" not in page.body.render_as_block()


def test_readers_see_who_made_it_and_what_they_may_do(client):
    authors = [{"name": "Ana Popa", "role": "Author"}]
    page = shown(client, manifest={"authors": authors, "source": "https://example.org/a"})
    credits = page.select_one(".activity__credits")
    assert "Ana Popa" in credits.text
    links = [link["href"] for link in credits.select("a")]
    assert links == ["https://creativecommons.org/licenses/by/4.0/", "https://example.org/a"]


def test_a_page_without_an_activity_loads_nothing_of_it(client):
    make_home()
    page = client.get("/").content.decode()
    assert "activity.js" not in page
    assert "activity.css" not in page


def test_an_activity_that_cannot_play_is_left_out(client):
    page = make_page()
    activity = page.body[1].value["activity"]
    activity.shown = None
    activity.save()
    assert "data-activity" not in client.get(page.url).content.decode()


def test_a_page_is_found_by_the_text_of_its_activity():
    assert "Îți cere să nu spui nimănui." in story_text(make_page().body)


def test_the_size_that_is_said_is_near_the_one_that_comes(client):
    revision = make_activity().shown
    packing = {"accept-encoding": "br"}
    addresses = [player_address(revision)]
    addresses += [object_path(revision.bundle.script, "x.js")]
    addresses += [object_path(revision.bundle.style, "x.css")]
    came = sum(len(client.get(one, headers=packing).content) for one in addresses)
    files = core_files()
    texts = sum(len(file.bodies["br"]) for file in files.values() if file.is_text)
    fonts = sum(len(f.bodies[""]) for name, f in files.items() if ROMANIAN_FONTS.match(name))
    assert abs(texts + fonts - CORE_TRAVELS) < 20_000
    assert abs(came + texts + fonts - opening_size(revision)) < 25_000


def test_a_text_has_headings_lists_and_paragraphs():
    assert parts_of("# Unu\nDoi\n- a\n- b\n\nTrei # patru") == [
        Part("heading", ("Unu",)),
        Part("text", ("Doi",)),
        Part("list", ("a", "b")),
        Part("text", ("Trei # patru",)),
    ]


def test_on_a_worksheet_options_stand_below_their_words():
    assert tasks_of("Titlu", "# Unu\nDoi\n- a\n- b\nTrei") == [
        ("Titlu\nUnu\nDoi", ("a", "b")),
        ("Trei", ()),
    ]
