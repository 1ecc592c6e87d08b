"""Imports whose file is gone, comes twice at once, or holds pictures that are not what they say."""

import io
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models.signals import pre_init

from lms.people.models import User
from media.h5p.content import Library, Nested, Other, TrueFalse, Version
from media.models import ContentImage
from quizzes.models import Question, QuestionPackage
from quizzes.services import receive_package
from tests.media.h5p.packages import png
from tests.media.h5p.test_photos import photograph
from tests.media.h5p.zips import Raw, zipped
from tests.quizzes.exchange.packages import package_of
from tests.quizzes.exchange.screens import IMPORT, TRUTH, form_of, received, shown, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _own_storage(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def editor(client):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    return client


def pictured(path):
    """A question with a picture at this path, described."""
    image = Other(Library("H5P.Image", Version(1, 1)), {"file": {"path": path}, "alt": "Zmeu"})
    media = Nested(image)
    return TrueFalse(
        question="?", correct=True, said_when_right="Da.", said_when_wrong="Nu.", media=media
    )


def lose_file():
    default_storage.delete(QuestionPackage.objects.get().file.name)


def kept_files():
    is_there = default_storage.exists("h5p-import")
    return set(default_storage.listdir("h5p-import")[1]) if is_there else set()


def test_a_file_that_is_gone_is_said(editor):
    address = received(editor, TRUTH)
    lose_file()
    response = editor.get(address, follow=True)
    assert response.redirect_chain[-1][0] == IMPORT
    assert "Fișierul nu mai este la noi." in shown(response).text


def test_a_file_that_is_gone_comes_back_when_it_is_sent_again(editor):
    address = received(editor, TRUTH)
    lose_file()
    assert received(editor, TRUTH) == address
    assert editor.get(address).status_code == 200


def test_one_file_from_two_editors_at_once_is_kept_once():
    body = package_of(TRUTH)

    def sent():
        return receive_package(file=SimpleUploadedFile("set.h5p", body))

    def overtaken(**_told):
        pre_init.disconnect(overtaken, sender=QuestionPackage)
        sent()

    before = kept_files()
    pre_init.connect(overtaken, sender=QuestionPackage)
    assert sent() == QuestionPackage.objects.get()
    assert len(kept_files() - before) == 1


def test_a_picture_is_named_after_what_it_is(editor):
    address = received(editor, pictured("images/a.jpg"), files={"images/a.jpg": png()})
    assert editor.post(address, form_of(shown(editor.get(address)))).status_code == 302
    assert ContentImage.objects.get().file.name.endswith(".png")


def test_a_picture_that_the_library_does_not_take_is_said_and_nothing_typed_is_lost(editor):
    large = png(12_001, 1)
    address = received(editor, pictured("images/a.png"), files={"images/a.png": large})
    changed = form_of(shown(editor.get(address))) | {"q0-text": "Alta?"}
    page = shown(editor.post(address, changed))
    assert "images/a.png: " in page.text
    assert page.select_one("[name=q0-text]").text.strip() == "Alta?"
    assert not Question.objects.exists()


def test_a_picture_named_by_a_mac_comes_along(editor):
    body = package_of(pictured("images/ș.png"), files={"images/ș.png": png()})
    address = upload(editor, unmarked(body)).headers["Location"]
    editor.post(address, form_of(shown(editor.get(address))))
    assert ContentImage.objects.get().description == "Zmeu"


def test_a_photograph_in_a_package_loses_what_its_camera_wrote(editor):
    address = received(editor, pictured("images/a.jpg"), files={"images/a.jpg": photograph()})
    editor.post(address, form_of(shown(editor.get(address))))
    with ContentImage.objects.get().file.open("rb") as file:
        assert b"Popescu" not in file.read()


def unmarked(body):
    """The archive with names in UTF-8 that do not say so, as Macs write them."""
    with zipfile.ZipFile(io.BytesIO(body)) as archive:
        return zipped(Raw(name, archive.read(name), flags=0) for name in archive.namelist())
