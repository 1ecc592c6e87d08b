"""The advert as it is sent: nothing in it can be sent back, and it is light."""

import re
from pathlib import Path

import brotli
import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders

from tests.campaigns.builders import make_campaign, make_run

pytestmark = pytest.mark.django_db

MOST_BYTES, MOST_REQUESTS = 30_000, 4
LINKED = re.compile(r'(?:link rel="stylesheet" href|script src)="/static/([^"]+)"')


@pytest.fixture
def soup(client):
    return BeautifulSoup(client.get(make_campaign().url).content, "html.parser")


def test_what_is_marked_belongs_to_no_form_and_has_no_name(soup):
    boxes = soup.select(".advert input")
    assert len(boxes) == 3
    assert not soup.select("form .advert, .looking form")
    assert all(not box.get("name") and box["autocomplete"] == "off" for box in boxes)


def test_every_sign_says_why_and_what_to_do(soup):
    signs = [" ".join(item.get_text(" ").split()) for item in soup.select(".signs li")]
    assert len(signs) == 2
    assert "Actul este al tău." in signs[1]
    assert "Ce poți face: Nu îl lași." in signs[1]


def test_it_leads_to_the_check_of_an_offer_and_to_help(soup):
    links = {link["href"] for link in soup.select("main a")}
    assert {"/munca-in-strainatate/verifica-oferta/", "/ajutor/"} <= links


def test_without_an_advert_there_is_no_script_for_it(client):
    html = client.get(make_campaign(lines=()).url).content.decode()
    assert "data-advert" not in html
    assert "advert.js" not in html


def test_the_page_sets_no_cookie(client):
    page = make_campaign()
    for address in (page.url, f"{page.url}promisiune/"):
        assert not client.get(address).cookies


def test_its_first_view_is_light(client):
    page = make_campaign()
    make_run(page, 40)
    html = client.get(page.url).content
    linked = LINKED.findall(html.decode())
    files = [Path(finders.find(name)).read_bytes() for name in linked if "fonts" not in name]
    assert len(files) + 1 <= MOST_REQUESTS + 1
    assert sum(len(brotli.compress(part, quality=7)) for part in (html, *files)) <= MOST_BYTES


def test_its_drawing_is_small():
    assert Path(finders.find("img/look-closely.svg")).stat().st_size <= 4_000
