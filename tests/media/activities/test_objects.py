"""How objects lie in the storage of the site: texts compressed, everything else as it came."""

import brotli
import pytest
from django.core.files.storage import FileSystemStorage, InMemoryStorage

from media import objects
from media.objects import BucketStore, PackedStore, open_object

TEXT = "// Ce e în capcană nu se vede.\n".encode() * 100
PICTURE = bytes(range(256)) * 20


@pytest.fixture(params=["folder", "bucket"])
def storage(request, tmp_path, monkeypatch):
    storage = FileSystemStorage(tmp_path) if request.param == "folder" else InMemoryStorage()
    monkeypatch.setattr(objects, "default_storage", storage)
    return storage


@pytest.fixture
def store(storage, tmp_path):
    folder = tmp_path / objects.FOLDER
    if isinstance(storage, FileSystemStorage):
        return PackedStore(folder, durable=False)
    return BucketStore(storage, folder)


def test_a_text_lies_compressed(store, storage):
    digest = store.put(TEXT)
    with storage.open(f"h5p/{digest[:2]}/{digest}.br") as file:
        assert brotli.decompress(file.read()) == TEXT


def test_a_text_does_not_lie_there_as_it_came_too(store, storage):
    digest = store.put(TEXT)
    assert not storage.exists(f"h5p/{digest[:2]}/{digest}")


def test_a_compressed_text_is_read_as_it_came(store):
    assert store.read(store.put(TEXT)) == TEXT


def test_a_compressed_text_is_opened_as_it_came(store):
    with open_object(store.put(TEXT)) as file:
        assert file.read() == TEXT


def test_a_compressed_text_is_known_by_the_digest_of_its_bytes(store):
    assert store.has(store.put(TEXT))


def test_a_compressed_text_is_renewed(store):
    assert store.renew(store.put(TEXT))


@pytest.mark.parametrize(
    "data", [PICTURE, b"short", b"zero \0" * 300], ids=["picture", "short", "with a zero"]
)
def test_what_is_no_longer_text_lies_as_it_came(store, storage, data):
    digest = store.put(data)
    with storage.open(f"h5p/{digest[:2]}/{digest}") as file:
        assert file.read() == data


def test_a_text_larger_than_is_kept_in_memory_lies_as_it_came(store, storage, monkeypatch):
    monkeypatch.setattr(objects, "LARGEST_TEXT", 2_000)
    digest = store.put(TEXT)
    assert storage.exists(f"h5p/{digest[:2]}/{digest}")
