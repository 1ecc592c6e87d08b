"""The bank in the admin: nothing that is not whole gets in, nothing that was asked gets out."""

from dataclasses import replace
from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse
from django.utils import timezone
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from lms.people.models import User
from lms.people.roles import Role
from quizzes.enums import Kind
from quizzes.models import Question, QuestionVersion
from quizzes.selectors import draft_of
from quizzes.services import fold_expired_attempts
from tests.factories import make_user
from tests.quizzes.builders import answer, make_attempt, make_question, make_version
from tests.quizzes.drafts import SAMPLES

pytestmark = pytest.mark.django_db
ADD = "/admin/snippets/quizzes/question/add/"
LIST = "/admin/snippets/quizzes/question/"


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    return client


def form_of(draft, key=""):
    """What the editor's form sends for this draft."""
    rows = [
        {
            "text": choice.text,
            "feedback": choice.feedback,
            "match": choice.match,
            "gap": "" if choice.gap is None else choice.gap,
            "scene": choice.scene,
            "leads_to": choice.leads_to,
            **({"is_correct": "on"} if choice.correct else {}),
        }
        for choice in draft.choices
    ]
    scenes = [
        {
            "key": scene.key,
            "speaker": scene.speaker,
            "text": scene.text,
            **({"ending": "on"} if scene.ending else {}),
        }
        for scene in draft.scenes
    ]
    return nested_form_data(
        {
            "kind": draft.kind.value,
            "text": draft.text,
            "closing": draft.closing,
            "key": key,
            "choices": inline_formset(rows),
            "scenes": inline_formset(scenes),
        }
    )


def shown(response):
    return BeautifulSoup(response.content, "html.parser")


@pytest.mark.parametrize("kind", Kind)
def test_a_whole_question_of_every_kind_is_saved_as_it_was_written(editor, kind):
    editor.post(ADD, form_of(SAMPLES[kind]))
    assert draft_of(Question.objects.get()) == SAMPLES[kind]


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind != Kind.FREE_TEXT])
def test_a_question_of_any_kind_without_feedback_on_every_option_is_refused(editor, kind):
    first, *others = SAMPLES[kind].choices
    draft = replace(SAMPLES[kind], choices=(replace(first, feedback=" "), *others))
    response = editor.post(ADD, form_of(draft))
    assert "Varianta 1: scrieți explicația." in shown(response).text
    assert not Question.objects.exists()


@pytest.mark.parametrize(
    ("kind", "changes", "message"),
    [
        (Kind.SINGLE, {"choices": ()}, "Sunt necesare cel puțin 3 și cel mult 4 variante."),
        (Kind.FILL, {"text": "Fără locuri."}, "Marcați locurile goale"),
        (Kind.BRANCHING, {"scenes": ()}, "O poveste are nevoie"),
        (Kind.FREE_TEXT, {"closing": ""}, "Scrieți încheierea"),
        (Kind.SINGLE, {"text": "Câți? {fapt:RO.nu_exista}"}, "Cifră necunoscută: RO.nu_exista"),
    ],
)
def test_the_form_says_what_is_missing(editor, kind, changes, message):
    response = editor.post(ADD, form_of(replace(SAMPLES[kind], **changes)))
    assert message in shown(response).text
    assert not Question.objects.exists()


def test_a_short_name_is_made_of_the_text_and_numbered_when_it_is_taken(editor):
    for _ in range(2):
        editor.post(ADD, form_of(SAMPLES[Kind.SINGLE]))
    assert set(Question.objects.values_list("key", flat=True)) == {"ce-faci", "ce-faci-2"}


def test_a_short_name_that_is_taken_is_refused(editor):
    make_question(key="un-nume")
    response = editor.post(ADD, form_of(SAMPLES[Kind.SINGLE], key="un-nume"))
    assert "Există deja o întrebare cu acest nume scurt" in shown(response).text


