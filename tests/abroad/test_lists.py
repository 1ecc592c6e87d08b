"""Contacts by language, two countries compared, the wallet card."""

import io
from datetime import date

import pytest
from bs4 import BeautifulSoup
from pypdf import PdfReader

from lms.abroad.enums import Field, Scheme
from lms.abroad.starter import facts as starter
from tests.abroad.builders import make_fact, make_guide
from tests.core.untranslated import texts_lacking

pytestmark = pytest.mark.django_db
CONTACTS, COMPARE = "/munca-in-strainatate/contacte/", "/munca-in-strainatate/compara/"


def soup_of(client, path):
    return BeautifulSoup(client.get(path).content, "html.parser")


def test_r19_romanian_in_germany_finds_the_line(client):
    starter.load()
    soup = soup_of(client, f"{CONTACTS}?tara=DE&limba=ro")
    assert "tel:08000005602" in [link["href"] for link in soup.select(".call__number")]
    # Of the contacts there, only those that speak it.
    assert all("română" in item.get_text() for item in soup.select("li.call"))
    assert "kok-gegen-menschenhandel.de" not in soup.main.get_text()
    assert soup.select_one("option[value=DE]").get_text() == "Germania (2)"
    assert "selected" in soup.select_one("#limba option[value=ro]").attrs


def test_r19_a_language_that_nobody_speaks_there_says_what_to_do(client):
    make_fact(Field.ADVICE, languages="ro", phone="0800 1", as_of="2026")
    soup = soup_of(client, f"{CONTACTS}?tara=FR&limba=ro")
    assert "încă neverificat" in soup.select_one(".empty-state").get_text()


def test_two_countries_are_asked_for_when_one_is_missing(client):
    assert "Alegeți două țări" in soup_of(client, f"{COMPARE}?a=DE&b=").select_one(".notice").text


def test_a_first_country_that_a_guide_chose_is_no_mistake(client):
    assert soup_of(client, f"{COMPARE}?a=DE").select_one(".notice:not(.offline-only)") is None


@pytest.mark.parametrize("query", ["?tara=XX&limba=zz", "?tara=&limba=", "?tara=de'--"])
def test_an_unknown_choice_narrows_nothing(client, query):
    make_fact(Field.ADVICE, phone="0800 1", as_of="2026")
    assert "0800 1" in client.get(CONTACTS + query).content.decode()


def test_two_countries_stand_beside_each_other(client):
    make_fact()
    make_fact(Field.WAGE_SCHEME, "AT", text=Scheme.COLLECTIVE)
    soup = soup_of(client, f"{COMPARE}?a=DE&b=AT")
    rows = {row.th.get_text(): row.select("td") for row in soup.select("tbody tr")}
    one, other = rows["Salariul minim pe lună, în euro"]
    assert "343 EUR" in one.get_text()
    # Not "not verified yet": there is none, and there is more than zero.
    assert "stabilit prin contract colectiv" in other.get_text()
    assert all(cell.get_text(strip=True) for cells in rows.values() for cell in cells)


def test_what_is_compared_says_all_that_the_guides_say_of_it(client):
    make_fact(Field.WAGE_HOUR, "GB", number=12, unit="hour_gross", currency="GBP", audience="21+")
    make_fact(checked_on=date(2026, 11, 3))
    make_fact(valid_from=date(2026, 1, 1), country="FR")
    make_fact(Field.WAGE_HOUR, "FR", number=11, unit="hour_gross", valid_from=date(2025, 1, 1))
    make_fact(Field.INSPECTORATE_PHONE, "FR", text="Inspection", phone="01 23", languages="ro")
    one = soup_of(client, f"{COMPARE}?a=DE&b=GB").tbody.get_text(" ", strip=True)
    assert "de la 21 de ani" in one
    assert "la 03.11.2026" in one
    other = soup_of(client, f"{COMPARE}?a=DE&b=FR").tbody
    assert "Mai veche decât salariul pe lună" in other.get_text()
    assert other.select_one('a[href="tel:0123"]')
    assert "limbi: română" in other.get_text(" ", strip=True)
    assert "Inspection" in other.get_text()


@pytest.mark.parametrize("query", ["", "?a=DE", "?a=DE&b=DE", "?a=XX&b=AT"])
def test_without_two_countries_there_is_the_form(client, query):
    soup = soup_of(client, COMPARE + query)
    assert soup.select_one("#a")
    assert not soup.select_one("table")


@pytest.mark.parametrize("query", ["?tara=DE", "?a=DE&b=AT"])
def test_the_lists_ask_few_questions(client, django_assert_max_num_queries, query):
    starter.load()
    with django_assert_max_num_queries(15):
        client.get((CONTACTS if "tara" in query else COMPARE) + query)


def test_the_card_has_the_numbers_of_its_country_and_a_code(client, settings):
    make_fact(Field.TRAFFICKING_LINE, phone="0800 1", text="Linia", as_of="2026")
    make_guide()
    soup = soup_of(client, "/munca-in-strainatate/germania/card/")
    assert [link["href"] for link in soup.select(".wallet a")] == ["tel:112", "tel:08001"]
    assert soup.select_one(".wallet svg")
    answer = client.get("/munca-in-strainatate/germania/card.pdf")
    reader = PdfReader(io.BytesIO(answer.content))
    text = reader.pages[0].extract_text()
    assert len(reader.pages) == 1
    assert reader.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert text.count("0800 1") == 2
    assert "Cardul meu: Germania" in text
    # 86 by 54 mm twice beside each other fit between the margins of A4.
    assert round(float(reader.pages[0].mediabox.width)) == 595


def test_a_card_of_no_guide_is_not_there(client):
    assert client.get("/munca-in-strainatate/atlantida/card/").status_code == 404


def test_the_worker_serves_the_guides_only(client):
    answer = client.get("/munca-in-strainatate/sw.js")
    assert answer["Content-Type"].startswith("text/javascript")
    assert "Service-Worker-Allowed" not in answer


@pytest.mark.parametrize("language", ["hu", "uk"])
def test_every_page_of_the_guides_is_whole_in_hungarian_and_ukrainian(client, language):
    starter.load()
    make_guide("DE", "germania", language)
    start = f"/{language}/munca-in-strainatate/"
    pages = ("", "germania/", "germania/card/", "germania/card.pdf", "contacte/", "compara/")
    with texts_lacking(language) as lacking:
        for path in (*pages, "contacte/?tara=FR&limba=ro", "compara/?a=DE&b=RO"):
            assert client.get(start + path).status_code == 200, path
    assert lacking == set()
