"""News: the list, the pages, the feeds."""

import xml.etree.ElementTree as ElementTree

import pytest

from tests.factories import MemberOrganisationFactory
from tests.pages.stories import consent, make_news, make_news_index, publish

pytestmark = pytest.mark.django_db
ATOM = "{http://www.w3.org/2005/Atom}"


def test_the_newest_stands_first_ten_on_a_page(client):
    for _ in range(12):
        make_news()
    html = client.get("/noutati/").content.decode()
    assert html.index("Noutatea 12") < html.index("Noutatea 3")
    assert "Noutatea 2<" not in html
    assert "Noutatea 2<" in client.get("/noutati/?pagina=2").content.decode()


@pytest.mark.parametrize("page", ["0", "-1", "x", "99"])
def test_a_page_that_is_none_shows_one_that_is(client, page):
    make_news()
    assert "Noutatea 1" in client.get("/noutati/", {"pagina": page}).content.decode()


def test_a_piece_of_news_says_whose_it_is_when_and_from_where(client):
    make_news(organisation=MemberOrganisationFactory(name="Asociația X"))
    html = client.get("/noutati/noutatea-1/").content.decode()
    for words in ("Asociația X", "01.11.2026", "Sursa: ProTECT"):
        assert words in html


def test_an_empty_list_says_so(client):
    make_news_index()
    assert "Încă nu sunt noutăți." in client.get("/noutati/").content.decode()


def test_the_list_leads_readers_programs_to_both_feeds(client):
    make_news()
    for address in ("/noutati/", "/noutati/noutatea-1/"):
        html = client.get(address).content.decode()
        assert 'type="application/rss+xml" title="Noutăți ProTECT" href="/noutati/rss.xml"' in html
        assert 'type="application/atom+xml"' in html


def read(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response, ElementTree.fromstring(response.content)


def test_rss_has_titles_addresses_and_days(client):
    make_news(title="Seturi & lecții")
    response, rss = read(client, "/noutati/rss.xml")
    assert response.headers["Content-Type"].startswith("application/rss+xml")
    item = rss.find("channel/item")
    assert item.findtext("title") == "Seturi & lecții"
    assert item.findtext("link") == "http://testserver/noutati/noutatea-1/"
    assert item.findtext("pubDate") == "Sun, 01 Nov 2026 12:00:00 +0200"
    assert rss.findtext("channel/language") == "ro"


def test_atom_has_the_same(client):
    make_news()
    response, feed = read(client, "/noutati/atom.xml")
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert feed.findtext(f"{ATOM}entry/{ATOM}title") == "Noutatea 1"


def test_each_language_has_feeds_of_its_own(client):
    make_news()
    make_news("en", title="Lesson kits", slug="kits")
    _, romanian = read(client, "/noutati/rss.xml")
    _, english = read(client, "/en/noutati/rss.xml")
    assert [item.text for item in romanian.iterfind(".//item/title")] == ["Noutatea 1"]
    assert [item.text for item in english.iterfind(".//item/title")] == ["Lesson kits"]
    assert english.findtext("channel/item/link") == "http://testserver/en/noutati/kits/"
    assert 'href="/en/noutati/rss.xml"' in client.get("/en/noutati/").content.decode()


@pytest.mark.parametrize("name", ["rss", "atom"])
def test_there_is_no_feed_where_there_is_no_news(client, name):
    assert client.get(f"/noutati/{name}.xml").status_code == 404


def test_r25_no_story_of_a_person_goes_into_a_feed(client):
    story = make_news(title="O poveste", tells_a_story=True)
    consent(story)
    publish(story)
    make_news()
    assert "O poveste" in client.get("/noutati/").content.decode()
    for name in ("rss", "atom"):
        assert "O poveste" not in client.get(f"/noutati/{name}.xml").content.decode()


def test_news_that_is_not_published_is_in_no_feed(client):
    make_news(live=False)
    assert "Noutatea" not in client.get("/noutati/rss.xml").content.decode()


def test_the_list_asks_the_same_number_of_questions_whatever_its_length(
    client, django_assert_max_num_queries, django_assert_num_queries
):
    make_news()
    client.get("/noutati/")
    with django_assert_max_num_queries(15) as first:
        client.get("/noutati/?x=1")
    for _ in range(5):
        make_news()
    with django_assert_num_queries(len(first)):
        client.get("/noutati/?x=2")
    with django_assert_max_num_queries(15):
        client.get("/noutati/noutatea-1/?x=1")
    with django_assert_max_num_queries(15):
        client.get("/noutati/rss.xml?x=1")
