"""Installing libraries by whoever may approve them: from a command, or from the admin."""

from dataclasses import dataclass
from typing import IO

from django.db import transaction

from lms.people.models import User
from media.h5p import check
from media.h5p.contents import StoredFile
from media.h5p.dependencies import without_editor
from media.h5p.entries import Area
from media.h5p.errors import Problem
from media.h5p.libraries import Library
from media.h5p.naming import LibraryName
from media.models import H5PLibrary
from media.objects import object_store
from media.services.activities import LANGUAGES, PackageRefused
from media.services.libraries import approve_libraries, keep_libraries, replace_library


@dataclass(frozen=True)
class Installed:
    """What came of a package: libraries that are new, that replaced an older patch, and whether
    anything was there that is newer or the same."""

    added: tuple[H5PLibrary, ...]
    replaced: tuple[H5PLibrary, ...]
    unchanged: tuple[LibraryName, ...]
    warnings: tuple[Problem, ...]


def install_package(*, file: IO[bytes], user: User | None = None) -> Installed:
    """Install the libraries of a package and approve them. A newer patch replaces an older one; the
    same patch with other bytes does not, except one that waits: nobody has looked at that. The
    content is not taken, nor what only an editor needs. Raises PackageRefused."""
    here = {row.name: row for row in H5PLibrary.objects.all()}
    verdict = check(file, [row.plain for row in here.values()])
    if not verdict.ok:
        raise PackageRefused(verdict.errors)
    # Parts of a content are named in it alone, and by no library but an editor's.
    named = {one.name for one in (*verdict.libraries, *without_editor(verdict.packaged))}
    playing = [one for one in verdict.packaged if one.name in named]
    new = [one for one in playing if one.name not in here]
    better = [one for one in playing if one.name in here and _replaces(one, here[one.name])]
    file.seek(0)
    wanted = _files_of([*new, *better], verdict.files)
    stored = object_store().write(file, verdict, wanted)
    with transaction.atomic():
        kept = keep_libraries(new, stored.files, user=user)
        added = [row for row, made in kept if made]
        approve_libraries(libraries=added, user=user)
        # Others that an author's upload brought since: what runs is what this package holds.
        better += [
            one
            for one, (row, made) in zip(new, kept, strict=True)
            if not made and _replaces(one, row)
        ]
        replaced = [replace_library(library=one, files=stored.files, user=user) for one in better]
    changed = {one.name for one in (*new, *better)}
    return Installed(
        tuple(added),
        tuple(replaced),
        tuple(one.name for one in playing if one.name not in changed),
        verdict.warnings,
    )


def _replaces(packaged: Library, row: H5PLibrary) -> bool:
    return not row.is_approved or packaged.patch > row.patch


def _files_of(libraries: list[Library], files: tuple[StoredFile, ...]) -> list[StoredFile]:
    folders = {folder for one in libraries for folder in one.folders}

    def wanted(one: StoredFile) -> bool:
        folder, _slash, inner = one.path.partition("/")
        language = inner.removeprefix("language/").removesuffix(".json")
        is_translation = inner.startswith("language/")
        return folder in folders and (not is_translation or language in LANGUAGES)

    return [one for one in files if one.area is Area.LIBRARY and wanted(one)]
