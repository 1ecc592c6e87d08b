"""A participant answers before and after on a phone that runs no scripts; the trainer reads it."""

import pytest

from lms.people.models import User
from lms.training.models import Evaluation, QuestionnaireAnswer
from lms.training.tokens import evaluation_token, questionnaire_token
from tests.journeys.test_every_page import serious_problems
from tests.training.questionnaire_factories import make_asked_event

pytestmark = pytest.mark.browser


@pytest.fixture
def questionnaire(site):
    trainer = User.objects.get(email="formator@demo.protect.ro")
    return make_asked_event(trainer).questionnaire


@pytest.fixture
def phone(browser, site):
    context = browser.new_context(
        base_url=site, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def asked(questionnaire, part):
    return f"/formare/chestionar/{questionnaire_token(questionnaire.public_id, part)}/"


def answer(phone, address, *, code):
    phone.goto(address)
    phone.fill("input[name=code]", code)
    phone.check("input[name=q1][value=a]")
    phone.click("main button.button--primary")


def test_a_participant_answers_both_times_and_says_what_they_think(phone, questionnaire):
    answer(phone, asked(questionnaire, "before"), code="Maria")
    assert phone.is_checked("input[name=q1][value=a]")
    phone.fill("input[name=code]", "ma 7 42")
    phone.click("main button.button--primary")
    assert phone.inner_text("h1") == "Răspunsurile au ajuns"
    answer(phone, asked(questionnaire, "after"), code="MA0742")
    phone.click("main a.button--primary")
    phone.check("input[name=usefulness][value='5']")
    phone.click("main button.button--primary")
    assert phone.inner_text("h1") == "Vă mulțumim"
    answers = QuestionnaireAnswer.objects.filter(questionnaire=questionnaire)
    assert len({row.code_hash for row in answers}) == 1
    assert Evaluation.objects.filter(questionnaire=questionnaire).count() == 1


def test_nothing_but_the_forms_own_token_is_left_on_the_phone(phone, questionnaire):
    answer(phone, asked(questionnaire, "before"), code="MA0742")
    assert [cookie["name"] for cookie in phone.context.cookies()] == ["csrftoken"]


def test_the_forms_are_accessible(browser, site, questionnaire):
    context = browser.new_context(
        base_url=site, bypass_csp=True, viewport={"width": 360, "height": 740}
    )
    page = context.new_page()
    for address in (
        asked(questionnaire, "before"),
        asked(questionnaire, "after"),
        f"/formare/parere/{evaluation_token(questionnaire.public_id)}/",
    ):
        page.goto(address)
        assert serious_problems(page) == []
    context.close()
