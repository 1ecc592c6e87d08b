"""The check of an offer: what each answer means, whom to call, and that nothing of it is kept."""

import logging

import pytest
from bs4 import BeautifulSoup
from django.apps import apps
from hypothesis import given
from hypothesis import strategies as st

from lms.abroad.enums import Confidence, Field
from lms.abroad.language_files import languages_in
from lms.abroad.models import LabourFact
from lms.abroad.offer_check.questions import FOLDER, Reply, Weight, assess, questions
from lms.helplines.models import Helpline
from lms.helplines.starter import load

ADDRESS = "/munca-in-strainatate/verifica-oferta/"
FOUR_LANGUAGES = ("ro", "en", "hu", "uk")
SOURCE = questions("ro")
KEYS = [one.key for one in SOURCE]
ALL_YES = dict.fromkeys(KEYS, "da")
replies = st.sampled_from(["da", "nu", "nu-stiu", "", "altceva"])


def soup(response) -> BeautifulSoup:
    """The page; it must have been shown."""
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def text_of(element) -> str:
    """The words with single spaces."""
    return " ".join(element.text.split())


def everything() -> dict[str, list]:
    """Every row of every table."""
    return {
        model._meta.label: sorted(map(repr, model._base_manager.values_list()))
        for model in apps.get_models(include_auto_created=True)
        if model._meta.managed
    }


@pytest.fixture
def lines(db):
    load()


@pytest.fixture
def germany(lines):
    """A line to call in Germany and its wage, as somebody read them; and one of another country."""
    known = {"country": "DE", "published": True, "confidence": Confidence.READ, "as_of": "2026"}
    known |= {"source_title": "O sursă", "source_address": "https://example.org/"}
    LabourFact.objects.create(
        **known, field=Field.TRAFFICKING_LINE, phone="+49 30 123", text="Linia din Germania"
    )
    elsewhere = known | {"country": "FR", "phone": "+33 1 99"}
    LabourFact.objects.create(**elsewhere, field=Field.TRAFFICKING_LINE)
    LabourFact.objects.create(
        **known, field=Field.ADVICE, phone="0800 0005602", text="Consiliere", languages="ro"
    )
    LabourFact.objects.create(
        **known, field=Field.WAGE_MONTH, number=2343, currency="EUR", unit="month_gross"
    )


@pytest.mark.parametrize("language", FOUR_LANGUAGES)
def test_r45_there_are_eight_questions_and_more_in_each_language(language):
    there = questions(language)
    assert language in languages_in(FOLDER)
    assert len(there) >= 8
    assert [(one.key, one.weight) for one in there] == [(one.key, one.weight) for one in SOURCE]
    assert all(one.text and one.advice and "!" not in one.text + one.advice for one in there)


def test_no_language_borrows_the_words_of_another():
    texts = [one.text for code in FOUR_LANGUAGES for one in questions(code)]
    assert len(set(texts)) == len(texts)


@given(st.dictionaries(st.sampled_from(KEYS), replies))
def test_r45_whatever_is_not_yes_is_open_with_what_to_do(sent):
    found = assess(SOURCE, sent)
    open_keys = {one.question.key for one in found.open}
    assert open_keys == {key for key in KEYS if sent.get(key) != "da"}
    assert len(found.open) + len(found.clear) == len(KEYS)
    assert all(one.question.advice for one in found.open)
    weights = [one.question.weight is Weight.STOP for one in found.open]
    assert weights == sorted(weights, reverse=True)
    assert found.must_wait == any(weights)


def test_an_answer_left_out_is_not_a_yes():
    assert {one.reply for one in assess(SOURCE, {}).open} == {Reply.UNKNOWN}


def test_the_form_asks_everything_and_needs_no_token(client, lines):
    page = soup(client.get(ADDRESS))
    assert len(page.select("form.offer fieldset")) == len(KEYS)
    assert page.select("[name=csrfmiddlewaretoken]") == []
    assert page.select_one("form.offer")["method"] == "post"
    assert client.cookies == {}


def test_r45_each_no_says_what_to_do_and_the_end_is_whom_to_call(client, germany):
    sent = ALL_YES | {"documents": "nu", "housing": "nu", "tara": "DE"}
    page = soup(client.post(ADDRESS, sent))
    advice = {one.key: one.advice for one in SOURCE}
    said = [text_of(item) for item in page.select("main .remark")]
    assert len(said) == 2
    assert advice["documents"] in said[0]
    assert advice["housing"] in said[1]
    dials = [link["href"] for link in page.select("main .calls a[href^='tel:']")]
    assert dials == ["tel:112", "tel:+4930123", "tel:08000005602", "tel:0800800678"]
    assert "română" in text_of(page.select_one("main .calls"))


