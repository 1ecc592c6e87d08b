"""Search over everything that is published, in the reader's language."""

import pytest
from wagtail.models import Locale, PageViewRestriction

from lms.pages.models import StandardPage
from lms.pages.selectors import search_pages
from tests.factories import make_home, make_plan

pytestmark = pytest.mark.django_db


def make_page(title, **fields):
    return make_home().add_child(instance=StandardPage(title=title, **fields))


def titles(words, language="ro"):
    return {page.title for page in search_pages(words, language)}


@pytest.mark.parametrize("words", ["copil", "COPIILOR", "copiii", '"copil"'])
def test_a_word_is_found_in_any_form(words):
    make_page("Drepturile copiilor")
    make_page("Contracte")
    assert titles(words) == {"Drepturile copiilor"}


def test_every_word_must_be_there():
    make_page("Drepturile copiilor")
    assert titles("drepturi contract") == set()


def test_lessons_and_standing_pages_are_found_alike():
    make_page("Despre recrutori")
    make_plan(title="Recrutorul din oraș")
    assert titles("recrutor") == {"Despre recrutori", "Recrutorul din oraș"}


@pytest.mark.parametrize("words", ["", "  ", '"'])
def test_nothing_is_found_for_nothing(words):
    make_page("Drepturile copiilor")
    assert titles(words) == set()


def test_only_the_readers_language_is_searched():
    make_page("Drepturile copiilor")
    Locale.objects.get_or_create(language_code="en")
    assert titles("copil", "en") == set()


def test_a_page_that_is_not_published_is_not_found():
    make_page("Drepturile copiilor", live=False)
    assert titles("copil") == set()


def test_a_page_below_one_that_is_not_published_is_not_found():
    above = make_page("Despre noi")
    above.add_child(instance=StandardPage(title="Drepturile copiilor"))
    above.live = False
    above.save(update_fields=["live"])
    assert titles("drepturi") == set()


def test_a_page_that_is_not_for_everybody_is_not_found():
    page = make_page("Drepturile copiilor")
    login = PageViewRestriction.LOGIN
    PageViewRestriction.objects.create(page=page, restriction_type=login)
    assert titles("copil") == set()


def test_the_page_of_results_leads_to_what_was_found(client):
    page = make_page("Drepturile copiilor", slug="drepturi")
    shown = client.get("/cautare/", {"q": "copil"}).content.decode()
    assert f'href="{page.url}"' in shown


def test_the_page_of_results_says_when_there_is_nothing(client):
    make_home()
    assert "Nu am găsit nimic" in client.get("/cautare/?q=zzz").content.decode()
