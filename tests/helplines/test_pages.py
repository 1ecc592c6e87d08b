"""The help pages as readers get them: by situation and age, in four languages, whole in a cache."""

import re

import pytest
from wagtail.models import Locale

from lms.helplines.models import CountyService, Helpline
from lms.helplines.starter import load as load_lines
from lms.pages.models import HelpPage, StandardPage
from lms.pages.starter import help_pages, homes, standing
from tests.core.untranslated import texts_lacking
from tests.factories import CountyFactory, make_home

pytestmark = pytest.mark.django_db
SITUATIONS = ("pericol", "un-prieten", "un-elev", "poze", "alta-tara", "intrebare")


@pytest.fixture
def site(db):
    load_lines()
    homes.load()
    standing.load()
    help_pages.load()
    CountyFactory()


@pytest.fixture
def page_of_lines(db):
    """Only the page that lists all lines: publishing the others takes long."""
    load_lines()
    CountyFactory()
    page = StandardPage(title="Ajutor", slug="ajutor", feature="helplines")
    return make_home().add_child(instance=page)


def text(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    return response.content.decode()


def test_the_help_pages_in_four_languages(client, site, django_assert_max_num_queries):
    """One walk for many facts, because the pages take long to publish."""
    assert help_pages.load() == 0
    assert HelpPage.objects.count() == 10 * Locale.objects.count()
    home = text(client, "/ajutor/")
    assert [f'href="/ajutor/{slug}/"' in home for slug in SITUATIONS] == [True] * 6
    assert "program neconfirmat" in home
    assert "116 111" not in home
    child, adult = text(client, "/ajutor/poze/"), text(client, "/ajutor/poze-adulti/")
    assert "Ce poți face acum" in child
    assert "Ce puteți face acum" in adult
    assert 'href="/ajutor/poze-adulti/"' in child
    assert 'href="/ajutor/poze/"' in adult
    main = child.split("<main")[1]
    assert re.findall(r'href="tel:(\d+)"', main)[:2] == ["119", "112"]
    assert "Nu e vina ta" in child
    assert "csrfmiddlewaretoken" not in child
    assert '<a href="https://oradenet.ro/" rel="noreferrer">' in main
    client.get("/ajutor/un-elev/")
    with django_assert_max_num_queries(15):
        client.get("/ajutor/un-elev/?fara-cache=1")
    with django_assert_max_num_queries(15):
        client.get("/ajutor/?fara-cache=1")
    for language in ("hu", "uk"):
        with texts_lacking(language) as lacking:
            for slug in ("", "pericol/", "un-elev/", "alta-tara-adulti/", "judete/"):
                shown = text(client, f"/{language}/ajutor/{slug}")
                assert f'<html lang="{language}">' in shown
        assert lacking == set()


def test_r37_each_line_says_whom_it_serves_hours_cost_and_day(client, page_of_lines):
    Helpline.objects.get(number="119").texts.filter(language="ro").update(hours="", cost="")
    page = text(client, "/ajutor/")
    card = next(part for part in page.split("<li") if 'help-line"' in part and ">119<" in part)
    for words in ("Copii și oricine știe de un copil în pericol", "Verificat la 05.01.2022"):
        assert words in card
    for words in ("program neconfirmat", "cost neconfirmat", "limbi neconfirmate"):
        assert words in card


def test_the_directory_is_empty_until_somebody_has_checked_a_number(client, page_of_lines):
    service = CountyService(county_id="CJ", name="DGASPC Cluj", phone="0264 000 000")
    service.save()
    page = text(client, "/ajutor/judete/?judet=CJ")
    assert "0264" not in page
    assert "încă neverificat" in page
    assert 'href="tel:119"' in page.split("<main")[1]


def test_the_directory_is_filtered_by_county(client, page_of_lines):
    CountyFactory(mnemonic="BV", name="Brașov", iso_code="RO-BV", nuts3="RO122")
    for county in ("CJ", "BV"):
        CountyService.objects.create(
            county_id=county,
            name=f"DGASPC {county}",
            phone="0264 000 000",
            source_title="Pagina",
            checked_on="2026-11-01",
            published=True,
        )
    page = text(client, "/ajutor/judete/?judet=BV")
    assert "DGASPC BV" in page
    assert "DGASPC CJ" not in page
    assert "DGASPC CJ" in text(client, "/ajutor/judete/?judet=ZZ")
