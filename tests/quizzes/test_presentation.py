"""How questions are shown: by plain controls, with every option labelled, and never "wrong"."""

import re

import pytest
from bs4 import BeautifulSoup
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.http import urlencode

from quizzes.drafts import make_sheet
from quizzes.enums import Kind, Trouble
from quizzes.forms import response_from
from quizzes.keys import answer_key
from quizzes.presentation import present
from quizzes.sheets import Option, QuestionSheet
from tests.quizzes.drafts import SAMPLES

SHEETS = {kind: make_sheet(draft) for kind, draft in SAMPLES.items()}
ANSWERS = {
    kind: {Kind.BRANCHING: ("a", "c"), Kind.SCALE: ("b",)}.get(kind, sheet.solution)
    for kind, sheet in SHEETS.items()
}
NOT_YET = {
    Kind.MULTIPLE: ("a", "c"),
    Kind.ORDER: SHEETS[Kind.ORDER].solution[::-1],
    Kind.MATCH: SHEETS[Kind.MATCH].solution[1:] + SHEETS[Kind.MATCH].solution[:1],
    Kind.FILL: ("b", "c"),
    Kind.SINGLE: ("a",),
}


def page(template="question", **question):
    return BeautifulSoup(
        render_to_string(f"quizzes/{template}.html", {"question": present(**question)}),
        "html.parser",
    )


def sent_by(soup):
    """What a browser would send of these controls, as a query."""
    pairs = [
        (control["name"], control["value"])
        for control in soup.select("input[name]")
        if control["type"] == "hidden" or control.has_attr("checked")
    ]
    for select in soup.select("select[name]"):
        chosen = select.select_one("option[selected]")
        pairs.append((select["name"], chosen["value"] if chosen else ""))
    return QueryDict(urlencode(pairs))


@pytest.mark.parametrize("kind", Kind)
def test_what_is_shown_as_chosen_would_be_sent_as_the_same_answer(kind):
    soup = page(sheet=SHEETS[kind], response=ANSWERS[kind])
    assert response_from(SHEETS[kind], sent_by(soup)) == ANSWERS[kind]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.BRANCHING])
def test_nothing_is_chosen_before_anybody_chose(kind):
    soup = page(sheet=SHEETS[kind])
    assert soup.select("[checked], [selected]") == []


@pytest.mark.parametrize("kind", Kind)
def test_a_question_is_a_fieldset_with_its_text_as_legend(kind):
    soup = page(sheet=SHEETS[kind])
    assert soup.select_one("fieldset > legend").text.strip()
    assert soup.form is None


@pytest.mark.parametrize("kind", Kind)
def test_every_control_has_a_label_and_every_id_is_there_once(kind):
    soup = page(sheet=SHEETS[kind], response=ANSWERS[kind])
    controls = soup.select("input:not([type=hidden]), select, textarea")
    assert [c for c in controls if not soup.select_one(f'label[for="{c["id"]}"]')] == []
    ids = [tag["id"] for tag in soup.select("[id]")]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("kind", Kind)
def test_an_answer_is_spoken_of_option_by_option(kind):
    soup = page("feedback", sheet=SHEETS[kind], response=ANSWERS[kind])
    assert bool(soup.select(".remark")) == (kind != Kind.FREE_TEXT)
    assert all(tag.text.strip() for tag in soup.select(".remark__why"))


@pytest.mark.parametrize(("kind", "response"), NOT_YET.items())
def test_an_answer_that_does_not_fit_is_never_called_wrong(kind, response):
    words = page("feedback", sheet=SHEETS[kind], response=response).text.lower()
    assert not re.search(r"greșit|incorect|eroare|ai ratat", words)
    assert "!" not in words


@pytest.mark.parametrize("kind", Kind)
def test_nothing_is_said_of_the_options_before_the_answer(kind):
    text = str(page(sheet=SHEETS[kind]))
    assert "De ce." not in text


def test_the_closing_sentence_comes_after_any_answer():
    for response in (("a",), ("b",)):
        assert "Bine." in page("feedback", sheet=SHEETS[Kind.SINGLE], response=response).text


def test_options_have_letters():
    labels = page(sheet=SHEETS[Kind.SINGLE]).select(".answer__label")
    assert [label.text for label in labels] == ["A", "B", "C"]


def test_trouble_is_said_beside_what_was_chosen():
    given = {"r1": ["1"], "r2": ["1"], "r3": [""]}
    soup = page(sheet=SHEETS[Kind.ORDER], given=given, trouble=Trouble.REPEATED)
    assert soup.select_one("[role=alert]").text == str(Trouble.REPEATED.label)
    assert [option["value"] for option in soup.select("option[selected]")] == ["1", "1"]


def test_what_is_written_freely_has_no_name_and_so_is_never_sent():
    assert not page(sheet=SHEETS[Kind.FREE_TEXT]).textarea.has_attr("name")


def test_a_story_leads_on_by_links():
    soup = page(sheet=SHEETS[Kind.BRANCHING])
    links = [link["href"] for link in soup.select("a")]
    assert links == ["?drum=a#acum", "?drum=b#acum"]


def test_a_story_shows_what_was_chosen_and_why_and_a_way_back():
    soup = page(sheet=SHEETS[Kind.BRANCHING], path=("a",))
    assert "Răspund" in soup.select_one(".turn__chosen").text
    assert soup.select_one(".turn__why").text == "De ce. Răspund"
    assert [a["href"] for a in soup.select("a")] == ["?drum=a.c#acum", "?drum=#acum"]


def test_at_its_end_a_story_can_be_sent():
    soup = page(sheet=SHEETS[Kind.BRANCHING], path=("a", "c"))
    assert soup.select_one("input[type=hidden]")["value"] == "a.c"


def test_on_paper_a_story_is_whole_and_gives_nothing_away():
    paper = page(sheet=SHEETS[Kind.BRANCHING]).select_one(".story-on-paper")
    assert [line.b.text for line in paper.select("li")] == ["1", "1A", "1B", "2", "2A", "3"]
    assert "De ce." not in paper.text


def test_words_of_a_question_are_escaped():
    option = Option("a", "<script>x</script>", "<b>y</b>")
    sheet = QuestionSheet(Kind.SCALE, "<i>?</i>", (option,))
    for template in ("question", "feedback"):
        soup = page(template, sheet=sheet, response=("a",))
        assert soup.select("script, i") == []


@pytest.mark.parametrize("kind", Kind)
def test_the_key_says_why_of_every_option(kind):
    lines = answer_key(SHEETS[kind])
    said = [line.feedback for line in lines if line.feedback]
    assert sorted(said) == sorted(option.feedback for option in SHEETS[kind].options)


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (Kind.SINGLE, ["", "se potrivește", ""]),
        (Kind.FILL, ["locul 1", "locul 2", "în plus"]),
        (Kind.MATCH, ["→ 112", "→ 119", "→ 0800"]),
        (Kind.BRANCHING, ["", "mergi la 2", "mergi la 3", "", "mergi la 3", "final"]),
    ],
)
def test_the_key_says_what_fits(kind, words):
    assert [line.word for line in answer_key(SHEETS[kind])] == words


def test_the_key_of_an_order_stands_in_the_right_order():
    assert [line.text for line in answer_key(SHEETS[Kind.ORDER])] == ["unu", "doi", "trei"]


def test_a_gap_is_read_as_its_number():
    assert page(sheet=SHEETS[Kind.FILL]).legend.text == "Spun (1) unui (2)."
