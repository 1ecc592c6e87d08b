"""The sitemap: every public address with its translations, and none that is not for everybody."""

import pytest
from defusedxml import ElementTree
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction

from lessons.enums import CurriculumTheme
from lessons.models import ConventionArticle
from lms.pages import finding_views
from lms.pages.models import StandardPage
from lms.pages.starter import homes
from tests.factories import make_home

pytestmark = pytest.mark.django_db

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}


@pytest.fixture
def about(db):
    homes.load()
    page = StandardPage(title="Despre & noi", slug="despre")
    make_home().add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def listed(client, settings):
    """Read the sitemap: address without the site → {language: address}, or an address's date."""

    def read():
        response = client.get("/sitemap.xml")
        assert response.headers["Content-Type"].startswith("application/xml")
        return {
            url.findtext("s:loc", namespaces=NAMES).removeprefix(settings.SITE_URL): {
                link.get("hreflang"): link.get("href").removeprefix(settings.SITE_URL)
                for link in url.findall("x:link", NAMES)
            }
            for url in ElementTree.fromstring(response.content).findall("s:url", NAMES)
        }

    return read


def test_a_page_stands_there_with_the_day_of_its_last_change(client, about):
    about.refresh_from_db()
    day = timezone.localtime(about.last_published_at)
    shown = client.get("/sitemap.xml").content.decode()
    assert f"/despre/</loc><lastmod>{day:%Y-%m-%dT%H:%M}" in shown


def test_translations_name_each_other(listed, about):
    copy = about.copy_for_translation(Locale.objects.get(language_code="hu"))
    copy.slug = "rolunk"
    copy.save_revision().publish()
    both = {"ro": "/despre/", "hu": "/hu/rolunk/", "x-default": "/despre/"}
    addresses = listed()
    assert addresses["/despre/"] == both
    assert addresses["/hu/rolunk/"] == both


def test_views_stand_there_in_the_languages_that_they_speak(listed, about):
    addresses = listed()
    check = "munca-in-strainatate/verifica-oferta/"
    assert set(addresses[f"/{check}"]) == {"ro", "en", "hu", "uk", "x-default"}
    assert addresses[f"/{check}"]["uk"] == f"/uk/{check}"
    assert "/hu/lectii/curriculum/" not in addresses


def test_articles_of_the_convention_stand_there(listed, about):
    ConventionArticle.objects.update_or_create(
        number=34,
        defaults={"name": "Protecția", "name_en": "Protection", "theme": CurriculumTheme.CORE},
    )
    assert "/en/lectii/conventie/34/" in listed()


def test_what_is_not_published_or_not_for_everybody_does_not(listed, about):
    home = make_home()
    home.add_child(instance=StandardPage(title="Ciornă", slug="ciorna", live=False))
    closed = home.add_child(instance=StandardPage(title="Închis", slug="inchis"))
    closed.add_child(instance=StandardPage(title="Sub el", slug="sub-el"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert not {"/ciorna/", "/inchis/", "/inchis/sub-el/"} & listed().keys()


def test_no_private_address_stands_there(listed, about):
    private = ("/cont/", "/clase/", "/raport/", "/admin/", "/intra/", "/cautare/")
    assert not [address for address in listed() if any(word in address for word in private)]


def test_every_view_that_stands_there_answers_anonymous_readers(client, listed, about, settings):
    settings.PAGE_CACHE = False
    answers = {address: client.get(address) for address in listed()}
    assert {address for address, answer in answers.items() if answer.status_code != 200} == set()
    kept_back = {
        address
        for address, answer in answers.items()
        if "no-store" in answer.get("Cache-Control", "") or b"noindex" in answer.content
    }
    assert kept_back == set()


def test_more_pages_take_no_more_queries(client, about, django_assert_max_num_queries):
    for number in range(20):
        make_home().add_child(instance=StandardPage(title=f"Pagina {number}"))
    with django_assert_max_num_queries(15):
        client.get("/sitemap.xml")


def test_a_very_large_site_gets_an_index_of_files(client, about, monkeypatch, settings):
    monkeypatch.setattr(finding_views, "PER_FILE", 2)
    index = client.get("/sitemap.xml").content.decode()
    assert f"<loc>{settings.SITE_URL}/sitemap-1.xml</loc>" in index
    assert client.get("/sitemap-1.xml").content.decode().count("<loc>") == 2
    assert client.get("/sitemap-900.xml").status_code == 404
    assert client.get("/sitemap-0.xml").status_code == 404
