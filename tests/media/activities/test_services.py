"""Activities keep their identity while files and libraries change."""

import io
import json
import uuid
from random import Random

import pytest

from media.models import Activity, ActivityRevision, H5PLibrary, LibraryBundle
from media.objects import BucketStore, PackedStore, object_store
from media.services import (
    PackageRefused,
    add_activity,
    approve_libraries,
    install_package,
    judge,
    refuse_library,
    replace_file,
)
from media.services.bundles import bundle_key
from tests.media.activities.builders import (
    install_probe,
    judged,
    make_activity,
    package,
    package_of_the_next_probe,
)
from tests.media.h5p.packages import archive, files
from tests.media.h5p.probe import FOLDER, LIBRARY_JSON

pytestmark = [pytest.mark.django_db]
SAID = {"language": "ro", "alternative_text": "O întrebare"}


def add(**changes):
    return add_activity(key=uuid.uuid4(), package=judged(**changes), **SAID)


def test_a_library_that_an_author_sends_waits_for_approval():
    add()
    assert H5PLibrary.objects.waiting().count() == 1


def test_an_activity_whose_library_waits_is_not_shown():
    assert add().shown is None


def test_approving_the_library_shows_the_activities_that_waited_for_it():
    activity = add()
    approve_libraries(libraries=H5PLibrary.objects.all(), user=None)
    activity.refresh_from_db()
    assert activity.shown == activity.revisions.get()


def test_an_activity_of_installed_libraries_is_shown_at_once():
    install_probe()
    assert add().shown is not None


def test_the_same_key_adds_one_activity():
    key = uuid.uuid4()
    for _time in range(2):
        add_activity(key=key, package=judged(), **SAID)
    assert Activity.objects.count() == 1


def test_the_same_file_again_is_no_new_revision():
    activity = make_activity()
    replace_file(activity=activity, package=judged())
    assert activity.revisions.count() == 1


def test_another_file_is_shown_under_the_same_identity():
    activity = make_activity()
    second = replace_file(activity=activity, package=judged(content={"question": "Alta?"}))
    activity.refresh_from_db()
    assert activity.shown == second


def test_a_newer_file_whose_library_waits_leaves_the_older_one_on_the_page():
    activity = make_activity()
    first = activity.shown
    files = package_of_the_next_probe()
    replace_file(activity=activity, package=judge(io.BytesIO(files)))
    activity.refresh_from_db()
    assert activity.shown == first


def test_a_refused_package_says_everything_that_is_wrong():
    with pytest.raises(PackageRefused) as refused:
        judge(io.BytesIO(package(manifest={"title": None, "language": None})))
    assert len(refused.value.problems) == 2


def test_a_script_in_the_content_is_taken_out():
    activity = make_activity(content={"question": "<b>Da?</b><script>alert(1)</script>"})
    assert "<script" not in json.loads(activity.shown.content)["question"]


def test_a_newer_patch_replaces_an_older_one():
    install_probe()
    install_probe(library={"patchVersion": 3})
    assert H5PLibrary.objects.get().patch == 3


def test_an_older_patch_changes_nothing():
    install_probe(library={"patchVersion": 3})
    install_probe()
    assert H5PLibrary.objects.get().patch == 3


def test_installing_replaces_a_library_that_nobody_has_looked_at():
    add(library={"title": "Another"})
    install_probe()
    assert H5PLibrary.objects.get().title == "ProTECT Probe"


def test_an_author_cannot_change_an_installed_library():
    install_probe()
    before = H5PLibrary.objects.get().details
    add(library={"patchVersion": 9})
    assert H5PLibrary.objects.get().details == before


def test_a_replaced_library_gives_the_activity_another_bundle():
    activity = make_activity()
    before = activity.shown.bundle_id
    install_probe(library={"patchVersion": 3})
    activity.shown.refresh_from_db()
    assert activity.shown.bundle_id != before


def test_two_activities_of_the_same_libraries_share_a_bundle():
    first, second = make_activity(), make_activity()
    assert first.shown.bundle == second.shown.bundle


def test_the_size_that_is_told_knows_the_fonts_of_the_libraries():
    before = make_activity().shown.bundle.style_size
    added = {
        **files(library={"patchVersion": 3}),
        f"{FOLDER}/fonts/a.woff2": Random(6).randbytes(50_000),
    }
    install_package(file=io.BytesIO(archive(added)))
    assert LibraryBundle.objects.latest("pk").style_size > before + 49_000


def test_another_signing_key_is_another_bundle(settings):
    install_probe()
    before = bundle_key(H5PLibrary.objects.all())
    settings.SECRET_KEY = "another"
    assert bundle_key(H5PLibrary.objects.all()) != before


def test_a_refused_library_is_forgotten():
    add()
    refuse_library(library=H5PLibrary.objects.get())
    assert not H5PLibrary.objects.exists()


def test_an_approved_library_cannot_be_refused():
    install_probe()
    with pytest.raises(ValueError):
        refuse_library(library=H5PLibrary.objects.get())


def test_a_library_keeps_what_is_known_of_it():
    install_probe()
    assert H5PLibrary.objects.get().plain.scripts == ("scripts/probe.js",)


def test_the_hosts_of_an_activity_are_those_of_its_content():
    content = {"image": {"path": "https://example.org/a.png", "mime": "image/png"}}
    assert make_activity(content=content).shown.hosts == ["example.org"]


def test_installing_takes_no_content():
    install_package(file=io.BytesIO(package()))
    assert not ActivityRevision.objects.exists()


def test_every_file_of_a_library_lies_in_the_store():
    install_probe()
    store = object_store()
    assert all(store.has(one) for one in H5PLibrary.objects.get().details["files"].values())


def test_the_files_of_the_content_lie_in_the_store():
    activity = make_activity()
    assert all(object_store().has(one) for one in activity.shown.digests.values())


def test_a_folder_on_this_machine_keeps_objects_itself(settings, tmp_path):
    disk = {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    settings.STORAGES = {**settings.STORAGES, "default": disk}
    settings.MEDIA_ROOT = tmp_path
    assert type(object_store()) is PackedStore


def test_a_storage_without_a_folder_is_used_as_a_bucket():
    assert type(object_store()) is BucketStore


def test_a_part_that_the_content_names_is_installed_though_an_editor_loads_it_too():
    part = {**LIBRARY_JSON, "machineName": "H5P.Part", "title": "Part", "runnable": 0}
    needed = {"machineName": "H5P.Part", "majorVersion": 1, "minorVersion": 0}
    editor = {**part, "machineName": "H5PEditor.Probe", "preloadedDependencies": [needed]}
    asked = {**needed, "machineName": "H5PEditor.Probe"}
    given = files(
        content={"child": {"library": "H5P.Part 1.0", "params": {}}},
        library={"editorDependencies": [asked]},
    )
    for library in (part, editor):
        folder = f"{library['machineName']}-1.0"
        given |= {
            f"{folder}/library.json": json.dumps(library).encode(),
            f"{folder}/scripts/probe.js": b"",
            f"{folder}/styles/probe.css": b"",
        }
    install_package(file=io.BytesIO(archive(given)))
    assert {one.machine_name for one in H5PLibrary.objects.all()} == {
        "H5P.ProtectProbe",
        "H5P.Part",
    }
