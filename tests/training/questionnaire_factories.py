"""Questionnaires that tests start from: one of two questions, and people who answer it."""

from uuid import uuid4

from wagtail.models import Locale

from lms.training.answer_codes import normalise_answer_code
from lms.training.enums import QuestionnairePart
from lms.training.models import TrainingEvent
from lms.training.services import answer_questionnaire, evaluate, prepare_questionnaire
from quizzes.drafts import QuestionDraft
from quizzes.enums import Kind
from quizzes.models import Quiz, QuizQuestion
from quizzes.services import add_question
from tests.quizzes.drafts import SAMPLES, choices
from tests.training.event_factories import make_event, make_trainer
from tests.training.programmes import make_programme

BEFORE, AFTER = QuestionnairePart.BEFORE, QuestionnairePart.AFTER
SIGNS = QuestionDraft(
    Kind.MULTIPLE,
    "Care sunt semne de risc?",
    "",
    choices(
        ["Actele îi sunt ținute.", "Are o datorie.", "E obosit.", "Nu răspunde singur."],
        correct=[True, True, False, True],
    ),
)
# What the two questions are answered with: nothing known, all known.
NOTHING, ALL = {1: ["c"], 2: ["a"]}, {1: ["a", "b", "d"], 2: ["b"]}


def make_quiz(*kinds) -> Quiz:
    """A quiz that asks for signs of risk, then one question of each of these kinds."""
    locale = Locale.get_default()
    quiz = Quiz.objects.create(title="Chestionar", locale=locale)
    signs = add_question(key="semne", locale=locale, draft=SIGNS, risk_sign=True)
    others = [add_question(key=f"i-{k}", locale=locale, draft=SAMPLES[k]) for k in kinds]
    for order, question in enumerate([signs, *others]):
        QuizQuestion.objects.create(quiz=quiz, question=question, sort_order=order)
    return quiz


def make_asked_event(trainer=None, *kinds, hours=-1, **fields) -> TrainingEvent:
    """An event in its only sitting whose questionnaire is prepared. Needs the `roles` fixture."""
    trainer = trainer or make_trainer()
    programme = make_programme(questionnaire=make_quiz(*(kinds or (Kind.SINGLE,))))
    event = make_event(trainer, hours=hours, programme=programme, **fields)
    prepare_questionnaire(event=event, by=trainer)
    return TrainingEvent.objects.get(pk=event.pk)


def answer(event, part=BEFORE, code="MA0742", responses=None, client_id=None):
    return answer_questionnaire(
        questionnaire=event.questionnaire,
        part=part,
        code=normalise_answer_code(code),
        client_id=client_id or uuid4(),
        responses=NOTHING if responses is None else responses,
    )


def answer_in_pairs(event, count, before=NOTHING, after=ALL):
    """So many people answer both times."""
    for number in range(count):
        answer(event, BEFORE, f"AN01{number:02d}", before)
        answer(event, AFTER, f"AN01{number:02d}", after)


def judge(event, client_id=None, comments=None, **marks):
    usual = {"usefulness": 5, "clarity": 4, "trainer": 5, "pace": "right", "will_use": "yes"}
    return evaluate(
        questionnaire=event.questionnaire,
        client_id=client_id or uuid4(),
        comments=comments or {},
        **(usual | marks),
    )
