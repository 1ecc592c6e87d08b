"""The shipped questionnaires are whole, ask for signs, and are given to their programmes once."""

import re
import tomllib

import pytest
from wagtail.models import Locale

from lessons.starter.registers import load as load_registers
from lms.core import facts
from lms.pages.starter import homes
from lms.people.roles import Role
from lms.training.enums import QuestionnairePart
from lms.training.models import EventQuestionnaire, ProgrammePage
from lms.training.selectors.evaluations import evaluation_summary
from lms.training.selectors.learned import learned_at
from lms.training.services.questionnaires import ASKED_KINDS
from lms.training.starter import demonstration, load, questionnaires
from quizzes.enums import Kind
from quizzes.models import Question, Quiz
from quizzes.selectors import draft_of, questions_of
from tests.factories import CountyFactory, MemberOrganisationFactory, make_user

FILES = [tomllib.loads(path.read_text()) for path in sorted(questionnaires.FOLDER.glob("*.toml"))]

each = pytest.mark.parametrize("given", FILES, ids=lambda given: given["programme"])


@pytest.fixture
def loaded(db):
    Locale.objects.get_or_create(language_code="en")
    homes.load()
    load_registers()
    load()


def quiz_of(given):
    return ProgrammePage.objects.get(slug=given["programme"]).questionnaire


@each
def test_the_programme_has_its_questionnaire(loaded, given):
    programme = ProgrammePage.objects.live().get(slug=given["programme"])
    assert programme.questionnaire.title == given["title"]
    assert programme.risk_signs == given["risk_signs"]


@each
def test_every_question_suits_a_phone_in_a_full_room(loaded, given):
    assert {question.kind for question in questions_of(quiz_of(given))} <= ASKED_KINDS


@each
def test_there_are_more_signs_than_are_asked_for(loaded, given):
    tagged = [question for question in questions_of(quiz_of(given)) if question.risk_sign]
    signs = sum(choice.correct for one in tagged for choice in draft_of(one).choices)
    assert (len(tagged) >= 2, signs >= 2 * given["risk_signs"]) == (True, True)


@each
def test_the_questionnaire_ends_with_how_sure_people_feel(loaded, given):
    assert questions_of(quiz_of(given))[-1].kind == Kind.SCALE


@each
def test_no_share_is_named_that_has_no_source(given):
    assert re.findall(r"\d+ ?%", str(given)) == []


@each
def test_every_figure_is_known(loaded, given):
    assert [key for key in facts.keys_in(str(given)) if facts.resolve(key, "ro") is None] == []


def test_nobody_is_a_sign_by_where_they_come_from(loaded):
    signs = Question.objects.filter(risk_sign=True)
    fitting = [c.text for one in signs for c in draft_of(one).choices if c.correct]
    assert not [text for text in fitting if re.search(r"etni|accent|haine|bani puțini", text)]


def test_loading_again_adds_nothing(loaded):
    before = Quiz.objects.count(), Question.objects.count()
    assert questionnaires.load() == 0
    assert (Quiz.objects.count(), Question.objects.count()) == before


def test_a_questionnaire_that_an_editor_took_away_stays_away(loaded):
    ProgrammePage.objects.update(questionnaire=None)
    questionnaires.load()
    assert not ProgrammePage.objects.exclude(questionnaire=None).exists()


def test_the_demonstration_shows_a_change(loaded, roles, settings):
    settings.DEMO = True
    for mnemonic in ("CJ", "VS"):
        CountyFactory(mnemonic=mnemonic, name=mnemonic, iso_code=mnemonic, nuts3=mnemonic)
    organisation = MemberOrganisationFactory()
    make_user(Role.TRAINER, email="formator@demo.protect.ro", organisation=organisation)
    demonstration.load()
    questionnaire = EventQuestionnaire.objects.get()
    found = learned_at(questionnaire)
    assert (found.pairs, found.only_before, found.only_after) == (12, 2, 1)
    assert all(row.moments for row in (found.signs, *found.rows))
    assert evaluation_summary(questionnaire).n == 9
    assert set(questionnaire.answers.values_list("part", flat=True)) == set(QuestionnairePart)
