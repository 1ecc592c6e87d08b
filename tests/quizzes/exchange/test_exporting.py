"""Exporting a quiz in the admin, and who may do either."""

import io
import json
from zipfile import ZipFile

import pytest
from django.utils import timezone

from lms.people.models import User
from lms.people.roles import Role
from media.h5p import check
from media.h5p.libraries import Library, library_as_json
from media.h5p.naming import LibraryName
from media.models import H5PLibrary
from media.objects import object_store
from quizzes.enums import Kind
from quizzes.models import QuestionPackage, Quiz
from quizzes.selectors import draft_of
from tests.factories import make_user
from tests.quizzes.drafts import SAMPLES
from tests.quizzes.exchange.packages import content_of
from tests.quizzes.exchange.screens import (
    IMPORT,
    form_of,
    make_package,
    make_quiz,
    shown,
    upload,
)

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    return client


def test_a_quiz_goes_out_as_a_package_that_comes_back(editor):
    quiz = make_quiz(Kind.SINGLE, Kind.MATCH)
    page = shown(editor.get(f"/admin/teste-h5p/{quiz.pk}/"))
    assert "Question Set: Testul" in page.text
    response = editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/?profil=nou")
    assert response.headers["Content-Disposition"] == 'attachment; filename="testul.h5p"'
    assert response.headers["Content-Type"] == "application/x-h5p"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
    assert check(io.BytesIO(response.content)).content_errors == ()
    address = upload(editor, response.content).headers["Location"]
    editor.post(address, form_of(shown(editor.get(address))))
    copy = Quiz.objects.exclude(pk=quiz.pk).get()
    assert [draft_of(place.question) for place in copy.places.all()] == [
        SAMPLES[Kind.SINGLE],
        SAMPLES[Kind.MATCH],
    ]


def test_the_page_says_what_h5p_cannot_say(editor):
    quiz = make_quiz(Kind.SCALE, Kind.FREE_TEXT)
    text = shown(editor.get(f"/admin/teste-h5p/{quiz.pk}/")).text
    assert "Scala primește un punct, oricare ar fi răspunsul." in text
    assert "rămâne pe dinafară" in text


def test_a_quiz_without_a_form_in_h5p_has_no_file(editor):
    quiz = make_quiz(Kind.FREE_TEXT)
    assert "Adăugați alte feluri" in shown(editor.get(f"/admin/teste-h5p/{quiz.pk}/")).text
    assert editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/").status_code == 404


def test_a_profile_that_does_not_exist_is_not_found(editor):
    quiz = make_quiz(Kind.SINGLE)
    assert editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/?profil=vechi").status_code == 404


def installed(*names):
    """Libraries that may run, each with nothing but its library.json."""
    for name in names:
        library = LibraryName.parse(name)
        metadata = {
            "machineName": library.machine_name,
            "majorVersion": library.major,
            "minorVersion": library.minor,
            "patchVersion": 0,
            "title": name,
            "runnable": 1,
        }
        sha256 = object_store().put(json.dumps(metadata).encode())
        plain = Library(library, 0, name, True, files={"library.json": sha256})
        H5PLibrary.objects.create(
            machine_name=library.machine_name,
            major=library.major,
            minor=library.minor,
            patch=0,
            title=name,
            details=library_as_json(plain),
            approved_at=timezone.now(),
        )


def test_libraries_go_along_when_asked_for(editor):
    installed("H5P.QuestionSet 1.20", "H5P.MultiChoice 1.16")
    quiz = make_quiz(Kind.SINGLE)
    response = editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/?biblioteci=on")
    assert "H5P.QuestionSet-1.20/library.json" in ZipFile(io.BytesIO(response.content)).namelist()


def test_a_library_that_is_not_here_is_named_and_nothing_is_sent(editor):
    installed("H5P.QuestionSet 1.20")
    quiz = make_quiz(Kind.SINGLE)
    response = editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/?biblioteci=on", follow=True)
    assert "lipsește: H5P.MultiChoice 1.16" in shown(response).text


def test_figures_go_out_as_their_values(editor, monkeypatch):
    monkeypatch.setattr("lms.core.facts.replace_tokens", lambda text, language: text.upper())
    quiz = make_quiz(Kind.SINGLE)
    body = editor.get(f"/admin/teste-h5p/{quiz.pk}/fisier/").content
    assert "CE FACI?" in json.dumps(content_of(body)[1])


def test_both_are_offered_where_quizzes_are(editor):
    quiz = make_quiz(Kind.SINGLE)
    page = editor.get("/admin/snippets/quizzes/quiz/").content.decode()
    assert IMPORT in page
    assert f"/admin/teste-h5p/{quiz.pk}/" in page


@pytest.mark.parametrize(
    ("role", "refusal"),
    [(Role.TEACHER, 403), (Role.TRAINER, 403), (Role.OFFICER, 403), (Role.SECRETARIAT, 302)],
)
def test_who_may_not_write_questions_gets_none_of_it(client, roles, role, refusal):
    quiz = make_quiz(Kind.SINGLE)
    package = make_package()
    client.force_login(make_user(role))
    imports = [IMPORT, f"{IMPORT}{package.pk}/"]
    exports = [f"/admin/teste-h5p/{quiz.pk}/", f"/admin/teste-h5p/{quiz.pk}/fisier/"]
    answers = [client.get(address) for address in (*imports, *exports)]
    answers += [client.post(address, {"drop": "1"}) for address in imports]
    assert {answer.status_code for answer in answers} == {refusal}
    assert QuestionPackage.objects.exists()
