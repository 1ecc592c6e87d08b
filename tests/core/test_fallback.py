"""What a language does not have is shown in Romanian with a notice, never as a 404."""

import re

import pytest
from django.core.cache import cache
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page

from lms.pages.models import StandardPage
from lms.pages.starter import homes
from tests.core.untranslated import texts_lacking
from tests.factories import make_plan

NOTICE = {
    "en": "This page is not translated yet",
    "hu": "Ez az oldal még nincs lefordítva",
    "uk": "Цю сторінку ще не перекладено",
}


@pytest.fixture
def about(db):
    homes.load()
    home = Page.objects.get(depth=2, locale__language_code="ro")
    page = StandardPage(title="Despre noi", slug="despre-noi", locale=home.locale)
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_a_page_that_is_not_translated_is_shown_in_romanian(client, about, language):
    response = client.get(f"/{language}/despre-noi/")
    assert response.status_code == 200
    page = response.content.decode()
    assert '<html lang="ro">' in page
    assert "<h1>Despre noi</h1>" in page


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_the_notice_speaks_the_language_that_was_asked_for(client, about, language):
    page = client.get(f"/{language}/despre-noi/").content.decode()
    assert f'lang="{language}"' in page.split(NOTICE[language])[0].rsplit("<p", 1)[1]


def test_a_romanian_page_has_no_notice(client, about):
    assert "notice" not in client.get("/despre-noi/").content.decode()


def test_a_fallback_is_canonical_at_the_romanian_address(client, about, settings):
    page = client.get("/hu/despre-noi/").content.decode()
    assert f'<link rel="canonical" href="{settings.SITE_URL}/despre-noi/">' in page


def test_a_fallback_names_only_languages_that_have_the_page(client, about):
    page = client.get("/hu/despre-noi/").content.decode().split("</head>")[0]
    assert re.findall(r'hreflang="(..)"', page) == ["ro"]


def test_a_translation_names_its_kin(client, about):
    copy = about.copy_for_translation(Locale.objects.get(language_code="hu"))
    copy.title = "Rólunk"
    copy.save_revision().publish()
    page = client.get("/despre-noi/").content.decode().split("</head>")[0]
    assert 'hreflang="hu" href="http' in page


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_a_translation_with_a_slug_of_its_own_is_found_by_the_romanian_one(client, about, language):
    copy = about.copy_for_translation(Locale.objects.get(language_code=language))
    copy.slug = "own"
    copy.save_revision().publish()
    response = client.get(f"/{language}/despre-noi/")
    assert (response.status_code, response.headers["Location"]) == (302, f"/{language}/own/")
    assert client.get(f"/{language}/own/").status_code == 200


def test_a_plan_with_a_slug_of_its_own_is_found_by_the_romanian_one(client, about):
    plan = make_plan(slug="lectia")
    english = plan.get_parent().copy_for_translation(Locale.objects.get(language_code="en"))
    english.save_revision().publish()
    copy = plan.copy_for_translation(english.locale)
    copy.slug = "lesson"
    copy.save_revision().publish()
    assert client.get("/en/lectii/lectia/").headers["Location"] == "/en/lectii/lesson/"


@pytest.mark.parametrize("word", ["lectii", "module", "formare", "impact"])
def test_a_section_that_hungarian_does_not_have_is_shown_in_romanian(client, about, word):
    response = client.get(f"/hu/{word}/")
    assert response.headers["Content-Language"] == "ro"
    assert NOTICE["hu"] in response.content.decode()


def test_what_is_nowhere_is_not_found_in_the_language_that_was_asked_for(client, about):
    response = client.get("/hu/nicaieri/")
    assert response.status_code == 404
    assert "Az oldal nincs itt" in response.content.decode()


def test_a_language_without_a_home_is_not_shown_romanian_words_as_its_own(client, about):
    Page.objects.get(depth=2, locale__language_code="uk").delete()
    assert '<html lang="ro">' in client.get("/uk/").content.decode()


@pytest.mark.parametrize("language", ["hu", "uk"])
@pytest.mark.parametrize("path", ["", "cautare/?q=zzz", "nicaieri/"])
def test_what_a_smaller_language_offers_has_no_romanian_text(client, about, language, path):
    with texts_lacking(language) as lacking:
        client.get(f"/{language}/{path}")
    assert lacking == set()


def test_the_second_reader_of_a_fallback_gets_the_notice_too(client, about, settings):
    settings.PAGE_CACHE = True
    pages = [client.get("/hu/despre-noi/").content for _ in range(2)]
    assert pages[0] == pages[1]


def test_a_fallback_does_not_stand_in_for_the_romanian_page(client, about, settings):
    settings.PAGE_CACHE = True
    client.get("/hu/despre-noi/")
    assert NOTICE["hu"] not in client.get("/despre-noi/").content.decode()


@pytest.mark.parametrize("language", ["en", "hu"])
@pytest.mark.parametrize("path", ["admin/", "admin/pages/", "sitemap.xml", "api/v1/indicators"])
def test_what_stands_outside_the_languages_has_no_address_in_them(
    client, about, language, path, django_user_model
):
    client.force_login(django_user_model.objects.create_superuser("a@protect.ro", "x"))
    assert client.get(f"/{language}/{path}", follow=True).status_code == 404


def test_an_address_without_its_last_slash_leads_to_the_whole_one(client, about):
    assert client.get("/en/lectii").headers["Location"] == "/en/lectii/"


@pytest.mark.parametrize("language", ["en", "hu"])
def test_a_page_that_moved_is_found_in_its_language(client, about, language):
    Redirect.objects.create(old_path=f"/{language}/vechi", redirect_link=f"/{language}/")
    assert client.get(f"/{language}/vechi/").headers["Location"] == f"/{language}/"


def test_a_wrong_number_is_one_wrong_number(client, about, monkeypatch):
    monkeypatch.setattr("lms.training.views.certificates.MOST_MISSES", 2)
    cache.clear()
    codes = [client.get(f"/en/adeverinta/PRO-{n}/").status_code for n in range(3)]
    assert codes == [404, 404, 429]
