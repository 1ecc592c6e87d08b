"""Taking away the files of activities and libraries that nothing uses any more."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from media.models import ActivityRevision, H5PLibrary, LibraryBundle
from media.objects import FOLDER

# An upload writes its files before its rows; whatever is younger may be waiting for them.
GRACE = timedelta(days=1)


def sweep_objects(*, now: datetime | None = None) -> tuple[int, int]:
    """Delete bundles that no revision plays with, then the objects that no row names, a day after
    they came. Returns how many objects went and their bytes. May be run at any time."""
    before = (now or timezone.now()) - GRACE
    used = ActivityRevision.objects.exclude(bundle=None).values("bundle")
    LibraryBundle.objects.exclude(pk__in=used).delete()
    kept, count, size = _used(), 0, 0
    for name in _names():
        if name.rsplit("/", 1)[1].split(".")[0] in kept:
            continue
        if default_storage.get_modified_time(name) < before:
            size += default_storage.size(name)
            default_storage.delete(name)
            count += 1
    return count, size


def _used() -> set[str]:
    """The digests that a row names."""
    found: set[str] = set()
    for files in ActivityRevision.objects.values_list("files", flat=True).iterator():
        found |= {sha256 for sha256, _size in files.values()}
    for details in H5PLibrary.objects.values_list("details", flat=True).iterator():
        found |= set(details["files"].values())
    for pair in LibraryBundle.objects.values_list("script", "style"):
        found |= set(pair)
    return found


def _names() -> Iterator[str]:
    if not default_storage.exists(FOLDER):
        return
    for folder in default_storage.listdir(FOLDER)[0]:
        # What is being unpacked at this moment has no place yet.
        if len(folder) == 2:
            for name in default_storage.listdir(f"{FOLDER}/{folder}")[1]:
                yield f"{FOLDER}/{folder}/{name}"
