"""The files of installed libraries, for packages that are to open where nothing is installed."""

from collections.abc import Iterable, Iterator

from media.h5p.dependencies import close
from media.h5p.naming import LibraryName
from media.models import H5PLibrary
from media.objects import object_store


class NotInstalled(LookupError):  # noqa: N818 - named as people say it
    """A library that is needed is not here, or may not run."""


def installed_closure(names: Iterable[LibraryName]) -> Iterator[tuple[str, bytes]]:
    """(Path in a package, bytes) of every file of these libraries and of all that they load.

    Raises NotInstalled before the first file, when the closure is not whole."""
    rows = {row.name: row for row in H5PLibrary.objects.approved()}
    found = close(names, {name: row.plain for name, row in rows.items()}, dynamic=True)
    if found.missing:
        raise NotInstalled(", ".join(str(name) for name, _asked_by in found.missing))
    return _files(rows[library.name] for library in found.order)


def _files(rows: Iterable[H5PLibrary]) -> Iterator[tuple[str, bytes]]:
    store = object_store()
    for row in rows:
        for path, sha256 in row.details["files"].items():
            yield f"{row.name.folder}/{path}", store.read(sha256)
