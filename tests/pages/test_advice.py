"""What a draft is looked through for."""

import pytest
from django.urls import reverse

from lms.core.advice import advice_for
from lms.core.readability import read
from lms.helplines.models import Helpline, HelplineText
from lms.pages.advice import wording
from lms.pages.advice.reading import limits, reading_of, with_breaks
from lms.pages.models import StandardPage
from lms.people.enums import Role
from tests.factories import make_home, make_plan, make_user
from tests.lessons.modules import make_module, make_step

pytestmark = pytest.mark.django_db


def noticed(page):
    return " ".join(advice.noticed for advice in advice_for(page))


def page_saying(*texts):
    body = [("paragraph", f"<p>{text}</p>") for text in texts]
    return make_home().add_child(instance=StandardPage(title="Titlu", slug="t", body=body))


@pytest.mark.parametrize(
    "text",
    [
        "O victimă a prostituției vorbește.",
        "VICTIMELE  A PROSTITUTIEI",
        "Traficul de carne vie continuă.",
        "despre prostitu\u0163ia infantil\u0103",
        "S-a lăsat păcălită de el.",
        "Fata era naivă.",
    ],
)
def test_words_to_avoid_are_noticed_in_any_form_and_spelling(text):
    assert "Scrie „" in noticed(page_saying(text))


def test_an_expression_to_avoid_comes_with_another_and_why():
    advice = advice_for(page_saying("Trafic de carne vie."))[0]
    assert advice.noticed == "Scrie „carne vie”."
    assert "trafic de persoane" in advice.instead


@pytest.mark.parametrize(
    "text", ["Nu este vina ta.", "Oamenii au drepturi.", "Carnea vine din piață."]
)
def test_other_words_are_left_alone(text):
    assert noticed(page_saying(text)) == ""


def test_exclamation_marks_are_counted():
    assert "exclamare: 2" in noticed(page_saying("Atenție!", "Fugi!"))


def test_wrong_is_a_word_for_adults_only():
    text = [("paragraph", "<p>Răspuns greșit.</p>")]
    assert noticed(page_saying("O idee greșită.")) == ""
    step = make_step(make_module(), "pas", body=text)
    assert "Scrie „gresit”" in noticed(step)


def test_every_line_of_the_list_is_whole():
    entries = wording.avoided()
    assert len(entries) > 30
    assert all(entry.instead and entry.why for entry in entries)


def test_lix_is_counted_as_bjornsson_counts_it():
    reading = read("Aceasta este o propoziție. Urmează încă una scurtă.")
    assert (reading.words, reading.sentences, reading.long_words) == (8, 2, 3)
    assert reading.lix == round(8 / 2 + 100 * 3 / 8)


def test_a_heading_ends_a_sentence():
    assert with_breaks("<h3>Titlu</h3><p>Text &amp; altul.</p>").split() == [
        "Titlu", "Text", "&", "altul.",
    ]  # fmt: skip


def test_long_sentences_are_noticed_for_the_age_of_the_module():
    long = "Cuvinte mici care se tot duc unul după altul și nu se mai opresc deloc " * 4
    step = make_step(make_module(), "pas", body=[("paragraph", f"<p>{long}.</p>")])
    assert "Fraze lungi pentru 11–14 ani" in noticed(step)


def test_hard_words_are_noticed_where_sentences_are_short():
    hard = "Responsabilitatea instituțională determină vulnerabilitatea. " * 12
    step = make_step(make_module(), "pas", body=[("paragraph", f"<p>{hard}</p>")])
    assert "indice LIX" in noticed(step)


def test_a_short_text_is_not_judged():
    page = page_saying("Responsabilitatea instituționalizării interdependente.")
    assert not reading_of(page).says_something
    assert noticed(page) == ""


def test_limits_rise_with_age():
    rows = list(limits().values())
    assert rows == sorted(rows)


@pytest.fixture
def line():
    line = Helpline.objects.create(
        key="copii",
        number="0800 800 678",
        published=True,
        checked_on="2026-11-01",
        source_title="Raport",
        source_address="https://example.org/",
    )
    HelplineText.objects.create(helpline=line, language="ro", name="Linia", for_whom="copii")


def test_sensitive_matter_asks_for_a_note_and_a_line(line):
    step = make_step(make_module(sensitivity=2), "pas")
    assert "fără notă" in noticed(step)
    assert "fără o linie de ajutor" in noticed(step)


def test_a_note_and_a_number_in_another_step_are_enough(line):
    module = make_module(sensitivity=2)
    step = make_step(module, "pas")
    body = [("paragraph", "<p>Sună la 0800&nbsp;800&nbsp;678.</p>")]
    make_step(module, "ajutor", content_note="Despre ceva greu.", body=body)
    assert noticed(step) == ""
    assert noticed(module) == ""


def test_sensitivity_above_the_age_is_noticed():
    plan = make_plan(age_band="11-14")
    plan.sensitivity = 3
    assert "prea mare pentru 11–14 ani" in noticed(plan)


def test_the_advice_stands_in_a_tab_of_the_form_and_stops_nothing(client, roles):
    client.force_login(make_user(Role.EDITOR))
    page = page_saying("Trafic de carne vie.")
    html = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Verificare" in html
    assert "Scrie „carne vie”." in html
    address = reverse(
        "wagtailadmin_pages:add", args=["pages", "standardpage", page.get_parent().pk]
    )
    assert "Salvați ciorna, apoi reveniți aici." in client.get(address).content.decode()
