"""Libraries and contents made to stand in somebody's way, or to slip in beside others."""

import io
import json
import uuid

import brotli
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from lms.people.enums import Role
from lms.people.models import User
from media.h5p import check
from media.h5p.naming import LibraryName
from media.models import H5PLibrary
from media.objects import read_packed
from media.selectors import approved_among
from media.services import PackageRefused, add_activity, approve_libraries, install_package, judge
from tests.factories import make_user
from tests.media.activities.builders import judged, package
from tests.media.h5p.packages import archive, files
from tests.media.h5p.probe import FOLDER

pytestmark = [pytest.mark.django_db]
SAID = {"language": "ro", "alternative_text": "O întrebare"}
SEMANTICS = f"{FOLDER}/semantics.json"


def add(**changes):
    return add_activity(key=uuid.uuid4(), package=judged(**changes), **SAID)


def test_an_author_slips_no_library_in_while_one_of_its_name_is_installed(monkeypatch):
    def overtaken(*given, **more):
        monkeypatch.setattr("media.services.installing.check", check)
        add(library={"title": "Another"})
        return check(*given, **more)

    monkeypatch.setattr("media.services.installing.check", overtaken)
    installed = install_package(file=io.BytesIO(package()))
    library = H5PLibrary.objects.get()
    assert (library.title, library.is_approved) == ("ProTECT Probe", True)
    assert installed.replaced == (library,)


@pytest.mark.parametrize(
    "semantics",
    [
        [1, None, "question", []],
        [{"name": "question", "type": ["text"]}, {"name": {}, "type": "group", "fields": 7}],
        [{"name": "question", "type": "group", "fields": [3, None]}],
        [{"name": "question", "type": "text", "tags": {"b": 1}, "font": 7}],
    ],
)
def test_semantics_that_describe_nothing_clean_like_none(semantics):
    changed = archive(files() | {SEMANTICS: json.dumps(semantics).encode()})
    activity = add_activity(key=uuid.uuid4(), package=judge(io.BytesIO(changed)), **SAID)
    approve_libraries(libraries=H5PLibrary.objects.all(), user=None)
    activity.refresh_from_db()
    assert activity.shown is not None


def deep(levels=62):
    inner = "jos"
    for _ in range(levels):
        inner = [inner]
    return inner


def grouped(levels=8):
    field = {"name": "in", "type": "text"}
    for _ in range(levels):
        field = {"name": "in", "type": "group", "fields": [field]}
    return json.dumps([{**field, "name": "question"}]).encode()


def test_a_content_that_cannot_be_cleaned_is_refused_in_words():
    install_package(file=io.BytesIO(archive(files() | {SEMANTICS: grouped()})))
    with pytest.raises(PackageRefused, match="json-too-deep"):
        add(content={"question": deep()})


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize("is_new", [True, False])
def test_a_content_that_cannot_be_cleaned_is_explained_to_its_editor(client, is_new):
    install_package(file=io.BytesIO(archive(files() | {SEMANTICS: grouped()})))
    address = "new/" if is_new else f"edit/{add().pk}/"
    file = SimpleUploadedFile("a.h5p", package(content={"question": deep()}))
    data = {**SAID, "title": "Oferta", "key": uuid.uuid4(), "package": file}
    client.force_login(make_user(Role.EDITOR))
    answer = client.post(f"/admin/activitati/{address}", data, headers={"X-Upload": "1"})
    assert "content/content.json" in answer.json()["errors"][0]


def test_a_content_that_cannot_be_cleaned_holds_up_no_other():
    body = archive(files(content={"question": deep()}) | {SEMANTICS: grouped()})
    bad = add_activity(key=uuid.uuid4(), package=judge(io.BytesIO(body)), **SAID)
    good = add()
    approve_libraries(libraries=H5PLibrary.objects.all(), user=None)
    good.refresh_from_db()
    bad.refresh_from_db()
    assert good.shown is not None
    assert bad.shown is None


def test_a_patch_that_loads_more_is_played_with_what_it_loads():
    install_package(file=io.BytesIO(package()))
    activity = add()
    extra = {"machineName": "H5P.Extra", "majorVersion": 1, "minorVersion": 0}
    about = {**extra, "title": "Extra", "patchVersion": 0, "runnable": 0}
    about["preloadedJs"] = [{"path": "extra.js"}]
    changes = {"patchVersion": 3, "preloadedDependencies": [extra]}
    newer = files(library=changes) | {
        "H5P.Extra-1.0/library.json": json.dumps(about).encode(),
        "H5P.Extra-1.0/extra.js": b"var extra = 1;",
    }
    install_package(file=io.BytesIO(archive(newer)))
    activity.refresh_from_db()
    assert [str(name) for name in activity.shown.needed] == [
        "H5P.Extra 1.0",
        "H5P.ProtectProbe 1.0",
    ]
    assert b"var extra" in brotli.decompress(read_packed(activity.shown.bundle.script))


def test_a_content_may_need_more_libraries_than_a_database_compares():
    install_package(file=io.BytesIO(package()))
    names = [LibraryName(f"H5P.X{number}", 1, 0) for number in range(1_500)]
    assert len(approved_among([*names, H5PLibrary.objects.get().name])) == 1


@pytest.mark.usefixtures("roles")
def test_an_administrator_adds_no_library_without_files(client):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    answer = client.post("/admin/biblioteci-h5p/new/", {"title": "Nimic"})
    assert answer.status_code == 200
    assert "Alegeți un fișier .h5p." in answer.text


@pytest.mark.usefixtures("roles")
@pytest.mark.parametrize("pk", ["²", "9" * 40, "-1", ""])
def test_what_is_no_library_is_not_approved(client, pk):
    client.force_login(User.objects.create_superuser("om@example.org", "parola-de-test-1"))
    assert client.post("/admin/biblioteci-h5p/asteapta/", {"library": pk}).status_code == 302
