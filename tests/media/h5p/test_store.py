"""Files are stored once, by their bytes, all or none."""

import io

import pytest

from media.h5p import Refused
from media.h5p.contents import content_files
from media.h5p.store import ObjectStore
from tests.media.h5p.packages import DOT_PNG, IMAGE, archive, files, judged
from tests.media.h5p.probe import FOLDER


@pytest.fixture
def store(tmp_path):
    return ObjectStore(tmp_path / "store", durable=False)


def objects(store):
    return sorted(path.name for path in store.folder.rglob("*") if path.is_file())


def test_every_file_of_a_package_is_stored_by_its_bytes(store):
    package = archive(files())
    verdict = judged(package)
    stored = store.write(io.BytesIO(package), verdict)
    assert stored.files == verdict.files
    assert stored.new_bytes == sum(map(len, files().values()))
    assert objects(store) == sorted({one.sha256 for one in verdict.files})
    assert store.read(content_files(stored.files)["images/dot.png"]) == DOT_PNG


def test_a_second_package_stores_only_what_is_new(store):
    first, second = archive(files()), archive(files(content={"question": "Alta?"}))
    store.write(io.BytesIO(first), judged(first))
    before = len(objects(store))
    new = store.write(io.BytesIO(second), judged(second)).new_bytes
    assert len(objects(store)) == before + 1
    assert new == len(files(content={"question": "Alta?"})["content/content.json"])


def test_worth_storing_is_the_content_and_what_it_needs_and_the_site_lacks():
    spare = {path.replace("Probe", "Spare"): one for path, one in files().items()}
    spare = {
        path: one.replace(b"ProtectProbe", b"ProtectSpare")
        for path, one in spare.items()
        if path.startswith("H5P.")
    }
    verdict = judged(archive(files() | spare))
    assert verdict.ok
    wanted = {one.path for one in verdict.wanted_files()}
    assert wanted == files().keys()
    in_english = {one.path for one in verdict.wanted_files(languages=("en",))}
    assert wanted - in_english == {f"{FOLDER}/language/ro.json"}
    installed = judged(archive(files() | spare), installed=verdict.libraries)
    assert not [one for one in installed.wanted_files() if one.path.startswith(FOLDER)]


@pytest.mark.parametrize("path", [IMAGE, "content/content.json", f"{FOLDER}/scripts/probe.js"])
def test_a_package_that_changed_after_the_check_leaves_nothing(path, store):
    verdict = judged(archive(files()))
    other = archive(files() | {path: files()[path] + b" "})
    with pytest.raises(Refused):
        store.write(io.BytesIO(other), verdict)
    assert list(store.folder.iterdir()) == []


def test_a_package_that_lost_a_file_after_the_check_leaves_nothing(store):
    verdict = judged(archive(files()))
    other = {path: one for path, one in files().items() if path != IMAGE}
    with pytest.raises(Refused):
        store.write(io.BytesIO(archive(other)), verdict)
    assert list(store.folder.iterdir()) == []


def test_a_package_is_stored_from_its_path(tmp_path):
    file = tmp_path / "a.h5p"
    file.write_bytes(archive(files()))
    store = ObjectStore(tmp_path / "store")
    assert store.write(file, judged(file.read_bytes())).new_bytes > 0


@pytest.mark.parametrize(
    "name", ["", "../a", "a" * 63, "A" * 64, "a" * 64 + "\n", f"../{'a' * 64}"]
)
def test_only_a_digest_becomes_a_path(store, name):
    with pytest.raises(ValueError, match="digest"):
        store.path(name)
