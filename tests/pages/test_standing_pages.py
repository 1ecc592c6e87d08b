"""The standing pages as readers get them."""

import pytest

from lms.pages.starter import homes, standing

pytestmark = pytest.mark.django_db


@pytest.fixture
def pages(db):
    homes.load()
    standing.load()


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/confidentialitate/", "<li>Nu folosim programe de analiză a vizitelor"),
        ("/confidentialitate-copii/", "<li>Nu ai cont și nu ai parolă.</li>"),
        ("/en/privacy/", "<li>We use no visitor analytics"),
    ],
)
def test_a_standing_page_is_shown_as_text_and_not_as_markup(client, pages, address, words):
    page = client.get(address).content.decode()
    assert words in page
    assert "&lt;" not in page
