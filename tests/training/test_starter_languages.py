"""Each shipped programme is written in Romanian and in English, and is one programme."""

import tomllib
from uuid import uuid4

import pytest
from wagtail.models import Locale

from lms.core import facts
from lms.pages.starter import homes
from lms.people.models import Letter
from lms.training.models import ProgrammePage
from lms.training.selectors.programmes import programme_list, programme_titles, programmes_to_hold
from lms.training.services import ask_for_training
from lms.training.starter import load, programmes
from tests.factories import CountyFactory

FILES = {path.name: tomllib.loads(path.read_text()) for path in programmes.FOLDER.glob("*.toml")}
NAMES = sorted({name.split(".")[0] for name in FILES})
SAME = ("key", "kind", "audiences", "duration", "certificate_share")
LISTS = ("outcomes", "takeaways", "trainer_needs", "agenda", "body")

each = pytest.mark.parametrize("name", NAMES)


def pair(name):
    return FILES[f"{name}.ro.toml"], FILES[f"{name}.en.toml"]


def address(data):
    return f"{'/en' if data['locale'] == 'en' else ''}/formare/{data['slug']}/"


@pytest.fixture
def loaded(db):
    Locale.objects.get_or_create(language_code="en")
    homes.load()
    return load()


@each
def test_what_is_not_words_is_the_same(name):
    romanian, english = pair(name)
    assert {field: romanian[field] for field in SAME} == {field: english[field] for field in SAME}


@each
def test_the_parts_take_the_same_minutes(name):
    romanian, english = ([item["minutes"] for item in data["agenda"]] for data in pair(name))
    assert romanian == english


@each
def test_no_item_is_left_out(name):
    romanian, english = pair(name)
    assert [len(romanian[field]) for field in LISTS] == [len(english[field]) for field in LISTS]


@each
def test_the_story_has_the_same_blocks(name):
    romanian, english = ([block["type"] for block in data["body"]] for data in pair(name))
    assert romanian == english


@each
@pytest.mark.parametrize("where", ["guide", "agenda", "body"])
def test_the_same_figures_are_named(name, where):
    romanian, english = (facts.TOKEN.findall(str(data[where])) for data in pair(name))
    assert romanian == english


def test_both_are_one_programme(loaded):
    keys = dict(ProgrammePage.objects.values_list("slug", "translation_key"))
    pairs = [[keys[data["slug"]] for data in pair(name)] for name in NAMES]
    assert all(romanian == english for romanian, english in pairs)


def test_each_leads_to_the_other(loaded, client):
    for name in NAMES:
        romanian, english = (address(data) for data in pair(name))
        assert f'href="{english}" hreflang="en"' in client.get(romanian).content.decode()
        assert f'href="{romanian}" hreflang="ro"' in client.get(english).content.decode()


def test_each_list_shows_those_of_its_language(loaded, client):
    for prefix, language in (("/formare/", "ro"), ("/en/formare/", "en")):
        page = client.get(prefix).content.decode()
        shown = {data["locale"] for data in FILES.values() if address(data) in page}
        assert shown == {language}
        titles = {data["title"] for data in FILES.values() if data["locale"] == language}
        assert {card.page.title for card in programme_list(language).cards} == titles


def test_events_are_of_the_romanian_ones(loaded):
    languages = set(programmes_to_hold().values_list("locale__language_code", flat=True))
    assert languages == {"ro"}


def test_a_programme_is_named_in_the_language_of_whoever_reads(loaded):
    for language in ("ro", "en"):
        titles = {data["title"] for data in FILES.values() if data["locale"] == language}
        assert set(programme_titles(language).values()) == titles


def test_one_that_is_asked_for_in_english_is_the_romanian_one(loaded, client):
    for name in NAMES:
        romanian, english = pair(name)
        page = client.get(f"/en/formare/cerere/?program={english['slug']}").content.decode()
        chosen = ProgrammePage.objects.get(slug=romanian["slug"])
        assert f'<option value="{chosen.pk}" selected>{english["title"]}</option>' in page


@pytest.mark.parametrize("language", ["ro", "en"])
def test_the_letter_names_the_programme_in_the_language_of_who_asked(loaded, language):
    asked = ProgrammePage.objects.get(slug="intelegerea-traumei")
    ask_for_training(
        client_id=uuid4(), programme=asked, language=language, institution="Școala nr. 5",
        county=CountyFactory(), locality="Cluj-Napoca", audience="profesori", people=25,
        mode="in_person", contact_name="Ana Popescu", contact_email="ana@example.org",
    )  # fmt: skip
    titles = [data["title"] for data in pair("trauma") if data["locale"] == language]
    assert f"- {titles[0]}\n" in Letter.objects.get().body
