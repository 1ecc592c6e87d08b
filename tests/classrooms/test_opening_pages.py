"""The form that opens a class."""

import uuid

import pytest

from lessons.models import StepPage
from lms.classrooms.guesses import MOST_WRONG_CODES, count_wrong_code
from lms.classrooms.models import SchoolClass
from lms.people.enums import Role
from tests.classrooms.classes import make_class, shown, steps_of
from tests.factories import SchoolFactory, make_user
from tests.lessons.modules import make_way

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def teacher(client):
    teacher = make_user(Role.TEACHER)
    client.force_login(teacher)
    return teacher


def opening(module, **said):
    ticked = StepPage.objects.child_of(module).exclude(question=None)
    usual = {
        "client_id": str(uuid.uuid4()),
        "pace": "self",
        "class_label": "7 B",
        "questions": [step.pk for step in ticked],
    }
    return {**usual, **said}


def test_a_class_is_opened_from_the_list_of_modules(client, teacher):
    module = make_way()
    assert f"?modul={module.slug}" in shown(client, "/clase/noua/")


def test_opening_leads_to_the_live_page(client, teacher):
    module = make_way()
    sent = client.post(f"/clase/noua/?modul={module.slug}", opening(module))
    assert sent["Location"] == f"/clase/{SchoolClass.objects.get().public_id}/"


def test_the_same_form_sent_twice_opens_one_class(client, teacher):
    module = make_way()
    said = opening(module)
    for _ in range(2):
        client.post(f"/clase/noua/?modul={module.slug}", said)
    assert SchoolClass.objects.count() == 1


def test_a_step_whose_question_is_not_ticked_is_left_out_and_words_stay(client, teacher):
    module = make_way()
    words, question, _story = steps_of(module)
    client.post(f"/clase/noua/?modul={module.slug}", opening(module, questions=[question.pk]))
    steps = SchoolClass.objects.get().steps.values_list("step", flat=True)
    assert list(steps) == [words.pk, question.pk]


@pytest.mark.parametrize("field", [{"class_label": "Ana și Ion"}, {"pace": "repede"}])
def test_what_cannot_be_is_sent_back_with_a_word(client, teacher, field):
    module = make_way()
    sent = client.post(f"/clase/noua/?modul={module.slug}", opening(module, **field))
    assert "error-summary" in sent.content.decode()
    assert not SchoolClass.objects.exists()


def test_a_form_with_somebody_elses_id_opens_nothing_and_tells_nothing(client, teacher):
    strange = make_class()
    said = opening(strange.module, client_id=str(strange.client_id))
    sent = client.post(f"/clase/noua/?modul={strange.module.slug}", said)
    assert (sent.status_code, SchoolClass.objects.count()) == (404, 1)


def test_what_was_guessed_at_school_before_keeps_no_pupil_out(client, teacher):
    module = make_way()
    for _guess in range(MOST_WRONG_CODES):
        count_wrong_code("127.0.0.1")
    client.post(f"/clase/noua/?modul={module.slug}", opening(module))
    code = SchoolClass.objects.get().code.code
    assert client.post("/intra/", {"code": code}).status_code == 302


def test_the_class_has_the_school_of_the_account(client, teacher):
    teacher.school = SchoolFactory()
    teacher.save()
    module = make_way()
    client.post(f"/clase/noua/?modul={module.slug}", opening(module))
    assert SchoolClass.objects.get().school == teacher.school