def test_r45_without_a_country_the_end_is_112_and_the_romanian_line(client, lines):
    page = soup(client.post(ADDRESS, {}))
    dials = [link["href"] for link in page.select("main .calls a[href^='tel:']")]
    assert dials == ["tel:112", "tel:0800800678"]
    assert page.select_one("main .calls a[href*='eures']")


@pytest.mark.parametrize(
    ("changed", "title"),
    [
        ({}, "Nu vedem semne de pericol"),
        ({"housing": "nu-stiu"}, "Lămurește întâi"),
        ({"documents": "nu"}, "Nu pleca încă"),
    ],
)
def test_the_title_says_how_much_is_missing(client, lines, changed, title):
    page = soup(client.post(ADDRESS, ALL_YES | changed))
    assert page.select_one("h1").text == title


def test_r45_answers_are_stored_nowhere(client, germany, caplog, settings):
    settings.PAGE_CACHE = True
    caplog.set_level(logging.DEBUG)
    before = everything()
    response = client.post(ADDRESS, ALL_YES | {"documents": "nu", "tara": "DE"})
    assert everything() == before
    assert client.cookies == {}
    assert response.headers["Cache-Control"] == "no-store"
    said = "\n".join(str(vars(record)) for record in caplog.records)
    assert "documents" not in said
    links = [link["href"] for link in soup(response).select("a[href]")]
    assert not [link for link in links if "documents" in link or "nu-stiu" in link]


def test_answers_can_be_changed_where_they_were_given(client, lines):
    result = soup(client.post(ADDRESS, ALL_YES | {"wage": "nu", "tara": "FR"}))
    kept = {field["name"]: field["value"] for field in result.select("form.actions input")}
    form = soup(client.post(ADDRESS, kept | {"schimba": "1"}))
    chosen = {field["name"]: field["value"] for field in form.select("form.offer input[checked]")}
    assert chosen == ALL_YES | {"wage": "nu"}
    assert form.select_one("form.offer [name=tara] [selected]")["value"] == "FR"


def test_who_chooses_a_country_late_keeps_every_answer(client, lines):
    form = soup(client.get(ADDRESS)).select_one("form.offer")
    choose = form.select_one(".filter-row button")
    sent = ALL_YES | {"wage": "nu", "tara": "DE", choose["name"]: choose["value"]}
    again = soup(client.post(form["action"], sent))
    chosen = {field["name"]: field["value"] for field in again.select("form.offer input[checked]")}
    assert chosen == ALL_YES | {"wage": "nu"}


def test_the_wage_of_the_country_stands_at_its_question_with_date_and_source(client, germany):
    page = soup(client.get(ADDRESS, {"tara": "de"}))
    wage = text_of(page.select_one(".offer__wage"))
    assert "2 343 EUR" in wage.replace("\xa0", " ").replace("\u202f", " ")
    assert "O sursă" in wage


def test_a_country_without_verified_facts_says_so(client, lines):
    form = text_of(soup(client.get(ADDRESS, {"tara": "SE"})).select_one("form.offer"))
    result = text_of(soup(client.post(ADDRESS, {"tara": "SE"})).select_one("main"))
    assert "încă neverificat" in form
    assert "încă neverificat" in result


@pytest.mark.parametrize("country", ["", "XX", "'", "ß", "de de"])
def test_an_unknown_country_is_none(client, lines, country):
    assert soup(client.get(ADDRESS, {"tara": country})).select_one("form.offer")
    assert soup(client.post(ADDRESS, {"tara": country})).select_one("main .calls")


def test_a_line_that_is_withdrawn_is_not_shown(client, lines):
    Helpline.objects.filter(dial="0800800678").update(published=False)
    page = soup(client.post(ADDRESS, {}))
    assert "0800800678" not in str(page.select_one("main"))


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_every_language_has_the_whole_check(client, lines, language):
    page = soup(client.get(f"/{language}{ADDRESS}"))
    first = page.select_one("form.offer legend").text
    assert first == f"1. {questions(language)[0].text}"
    assert page.select(".notice[lang]") == []
