"""Importing questions from H5P in the admin: upload, look, mend, save once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.core.files.storage import default_storage
from django.utils import timezone
from wagtail.models import Locale

from lms.people.models import User
from media.h5p.content import Library, MultiChoice, Nested, Other, QuestionSet, TrueFalse, Version
from media.h5p.content.multi_choice import Answer
from media.models import ContentImage
from quizzes.enums import Kind
from quizzes.models import Question, QuestionPackage, Quiz
from quizzes.selectors import draft_of
from quizzes.services import Taken, drop_old_packages, save_package
from tests.media.h5p.packages import png
from tests.quizzes.drafts import SAMPLES
from tests.quizzes.exchange.packages import package_of
from tests.quizzes.exchange.screens import (
    IMPORT,
    TRUTH,
    form_of,
    make_package,
    received,
    shown,
    upload,
)

pytestmark = pytest.mark.django_db
IMAGE = Other(
    Library("H5P.Image", Version(1, 1)), {"file": {"path": "images/a.png"}, "alt": "Zmeu"}
)


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    return client


def test_a_package_becomes_a_quiz_in_the_bank(editor):
    address = received(editor, QuestionSet(questions=(Nested(TRUTH),)))
    page = shown(editor.get(address))
    assert not Question.objects.exists()
    response = editor.post(address, form_of(page), follow=True)
    assert "Testul și întrebările lui sunt în bancă." in shown(response).text
    quiz = Quiz.objects.get()
    assert (quiz.title, quiz.locale) == ("Ofertă", Locale.get_default())
    draft = draft_of(quiz.places.get().question)
    assert (draft.kind, draft.text) == (Kind.TRUE_FALSE, "119 este gratuit.")
    assert [choice.feedback for choice in draft.choices] == ["Da.", "Ba da."]


def test_the_file_goes_when_its_questions_are_in_the_bank(
    editor, django_capture_on_commit_callbacks
):
    address = received(editor, TRUTH)
    name = QuestionPackage.objects.get().file.name
    assert default_storage.exists(name)
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(address, form_of(shown(editor.get(address))))
    assert not default_storage.exists(name)
    assert QuestionPackage.objects.get().file.name == ""


def test_the_same_file_twice_makes_no_second_set_and_says_so(editor):
    address = received(editor, TRUTH)
    editor.post(address, form_of(shown(editor.get(address))))
    again = upload(editor, package_of(TRUTH), name="alt-nume.h5p")
    response = editor.get(again.headers["Location"], follow=True)
    assert "Acest fișier este deja importat ca „Ofertă”." in shown(response).text
    editor.post(address, form_of(shown(response)))
    assert (Quiz.objects.count(), Question.objects.count()) == (1, 1)


def test_two_presses_of_the_button_are_one_quiz(editor):
    package, person = make_package(), User.objects.get()
    taken = [Taken(SAMPLES[Kind.TRUE_FALSE])]
    wanted = {"title": "Ofertă", "locale": Locale.get_default(), "taken": taken, "by": person}
    first, second = (save_package(package=package, **wanted) for _ in range(2))
    assert (first, Quiz.objects.count(), Question.objects.count()) == (second, 1, 1)


def test_a_question_that_is_not_whole_leaves_nothing_behind(editor):
    package, person = make_package(), User.objects.get()
    draft = replace(SAMPLES[Kind.TRUE_FALSE], text="")
    taken = [Taken(SAMPLES[Kind.SINGLE]), Taken(draft)]
    wanted = {"title": "Ofertă", "locale": Locale.get_default(), "taken": taken, "by": person}
    with pytest.raises(ValidationError):
        save_package(package=package, **wanted)
    assert not Question.objects.exists()
    assert not Quiz.objects.exists()


def test_a_quiz_that_was_deleted_can_be_imported_anew(editor):
    address = received(editor, TRUTH)
    editor.post(address, form_of(shown(editor.get(address))))
    Quiz.objects.all().delete()
    address = received(editor, TRUTH)
    editor.post(address, form_of(shown(editor.get(address))))
    assert (Quiz.objects.count(), Question.objects.count()) == (1, 1)


UNEXPLAINED = MultiChoice(
    question="<p>Ce faci?</p>",
    answers=(Answer(text="a", correct=True), Answer(text="b"), Answer(text="c")),
)


def test_what_the_editor_must_write_is_said_before_and_nothing_typed_is_lost(editor):
    address = received(editor, UNEXPLAINED)
    page = shown(editor.get(address))
    assert "Varianta 3: scrieți explicația." in page.select_one(".help-warning").text
    sent = form_of(page, **{"q0-choice0_feedback": "Așa e.", "quiz-title": "Al meu"})
    again = shown(editor.post(address, sent))
    assert "Varianta 1" not in again.select_one(".help-critical ul").text
    assert "Varianta 2: scrieți explicația." in again.select_one(".help-critical ul").text
    assert again.select_one("[name=q0-choice0_feedback]").text.strip() == "Așa e."
    assert again.select_one("[name=quiz-title]")["value"] == "Al meu"
    assert not Question.objects.exists()
    more = {"q0-choice1_feedback": "Nu.", "q0-choice2_feedback": "Nici."}
    editor.post(address, form_of(again, **more))
    assert Quiz.objects.get().title == "Al meu"


def test_a_question_that_is_not_ticked_stays_out_whatever_it_misses(editor):
    address = received(editor, QuestionSet(questions=(Nested(UNEXPLAINED), Nested(TRUTH))))
    editor.post(address, form_of(shown(editor.get(address)), **{"q0-take": None}))
    assert list(Question.objects.values_list("text", flat=True)) == ["119 este gratuit."]


def test_taking_nothing_is_said(editor):
    address = received(editor, TRUTH)
    page = shown(editor.post(address, form_of(shown(editor.get(address)), **{"q0-take": None})))
    assert "Nu ați ales nicio întrebare." in page.text
    assert not Quiz.objects.exists()


def test_an_option_whose_texts_are_taken_out_is_not_taken_over(editor):
    answers = tuple(Answer(text=t, correct=t == "a", chosen="De ce.") for t in "abcde")
    address = received(editor, MultiChoice(question="?", answers=answers))
    page = shown(editor.get(address))
    assert "cel mult 4 variante" in page.select_one(".help-warning").text
    editor.post(address, form_of(page, **{"q0-choice4_text": "", "q0-choice4_feedback": ""}))
    assert [choice.text for choice in draft_of(Question.objects.get()).choices] == list("abcd")


def test_a_text_that_is_too_long_is_seen_whole_and_refused(editor):
    address = received(editor, TrueFalse(question="<p>" + "a" * 301 + "</p>", correct=True))
    page = shown(editor.get(address))
    again = shown(editor.post(address, form_of(page)))
    assert again.select_one("[name=q0-text]").text.strip() == "a" * 301
    assert not Question.objects.exists()


def with_image(alt="Zmeu"):
    image = Other(IMAGE.library, {**IMAGE.params, "alt": alt})
    metadata = {"license": "CC BY", "licenseVersion": "4.0", "authors": [{"name": "Ana"}]}
    return TrueFalse(
        question="?", correct=True, said_when_right="Da.", said_when_wrong="Nu.",
        media=Nested(image, metadata=metadata),
    )  # fmt: skip


def test_an_image_comes_into_the_library_with_description_and_licence(editor):
    address = received(editor, with_image(), files={"images/a.png": png()})
    editor.post(address, form_of(shown(editor.get(address))))
    image = ContentImage.objects.get()
    assert (image.description, image.credit) == ("Zmeu", "Ana · CC BY 4.0")
    assert image.uploaded_by_user.email == "om@example.org"


def test_an_image_that_nobody_describes_does_not_come(editor):
    address = received(editor, with_image(alt=""), files={"images/a.png": png()})
    editor.post(address, form_of(shown(editor.get(address))))
    assert Question.objects.exists()
    assert not ContentImage.objects.exists()


def test_a_package_of_something_else_is_kept_out_with_advice(editor):
    essay = Other(Library("H5P.Essay", Version(1, 5)), {"taskDescription": "x"})
    page = shown(editor.get(received(editor, essay)))
    assert "Păstrați-l ca activitate H5P." in page.text
    assert page.select_one("[name=drop]")


@pytest.mark.parametrize(
    ("body", "advice"),
    [
        (b"", "Fișierul este gol."),
        (b"nu e arhiva", "Alegeți un fișier cu terminația .h5p"),
        (package_of(Other(Library("H5P.TrueFalse", Version(1, 8)), {"correct": 7})), "în Lumi"),
    ],
)
def test_a_bad_file_says_what_to_do(editor, body, advice):
    response = upload(editor, body)
    assert response.status_code == 200
    assert advice in shown(response).text
    assert not QuestionPackage.objects.exists()


def test_no_file_says_what_to_do(editor):
    assert "Alegeți fișierul de pe calculator." in shown(editor.post(IMPORT, {})).text


def test_a_file_that_nobody_wants_is_dropped(editor, django_capture_on_commit_callbacks):
    address = received(editor, TRUTH)
    name = QuestionPackage.objects.get().file.name
    with django_capture_on_commit_callbacks(execute=True):
        editor.post(address, {"drop": "1"})
    assert not QuestionPackage.objects.exists()
    assert not default_storage.exists(name)
    assert editor.get(address).status_code == 404


def test_a_file_left_lying_is_dropped_after_a_week(editor):
    received(editor, TRUTH)
    assert drop_old_packages() == 0
    QuestionPackage.objects.update(received_at=timezone.now() - timedelta(days=8))
    assert drop_old_packages() == 1
