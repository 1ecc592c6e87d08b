"""The standing pages as readers get them."""

import pytest

from lms.pages.starter import homes, standing
from tests.core.untranslated import texts_lacking

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
        ("/hu/confidentialitate-copii/", "<li>Nincs fiókod és nincs jelszavad.</li>"),
        ("/uk/elevi/", "<li><strong>Надто таємно.</strong>"),
    ],
)
def test_a_standing_page_is_shown_as_text_and_not_as_markup(client, pages, address, words):
    page = client.get(address).content.decode()
    assert words in page
    assert "&lt;" not in page


@pytest.mark.parametrize("language", ["hu", "uk"])
@pytest.mark.parametrize("slug", ["elevi", "confidentialitate-copii"])
def test_what_keeps_children_safe_has_no_romanian_text_around_it(client, pages, language, slug):
    with texts_lacking(language) as lacking:
        client.get(f"/{language}/{slug}/")
    assert lacking == set()
