"""The guides on the real data: thirty countries, four languages, no empty cell, no wrong zero."""

import re
from datetime import date
from pathlib import Path

import brotli
import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders
from django.template.loader import render_to_string
from django.utils.translation import override

from lms.abroad.countries import COUNTRIES
from lms.abroad.enums import Field, Scheme
from lms.abroad.models import CountryGuidePage
from lms.abroad.selectors import guide_of
from lms.abroad.starter import facts as starter
from lms.abroad.starter import guides as guide_starter
from tests.abroad.builders import at, make_fact, make_guide
from tests.core.untranslated import texts_lacking
from tests.factories import make_home
from tests.searching import search_pages

pytestmark = pytest.mark.django_db
LINKED = re.compile(r'<(?:link rel="stylesheet" href|script src)="/static/([^"]+)"')
MEMBERS_OF_EU = [code for code in COUNTRIES if code not in ("GB", "NO", "CH")]
# Words of the data files that no reader's page may have, whatever its language.
RAW = ("telephone", "working days", "undated", "hours per", "not read", "(police)", "24/7")


@pytest.fixture
def real_facts():
    starter.load()


def cells(guide, language):
    """The facts of a guide as its page has them: {label: text of the cell}."""
    with override(language):
        context = {"guide": guide, "eures_address": guide.eures_address}
        html = render_to_string("abroad/partials/wages.html", context)
        for row in (*guide.rights, *guide.institutions):
            html += render_to_string("abroad/partials/row.html", {**context, "row": row})
    soup = BeautifulSoup(html, "html.parser")
    return {
        fact.dt.get_text(" ", strip=True): fact.dd.get_text(" ", strip=True)
        for fact in soup.select(".fact")
    }


@pytest.mark.parametrize("language", ["ro", "en", "hu", "uk"])
def test_r14_thirty_countries_have_no_empty_cell_and_no_zero(real_facts, language):
    with texts_lacking(language) if language in ("hu", "uk") else override(language) as lacking:
        for code in COUNTRIES:
            with override(language):
                guide = guide_of(code, language)
            found = cells(guide, language)
            assert len(found) >= 7, code
            for label, text in found.items():
                assert text, (code, label)
                assert not re.match(r"0\b(?! \d)(?!\d)", text), (code, label, text)
                if language != "en":
                    assert not [word for word in RAW if word in text], (code, label, text)
    assert not lacking


def test_r14_the_page_of_every_state_of_the_union_names_what_people_look_for(real_facts):
    for code in MEMBERS_OF_EU:
        with override("ro"):
            guide = guide_of(code, "ro")
        labels = set(cells(guide, "ro"))
        assert any("alariul minim" in label for label in labels), code
        assert labels >= {
            "Zile de concediu plătit pe an, cel puțin", "Ore de lucru pe săptămână",
            "Inspecția muncii", "Oficiul de muncă", "Urgențe",
        }, code  # fmt: skip


def test_r14_r44_every_country_has_a_page_for_everybody_that_leads_to_eures(client, real_facts):
    make_home()
    guide_starter.load()
    pages = {guide.country: client.get(guide.url) for guide in CountryGuidePage.objects.live()}
    assert set(pages) == set(COUNTRIES)
    for code, page in pages.items():
        main = BeautifulSoup(page.content, "html.parser").main
        institutions = [term.get_text() for term in main.select("dt")]
        assert {"Inspecția muncii", "Oficiul de muncă", "EURES"} <= set(institutions), code
        eures = main.find("dt", string="EURES").parent.select_one("dd a")
        assert eures["href"] == "https://eures.europa.eu/eures-services/help-and-support_ro", code
        assert main.select_one('a[href="tel:112"]'), code
        assert all(cell.get_text(strip=True) for cell in main.select("dd")), code


def test_r14_what_nobody_verified_says_so_with_eures_and_112(client):
    make_guide("CH", "elvetia")
    page = client.get("/munca-in-strainatate/elvetia/").content.decode()
    soup = BeautifulSoup(page, "html.parser")
    for fact in soup.select(".fact dd")[:-1]:
        assert "încă neverificat" in fact.get_text()
        assert "EURES" in fact.get_text()
        assert fact.select_one('a[href="tel:112"]')


def test_r15_each_figure_shows_its_date_its_source_and_its_state(client):
    make_fact()
    make_guide()
    with time_machine.travel(at("2026-11-30")):
        page = client.get("/munca-in-strainatate/germania/").content.decode()
    said = BeautifulSoup(page, "html.parser").select_one(".facts .said")
    assert "de verificat" in said.get_text()
    assert said.select_one("svg")
    source = said.select_one("a")["href"].removeprefix("#")
    assert "Eurostat" in BeautifulSoup(page, "html.parser").find(id=source).get_text()


@pytest.mark.parametrize("code", ["AT", "DK", "FI", "IT", "SE"])
def test_r16_a_wage_set_by_agreement_is_said_so(real_facts, code):
    with override("ro"):
        guide = guide_of(code, "ro")
    assert "stabilit prin contract colectiv" in cells(guide, "ro")["Salariul minim"]