def edit(editor, question, **changes):
    rows = list(question.choices.values("id", "text", "feedback", "is_correct", "sort_order"))
    choices = [
        {k: v for k, v in row.items() if k not in ("is_correct", "sort_order")}
        | {"match": "", "gap": "", "scene": "", "leads_to": ""}
        | ({"is_correct": "on"} if row["is_correct"] else {})
        for row in rows
    ]
    fields = {"kind": question.kind, "text": question.text, "closing": "", "key": question.key}
    inlines = {"choices": inline_formset(choices, initial=len(rows)), "scenes": inline_formset([])}
    data = nested_form_data({**fields, **changes, **inlines})
    return editor.post(f"{LIST}edit/{question.pk}/", data)


def test_an_edit_of_a_question_that_was_asked_makes_a_version(editor):
    question = make_version().question
    edit(editor, question, text="Ce ai face?")
    assert [v.sheet.text for v in QuestionVersion.objects.all()] == ["Ce faci?", "Ce ai face?"]


def test_an_edit_of_a_question_that_was_never_asked_makes_none(editor):
    edit(editor, make_question(), text="Ce ai face?")
    assert (Question.objects.get().text, QuestionVersion.objects.count()) == ("Ce ai face?", 0)


def test_the_list_shows_the_kind(editor):
    make_question(Kind.ORDER)
    assert "pune în ordine" in shown(editor.get(LIST)).text


def test_a_question_that_was_asked_is_not_deleted_and_it_is_said_why(editor):
    question = make_version().question
    response = editor.post(f"{LIST}delete/{question.pk}/", follow=True)
    assert "Întrebarea a fost pusă în clase" in shown(response).text
    assert Question.objects.exists()


def test_a_question_that_was_asked_is_not_deleted_among_others(editor):
    asked, other = make_version().question, make_question(key="alta")
    address = reverse("wagtail_bulk_action", args=["quizzes", "question", "delete"])
    editor.post(f"{address}?id={asked.pk}&id={other.pk}")
    assert Question.objects.count() == 2


def test_a_question_that_was_never_asked_can_be_deleted(editor):
    editor.post(f"{LIST}delete/{make_question().pk}/")
    assert not Question.objects.exists()


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize(("mode", "said"), [("pupil", False), ("key", True)])
def test_an_editor_sees_the_question_as_a_pupil_and_with_its_key(editor, kind, mode, said):
    draft = SAMPLES[kind]
    address = f"{LIST}preview/"
    assert editor.post(address, form_of(draft)).json()["is_valid"]
    page = editor.get(f"{address}?mode={mode}")
    assert page.status_code == 200
    assert shown(page).select_one("fieldset.question")
    reasons = [choice.feedback for choice in draft.choices]
    assert any(reason in shown(page).text for reason in reasons) == (said and bool(reasons))


@pytest.fixture
def analysed():
    version = make_version()
    for _ in range(12):
        attempt = make_attempt()
        answer(attempt, version, "a", step=1)
        answer(attempt, version, "b", step=2)
    fold_expired_attempts(timezone.now() + timedelta(days=3))


def test_editors_read_how_questions_work(editor, analysed):
    page = shown(editor.get("/admin/analiza-intrebarilor/"))
    assert "Ce faci?" in page.text
    assert "50 %" in page.text
    assert "A (12)" in page.text
    assert "Înainte și după" in page.text


def test_before_the_first_classes_the_analysis_says_when_it_comes(editor):
    assert (
        "Încă nu sunt destule răspunsuri" in shown(editor.get("/admin/analiza-intrebarilor/")).text
    )


def test_the_analysis_is_among_the_reports(editor):
    assert "/admin/analiza-intrebarilor/" in editor.get("/admin/").content.decode()


def test_who_may_not_see_questions_sees_no_analysis(client, roles):
    client.force_login(make_user(Role.TEACHER))
    assert client.get("/admin/analiza-intrebarilor/").status_code == 403


def test_signs_of_risk_are_asked_only_where_several_options_can_be_ticked(editor):
    for kind in (Kind.SINGLE, Kind.MULTIPLE):
        editor.post(ADD, {**form_of(SAMPLES[kind]), "risk_sign": "on"})
    assert list(Question.objects.values_list("kind", "risk_sign")) == [(Kind.MULTIPLE, True)]
