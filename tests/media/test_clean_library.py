"""`manage.py clean_library` cleans what came in before files were cleaned, once."""

import io

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command

from media.models import ContentDocument, ContentImage
from tests.media.makers import mp3
from tests.media.pictures import SECRET, jpeg
from tests.media.test_private import make_document, make_image

pytestmark = pytest.mark.django_db


def of_old(item, name, data):
    """Put bytes under a row as if nobody had looked at them."""
    stored = item.file.storage.save(name, ContentFile(data))
    type(item).objects.filter(pk=item.pk).update(file=stored)
    item.refresh_from_db()
    return item


def run():
    said = io.StringIO()
    call_command("clean_library", stdout=said, stderr=said)
    return said.getvalue()


def bytes_of(item):
    with item.file.open() as file:
        return file.read()


def test_a_photograph_of_old_is_cleaned_turned_and_its_sizes_made_anew(
    django_capture_on_commit_callbacks,
):
    image = of_old(make_image(), "original_images/poza.jpg", jpeg(turned=6))
    image.get_rendition("width-2")
    before, storage = image.file.name, image.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        run()
    image = ContentImage.objects.get()
    assert SECRET.encode() not in bytes_of(image)
    assert (image.width, image.height, image.file_size) == (4, 8, len(bytes_of(image)))
    assert not image.renditions.exists()
    assert not storage.exists(before)


def test_a_document_of_old_is_cleaned():
    of_old(make_document(), "documents/sunet.mp3", mp3())
    assert "1 cleaned" in run()
    document = ContentDocument.objects.get()
    assert SECRET.encode() not in bytes_of(document)
    assert document.file_size == len(bytes_of(document))


def test_a_second_run_changes_nothing():
    of_old(make_image(), "original_images/poza.jpg", jpeg())
    run()
    name = ContentImage.objects.get().file.name
    assert "0 cleaned" in run()
    assert ContentImage.objects.get().file.name == name


def test_what_would_be_refused_today_stays_and_is_listed():
    document = of_old(make_document(), "documents/pagina.html", b"<script>")
    with pytest.raises(CommandError):
        run()
    document.refresh_from_db()
    assert bytes_of(document) == b"<script>"


def test_a_file_that_is_missing_stops_no_other():
    image = make_image()
    image.file.storage.delete(image.file.name)
    of_old(make_document(), "documents/sunet.mp3", mp3())
    with pytest.raises(CommandError):
        run()
    assert SECRET.encode() not in bytes_of(ContentDocument.objects.get())
