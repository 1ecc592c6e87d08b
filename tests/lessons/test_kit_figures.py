"""A figure's token in any text of a plan is its value in the kit."""

from datetime import date

import pytest
from wagtail.models import Locale

from lessons.kit_sheets import sheet_of
from lessons.models import Worksheet
from lessons.starter.quizzes import add_quiz
from lms.core import facts
from lms.core.facts import Fact
from tests.factories import make_edition, make_plan

pytestmark = pytest.mark.django_db
TOKEN = "{fapt:RO.test}"


@pytest.fixture
def sheet(monkeypatch):
    known = {"RO.test": Fact("RO.test", "61 %", "", "", "", "")}
    monkeypatch.setattr(facts, "_resolvers", [lambda key, language: known.get(key)])
    choices = [{"text": "Da", "correct": True, "feedback": f"Da, {TOKEN}."}]
    choices += [{"text": text, "feedback": "Mai gândește-te."} for text in ("Nu", "Rar")]
    rows = [{"question": "Se întâmplă?", "choices": choices}]
    quiz = add_quiz("test", "Verifică-te", rows, Locale.get_default())
    plan = make_plan(exit_questions=f"De ce {TOKEN}?\nCe spun?\nCui?", quiz=quiz)
    tasks = [("task", {"prompt": f"Ce spun {TOKEN}?", "options": [], "lines": 1, "answer": TOKEN})]
    plan.worksheets.add(Worksheet(slug="fisa-1", title="Fișa 1", audience="pupil", tasks=tasks))
    plan.save_revision().publish()
    edition = make_edition(plan)
    return sheet_of(plan, edition, 1, date(2026, 11, 25))


def test_the_feedback_of_a_question_carries_the_value(sheet):
    assert sheet.quiz[0].choices[0].feedback == "Da, 61 %."


def test_a_worksheet_carries_the_value(sheet):
    (task,) = sheet.worksheets[0].tasks
    assert (task.prompt, task.answer) == ("Ce spun 61 %?", "61 %")


def test_an_exit_question_carries_the_value(sheet):
    assert sheet.exit_questions[0] == "De ce 61 %?"
