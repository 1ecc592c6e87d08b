"""The method is written from the registry: document, public page and API say the same."""

import pytest
from bs4 import BeautifulSoup

from lms.reach.indicators import INDICATORS
from lms.reach.method_document import DOCUMENT, rewritten


def test_the_document_says_what_the_registry_says():
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == rewritten(text), "run manage.py write_reach_method"


def test_a_document_without_the_place_is_refused():
    with pytest.raises(ValueError, match="no place"):
        rewritten("# How reach is counted\n")


@pytest.mark.django_db
def test_the_public_page_has_every_indicator_with_unit_and_rule_in_order(client):
    soup = BeautifulSoup(client.get("/impact/metoda/").content, "html.parser")
    shown = [
        tuple(cell.get_text() for cell in row.select("th, td")) for row in soup.select("tbody tr")
    ]
    assert shown == [
        (one.heading, str(one.unit.label), str(one.level.label), str(one.rule))
        for one in INDICATORS.values()
    ]


@pytest.mark.django_db
def test_the_page_of_the_method_can_be_linked_to_by_indicator(client):
    soup = BeautifulSoup(client.get("/impact/metoda/").content, "html.parser")
    assert [row["id"] for row in soup.select("tbody tr")] == list(INDICATORS)
