"""The first issue and the first news load once and say what is true."""

import pytest

from lms.pages.models import MagazineArticlePage, NewsPage
from lms.pages.starter import homes, magazine, news
from tests.architecture.repository import text

pytestmark = pytest.mark.django_db


@pytest.fixture
def loaded():
    homes.load()
    return magazine.load() + news.load()


def test_they_load_in_two_languages_and_once(loaded):
    assert loaded == 14
    assert magazine.load() + news.load() == 0
    for model, number in ((MagazineArticlePage, 1), (NewsPage, 3)):
        pages = model.objects.live()
        assert pages.count() == 2 * number
        assert pages.values("translation_key").distinct().count() == number


def test_r25_no_survivor_was_invented_to_fill_the_first_issue(loaded, client):
    assert not MagazineArticlePage.objects.filter(tells_a_story=True).exists()
    html = client.get("/revista/numarul-1/").content.decode()
    assert "nu este încă nicio poveste" in html
    assert "Cum publicăm o poveste" in html


@pytest.mark.parametrize("language", ["ro", "en"])
def test_links_of_the_starter_news_lead_to_pages_of_ours(loaded, client, language):
    prefix = "" if language == "ro" else "/en"
    address = "numarul-1/cum-publicam" if language == "ro" else "issue-1/how-we-publish"
    assert f'href="{prefix}/revista/{address}/"' in text("lms/pages/starter/news.toml")
    assert client.get(f"{prefix}/revista/{address}/").status_code == 200


def test_both_stand_in_the_footer(loaded, client):
    html = client.get("/noutati/").content.decode()
    footer = html[html.index("site-footer") :]
    assert 'href="/noutati/">Noutăți</a>' in footer
    assert 'href="/revista/">Revista</a>' in footer
