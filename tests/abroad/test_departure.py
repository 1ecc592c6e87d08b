"""Before leaving: the list in four languages, on one sheet."""

import pytest
from bs4 import BeautifulSoup

from lms.abroad.departure.checklist import FOLDER, checklist
from lms.abroad.language_files import languages_in
from lms.helplines.starter import load

ADDRESS = "/munca-in-strainatate/inainte-de-plecare/"
FOUR_LANGUAGES = ("ro", "en", "hu", "uk")
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _lines():
    load()


def page_at(client, address) -> BeautifulSoup:
    """The page; it must have been shown."""
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_the_list_is_as_long_in_each_language(language):
    def shape(code):
        return [(section.key, len(section.items)) for section in checklist(code)]

    assert language in languages_in(FOLDER)
    assert shape(language) == shape("ro")
    words = [item for section in checklist(language) for item in section.items]
    assert all(item and "!" not in item for item in words)


@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_everything_of_the_list_is_on_the_page(client, language):
    prefix = "" if language == "ro" else f"/{language}"
    page = page_at(client, prefix + ADDRESS)
    shown = [item.text for item in page.select(".checklist li")]
    assert shown == [item for section in checklist(language) for item in section.items]
    assert page.select(".notice[lang]") == []


def test_the_sheet_carries_its_address_as_a_code(client):
    page = page_at(client, ADDRESS)
    foot = page.select_one(".print-foot")
    assert foot.svg
    assert ADDRESS in foot.text


def test_a_chosen_country_is_named_and_an_unknown_one_is_none(client):
    assert "Germania" in page_at(client, f"{ADDRESS}?tara=de").select_one("h1").text
    assert page_at(client, f"{ADDRESS}?tara=xx").select_one("h1").text == "Înainte de plecare"