@pytest.mark.parametrize("day, wage", [("2026-06-30", "4 050 lei"), ("2026-07-01", "4 325 lei")])
def test_r17_romania_has_two_wages_in_one_year(real_facts, day, wage):
    with override("ro"):
        guide = guide_of("RO", "ro", date.fromisoformat(day))
    shown = cells(guide, "ro")["Salariul minim pe lună"].replace("\N{NO-BREAK SPACE}", " ")
    assert shown.startswith(f"{wage} pe lună, brut")


def test_r17_romanias_wage_in_euro_goes_when_the_one_in_lei_is_raised(real_facts):
    with override("ro"):
        before, after = (guide_of("RO", "ro", date(2026, month, 1)) for month in (6, 7))
    euro = "Salariul minim pe lună, în euro"
    assert euro in cells(before, "ro")
    assert euro not in cells(after, "ro")


def test_a_wage_of_fourteen_payments_is_shown_as_a_payslip_has_it(real_facts):
    with override("ro"):
        guide = guide_of("GR", "ro")
    wage = cells(guide, "ro")["Salariul minim pe lună, în euro"]
    assert "circa 880 EUR la fiecare dintre cele 14 plăți" in wage


def test_a_wage_in_hand_is_there_only_where_a_source_has_it(real_facts):
    with override("ro"):
        guides = {code: guide_of(code, "ro") for code in COUNTRIES}
    in_hand = "În mână, dintr-un salariu minim"
    assert {code for code, guide in guides.items() if in_hand in cells(guide, "ro")} == {"RO"}


@pytest.mark.parametrize(
    "language, page", [("ro", "_ro"), ("en", "_en"), ("hu", "_hu"), ("uk", "_en")]
)
def test_r44_every_guide_leads_to_eures_in_the_readers_language(language, page):
    assert guide_of("DE", language).eures_address.endswith(page)


def test_r44_the_employment_office_has_its_page_and_says_when_it_is_in_romanian(client):
    make_fact(
        Field.OFFICE_WEB, "RO", web="https://www.eures.anofm.ro", languages="ro", as_of="2026"
    )
    make_guide("RO", "romania")
    page = client.get("/munca-in-strainatate/romania/").content.decode()
    office = BeautifulSoup(page, "html.parser").find("dt", string="Oficiul de muncă").parent
    assert office.select_one('a[href="https://www.eures.anofm.ro"]')
    assert "limbi: română" in office.get_text(" ", strip=True)


def test_a_guide_begins_with_whom_to_call(client):
    make_fact(Field.TRAFFICKING_LINE, phone="0800 1", as_of="2026")
    make_guide()
    soup = BeautifulSoup(client.get("/munca-in-strainatate/germania/").content, "html.parser")
    calls = [link["href"] for link in soup.select("main a[href^='tel:']")]
    assert calls[:2] == ["tel:112", "tel:08001"]
    assert soup.main.find("h2").get_text() == "Pe cine sunați"


def test_a_guide_is_light_and_its_queries_do_not_grow(client, django_assert_max_num_queries):
    make_guide()
    path = "/munca-in-strainatate/germania/"
    make_fact(Field.WAGE_SCHEME, text=Scheme.NATIONAL)
    for position in range(1, 9):
        make_fact(Field.TRAFFICKING_LINE, position=position, phone="0800 1", as_of="2026")
    client.get(path)
    with django_assert_max_num_queries(15):
        html = client.get(f"{path}?x=1").content
    # Fonts come apart, once for a year.
    linked = [name for name in LINKED.findall(html.decode()) if "fonts" not in name]
    assert len(linked) + 1 <= 4
    files = [Path(finders.find(name)).read_bytes() for name in linked]
    assert sum(len(brotli.compress(part, quality=7)) for part in (html, *files)) <= 30_000


def test_the_list_has_every_country_on_the_map_and_in_the_alphabet(client):
    make_home()
    guide_starter.load()
    soup = BeautifulSoup(client.get("/munca-in-strainatate/").content, "html.parser")
    names = [link.get_text() for link in soup.select(".countries a")]
    assert len(names) == 30
    assert names[-2:] == ["Țările de Jos", "Ungaria"]
    tiles = {link["href"]: link["aria-label"] for link in soup.select(".tiles a")}
    assert set(tiles) == {link["href"] for link in soup.select(".countries a")}
    assert tiles["germania/"] == "Germania DE"
    found = [page.title for page in search_pages("salariu minim Germania", "ro")]
    assert found[:1] == ["Muncă în Germania"]
    assert guide_starter.load() == 0


def test_a_printed_guide_says_where_it_came_from(client):
    guide = make_guide()
    page = BeautifulSoup(client.get(guide.url).content, "html.parser")
    assert guide.url in page.select_one(".print-foot").get_text()
