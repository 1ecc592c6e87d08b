"""Files that nothing uses any more are taken away, and no others."""

import os
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from django.utils import timezone

from media.models import LibraryBundle
from media.objects import object_name, object_store, put_packed
from media.services import replace_file, sweep_objects
from tests.media.activities.builders import install_probe, judged, make_activity

pytestmark = [pytest.mark.django_db]


@pytest.fixture(autouse=True)
def _empty_storage():
    for folder in default_storage.listdir("h5p")[0] if default_storage.exists("h5p") else ():
        for name in default_storage.listdir(f"h5p/{folder}")[1]:
            default_storage.delete(f"h5p/{folder}/{name}")


def later():
    return timezone.now() + timedelta(days=2)


def test_what_an_activity_uses_stays():
    make_activity()
    assert sweep_objects(now=later()) == (0, 0)


def test_the_files_of_a_deleted_activity_go():
    activity = make_activity()
    sha256 = activity.shown.digests["content.json"]
    activity.delete()
    sweep_objects(now=later())
    assert not object_store().has(sha256)


def test_the_files_of_an_older_revision_stay():
    activity = make_activity()
    sha256 = activity.shown.digests["content.json"]
    replace_file(activity=activity, package=judged(content={"question": "Alta?"}))
    sweep_objects(now=later())
    assert object_store().has(sha256)


def test_a_file_that_came_today_stays():
    digest = object_store().put(b"an upload whose rows are not written yet")
    sweep_objects()
    assert object_store().has(digest)


@pytest.mark.usefixtures("on_a_disk")
def test_an_old_file_that_an_upload_needs_again_stays():
    activity = make_activity()
    names = set(activity.shown.digests.values())
    activity.delete()
    two_days_ago = (timezone.now() - timedelta(days=2)).timestamp()
    for path in object_store().folder.rglob("*/*"):
        os.utime(path, (two_days_ago, two_days_ago))
    again = judged()
    object_store().write(again.file, again.verdict)
    sweep_objects()
    assert all(map(object_store().has, names))


@pytest.mark.usefixtures("on_a_disk")
def test_old_joined_scripts_that_an_upload_needs_again_stay():
    digest, _size = put_packed(b"joined")
    path = default_storage.path(f"{object_name(digest)}.br")
    os.utime(path, (0, 0))
    put_packed(b"joined")
    sweep_objects()
    assert default_storage.exists(f"{object_name(digest)}.br")


def test_a_bundle_of_a_replaced_library_goes():
    make_activity()
    install_probe(library={"patchVersion": 3})
    sweep_objects(now=later())
    assert LibraryBundle.objects.count() == 1


def test_compressed_copies_go_with_their_object():
    activity = make_activity()
    name = f"{object_name(activity.shown.bundle.script)}.br"
    activity.delete()
    sweep_objects(now=later())
    assert not default_storage.exists(name)


def test_what_is_being_unpacked_is_left_alone():
    default_storage.save("h5p/.passing-1/file", ContentFile(b"half"))
    sweep_objects(now=later())
    assert default_storage.exists("h5p/.passing-1/file")


def test_the_command_says_how_much_went(capsys):
    call_command("h5p_sweep")
    assert "0 files deleted" in capsys.readouterr().out
