"""`{fapt:DE.salariu_minim}` in any text: one edit changes guide, page, lesson, quiz and kit."""

from datetime import date

import pytest
import time_machine
from wagtail.models import Locale

from lessons.kit_sheets import sheet_of, source_hash
from lessons.starter.quizzes import add_quiz
from lms.abroad.enums import Field, Scheme
from lms.abroad.services import confirm_fact, save_fact
from lms.core import facts
from lms.core.numbers import NO_BREAK_SPACE
from lms.pages.models import StandardPage
from tests.abroad.builders import at, make_fact, make_guide
from tests.factories import make_edition, make_home, make_plan

TOKEN = "{fapt:DE.salariu_minim}"
pytestmark = pytest.mark.django_db(transaction=True)


@pytest.mark.parametrize(
    "language, value",
    [
        ("ro", "2 343 EUR pe lună, brut"),
        ("en", "2 343 EUR per month, gross"),
        ("hu", "2 343 EUR havonta, bruttó"),
        ("uk", "2 343 EUR на місяць, брутто"),
    ],
)
def test_a_token_speaks_the_language_of_its_text(language, value):
    make_fact()
    assert facts.resolve("DE.salariu_minim", language).value == value.replace(
        "2 343", f"2{NO_BREAK_SPACE}343"
    )


def test_r16_a_token_of_a_country_without_a_minimum_says_how_it_is_set():
    make_fact(Field.WAGE_SCHEME, "AT", text=Scheme.COLLECTIVE)
    fact = facts.resolve("AT.salariu_minim", "ro")
    assert fact.value == "stabilit prin contract colectiv"


def test_an_unknown_token_is_nobody_elses_fact():
    assert facts.resolve("DE.luna_plina", "ro") is None
    assert facts.resolve("XX.salariu_minim", "ro") is None


def test_a_token_follows_the_day_without_anybody_saving():
    make_fact(valid_from=date(2026, 1, 1), valid_until=date(2026, 6, 30))
    make_fact(number=2400, valid_from=date(2026, 7, 1))
    with time_machine.travel(at("2026-06-30")):
        assert "343" in facts.resolve("DE.salariu_minim", "ro").value
    with time_machine.travel(at("2026-07-01")):
        assert "400" in facts.resolve("DE.salariu_minim", "ro").value


def test_one_edit_changes_guide_page_and_lesson(client):
    fact = make_fact()
    make_guide()
    body = [("paragraph", f"<p>Salariul: {TOKEN}.</p>")]
    make_home().add_child(instance=StandardPage(title="Plecați?", slug="plecati", body=body))
    make_plan(slug="plec", background=f"<p>Salariul: {TOKEN}.</p>")
    paths = ("/munca-in-strainatate/germania/", "/plecati/", "/lectii/plec/")
    for number in (2343, 2501):
        fact.number = number
        save_fact(fact=fact)
        shown = f"{number // 1000}{NO_BREAK_SPACE}{number % 1000} EUR pe lună, brut"
        for path in paths:
            assert shown in client.get(path).content.decode(), path


def test_one_edit_changes_the_kit_and_the_quiz_in_it():
    """`tick` builds a kit anew when its fingerprint has changed."""
    fact = make_fact()
    choices = [{"text": "Da", "correct": True, "feedback": f"Da, {TOKEN}."}]
    choices += [{"text": text, "feedback": "Mai gândește-te."} for text in ("Nu", "Rar")]
    rows = [{"question": "Este mult?", "choices": choices}]
    quiz = add_quiz("salarii", "Verifică-te", rows, Locale.get_default())
    plan = make_plan(quiz=quiz, exit_questions=f"Ce înseamnă {TOKEN}?\nCe spun?\nCui?")
    edition, said, prints = make_edition(plan), [], set()
    for number in (2343, 2501):
        fact.number = number
        save_fact(fact=fact)
        sheet = sheet_of(plan, edition, 1, date(2026, 11, 30))
        said += [sheet.quiz[0].choices[0].feedback, sheet.exit_questions[0]]
        prints.add(source_hash(sheet))
    old, new = (f"2{NO_BREAK_SPACE}{rest} EUR pe lună, brut" for rest in ("343", "501"))
    assert said == [f"Da, {old}.", f"Ce înseamnă {old}?", f"Da, {new}.", f"Ce înseamnă {new}?"]
    assert len(prints) == 2


def test_a_confirmation_is_seen_at_once(client):
    fact = make_fact()
    make_guide()
    client.get("/munca-in-strainatate/germania/")
    confirm_fact(fact=fact, day=date(2026, 11, 3))
    assert "la 03.11.2026" in client.get("/munca-in-strainatate/germania/").content.decode()
