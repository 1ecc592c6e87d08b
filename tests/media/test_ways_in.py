"""Whichever way a file comes into the library, what is stored of it is clean."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile
from wagtail.models import UploadedFile

from lms.people.enums import Role
from media.intake import documents
from media.models import ContentDocument, ContentImage
from media.uploads import clean_upload
from tests.factories import make_user
from tests.media.makers import mp3, word
from tests.media.pictures import SECRET, jpeg, png

pytestmark = pytest.mark.django_db

ON_ITS_SIDE, SEEN = 6, "Un zmeu deasupra unui deal"
MULTIPLE = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture(autouse=True)
def editor(client, roles):
    editor = make_user(Role.EDITOR)
    client.force_login(editor)
    return editor


def photograph(name="zmeu.jpg"):
    return SimpleUploadedFile(name, jpeg(turned=ON_ITS_SIDE), "image/jpeg")


def upright_and_clean(image):
    with image.file.open() as file:
        stored = file.read()
    return (
        SECRET.encode() not in stored
        and (image.width, image.height) == (4, 8)
        and image.file_size == len(stored)
    )


def test_a_picture_through_the_form(client):
    client.post("/admin/images/add/", {"title": "Zmeu", "description": SEEN, "file": photograph()})
    assert upright_and_clean(ContentImage.objects.get())


def test_a_picture_through_the_chooser(client):
    fields = {"title": "Zmeu", "description": SEEN, "file": photograph()}
    form = {f"image-chooser-upload-{name}": value for name, value in fields.items()}
    assert client.post("/admin/images/chooser/create/", form).json()["step"] == "chosen"
    assert upright_and_clean(ContentImage.objects.get())


@pytest.mark.usefixtures("on_a_disk")
def test_a_picture_in_place_of_another(client, django_capture_on_commit_callbacks):
    client.post(
        "/admin/images/add/",
        {"title": "Zmeu", "description": SEEN, "file": SimpleUploadedFile("a.png", png())},
    )
    image = ContentImage.objects.get()
    before, size = image.file.name, image.get_rendition("width-4").file.name
    fields = {"title": "Zmeu", "description": SEEN, "file": photograph()}
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"/admin/images/{image.pk}/", fields)
    image.refresh_from_db()
    assert upright_and_clean(image)
    assert not image.renditions.exists()
    assert [name for name in (before, size) if image.file.storage.exists(name)] == []


@pytest.fixture
def many(client):
    """What the form of many files answers to the first of them."""
    return client.post(
        "/admin/images/multiple/add/", {"files[]": photograph()}, headers=MULTIPLE
    ).json()


def test_one_of_many_pictures_waits_for_its_description_and_is_clean_already(many):
    waiting = UploadedFile.objects.get(pk=many["uploaded_file_id"])
    with waiting.file.open() as file:
        assert SECRET.encode() not in file.read()
    assert not ContentImage.objects.exists()
    assert "Ce se vede în imagine" in many["form"]


def test_one_of_many_pictures_comes_in_with_its_description(client, many):
    number = many["uploaded_file_id"]
    address = f"/admin/images/multiple/create_from_uploaded_image/{number}/"
    fields = {"title": "Zmeu", "description": SEEN}
    form = {f"uploaded-image-{number}-{name}": value for name, value in fields.items()}
    assert client.post(address, form, headers=MULTIPLE).json()["success"]
    assert upright_and_clean(ContentImage.objects.get())


def test_one_of_many_pictures_does_not_come_in_without(client, many):
    number = many["uploaded_file_id"]
    address = f"/admin/images/multiple/create_from_uploaded_image/{number}/"
    answer = client.post(address, {f"uploaded-image-{number}-title": "x"}, headers=MULTIPLE).json()
    assert not answer["success"]
    assert not ContentImage.objects.exists()


@pytest.mark.parametrize("told", ["", "zmeu.jpg", "zmeu", "x"])
def test_the_name_of_a_file_is_no_description(client, told):
    fields = {"title": "Zmeu", "description": told, "file": photograph()}
    page = client.post("/admin/images/add/", fields)
    assert page.context["form"].errors.keys() == {"description"}


@pytest.mark.parametrize("told", ["", "zmeu.jpg"])
def test_the_chooser_asks_for_a_description_too(client, told):
    fields = {"title": "Zmeu", "description": told, "file": photograph()}
    form = {f"image-chooser-upload-{name}": value for name, value in fields.items()}
    assert client.post("/admin/images/chooser/create/", form).json()["step"] != "chosen"
    assert not ContentImage.objects.exists()


def test_a_size_of_a_picture_is_as_clean_as_the_picture():
    image = ContentImage(title="x", file=ContentFile(jpeg(turned=ON_ITS_SIDE), "a.jpg"))
    image.save()
    size = image.get_rendition("width-2")
    assert (size.width, size.height) == (2, 4)
    with size.file.open() as file:
        assert SECRET.encode() not in file.read()


def test_a_picture_through_a_service():
    image = ContentImage(title="x")
    image.file.save("a.jpg", ContentFile(jpeg(turned=ON_ITS_SIDE)), save=False)
    image.save()
    image.get_file_size()
    assert upright_and_clean(image)


def test_a_document_through_the_form(client):
    file = SimpleUploadedFile("fisa.docx", word())
    client.post("/admin/documents/add/", {"title": "Fișa", "file": file})
    document = ContentDocument.objects.get()
    with document.file.open() as stored:
        size = len(stored.read())
    assert document.file_size == size != len(word())


def test_a_document_through_the_chooser(client):
    form = {
        "document-chooser-upload-title": "Sunet",
        "document-chooser-upload-file": SimpleUploadedFile("a.mp3", mp3()),
    }
    assert client.post("/admin/documents/chooser/create/", form).json()["step"] == "chosen"
    assert tagless(ContentDocument.objects.get())


def test_one_of_many_documents(client):
    file = SimpleUploadedFile("a.mp3", mp3())
    address = "/admin/documents/multiple/add/"
    assert client.post(address, {"files[]": file}, headers=MULTIPLE).json()["success"]
    assert tagless(ContentDocument.objects.get())


def test_a_document_in_place_of_another(client):
    document = ContentDocument.objects.create(title="x", file=ContentFile(word(), "a.docx"))
    before = document.file.name
    form = {"title": "x", "file": SimpleUploadedFile("a.mp3", mp3())}
    client.post(f"/admin/documents/edit/{document.pk}/", form)
    document.refresh_from_db()
    assert tagless(document)
    assert not document.file.storage.exists(before)


def tagless(document):
    with document.file.open() as file:
        return SECRET.encode() not in file.read()


def test_a_large_upload_lies_on_the_disk_and_is_cleaned_there():
    with TemporaryUploadedFile("a.mp3", "audio/mpeg", len(mp3()), None) as upload:
        upload.write(mp3())
        clean_upload(upload, documents.cleaned)
        with open(upload.temporary_file_path(), "rb") as file:
            assert file.read() == documents.cleaned("a.mp3", mp3())
        assert upload.size < len(mp3())


def test_a_service_cannot_store_what_the_form_would_refuse():
    with pytest.raises(ValidationError, match="nu se acceptă"):
        ContentDocument(title="x").file.save("a.html", ContentFile(b"<script>"))
