"""Pages of starter content: published once, joined with their kin in the other language."""

import pytest
from wagtail.models import Locale

from lms.core.starter_pages import list_page, publish_below
from lms.pages.models import NewsIndexPage, StandardPage
from tests.factories import make_home

FIELDS = {"title": "Noutăți", "slug": "noutati"}


@pytest.fixture(autouse=True)
def home(db):
    home = make_home()
    home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])
    return home


def test_a_list_is_made_once_in_each_language():
    made = [list_page(NewsIndexPage, language, **FIELDS) for language in ("ro", "en", "ro", "en")]
    assert made[2:] == made[:2]


def test_the_lists_of_two_languages_are_one_page():
    made = [list_page(NewsIndexPage, language, **FIELDS) for language in ("ro", "en")]
    assert made[0].translation_key == made[1].translation_key


def test_a_page_is_in_the_language_of_the_one_above_it():
    above = list_page(NewsIndexPage, "en", **FIELDS)
    page = publish_below(above, StandardPage(title="About", slug="about"))
    assert page.locale.language_code == "en"


def test_a_page_is_published_with_a_revision(home):
    page = publish_below(home, StandardPage(title="Despre", slug="despre"))
    page.refresh_from_db()
    assert (page.live, page.live_revision_id) == (True, page.latest_revision_id)
