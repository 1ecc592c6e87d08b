"""Libraries come with packages, and run once somebody who may say so has said so."""

from collections.abc import Iterable
from contextlib import suppress

from django.db import transaction
from django.utils import timezone

from lms.people.models import User
from media.h5p.cleaning import TooDeep
from media.h5p.contents import StoredFile
from media.h5p.dependencies import close
from media.h5p.entries import Area
from media.h5p.libraries import Library, library_as_json
from media.h5p.naming import LibraryName
from media.models import Activity, ActivityRevision, H5PLibrary, NeededLibrary
from media.selectors import revisions_needing
from media.services.settling import settle


def keep_libraries(
    libraries: Iterable[Library], files: Iterable[StoredFile], *, user: User | None
) -> list[tuple[H5PLibrary, bool]]:
    """Write rows for libraries whose files were stored, to wait for approval. One that is there
    already stays as it is. Returns each row, and whether it was made."""
    stored = _by_library(files)
    return [
        H5PLibrary.objects.get_or_create(
            machine_name=library.name.machine_name,
            major=library.name.major,
            minor=library.name.minor,
            defaults={**_columns(library, stored), "added_by": user},
        )
        for library in libraries
    ]


@transaction.atomic
def approve_libraries(*, libraries: Iterable[H5PLibrary], user: User | None) -> list[H5PLibrary]:
    """Let libraries run, and put the activities that waited for them on their pages. Returns those
    that were waiting. `user` is None on the command line."""
    waiting = list(
        H5PLibrary.objects.select_for_update()
        .waiting()
        .filter(pk__in=[one.pk for one in libraries])
    )
    for row in waiting:
        row.approved_by, row.approved_at = user, timezone.now()
        row.save(update_fields=["approved_by", "approved_at"])
    _settle_again(waiting)
    return waiting


@transaction.atomic
def replace_library(
    *, library: Library, files: Iterable[StoredFile], user: User | None
) -> H5PLibrary:
    """Put another patch of a library in the place of the one that is there; it may run at once,
    because only those who may approve bring it."""
    row = H5PLibrary.objects.select_for_update().get(
        machine_name=library.name.machine_name,
        major=library.name.major,
        minor=library.name.minor,
    )
    needed_before = row.plain.preloaded
    for column, value in _columns(library, _by_library(files)).items():
        setattr(row, column, value)
    row.approved_by, row.approved_at = user, timezone.now()
    row.save()
    if row.plain.preloaded != needed_before:
        _need_again(row)
    _settle_again([row])
    return row


@transaction.atomic
def refuse_library(*, library: H5PLibrary) -> None:
    """Forget a library that waits: what needs it goes on waiting. Raises ValueError for one that
    is approved."""
    row = H5PLibrary.objects.select_for_update().get(pk=library.pk)
    if row.is_approved:
        raise ValueError("an approved library may be in use")
    row.delete()


@transaction.atomic
def withdraw_approval(*, library: H5PLibrary) -> int:
    """Let an approved library run no longer, until it is approved again. Activities that play with
    it leave their pages, or go back to their last file that does not. Returns how many did; 0 also
    for a library that waits."""
    row = H5PLibrary.objects.select_for_update().get(pk=library.pk)
    if not row.is_approved:
        return 0
    row.approved_by = row.approved_at = None
    row.save(update_fields=["approved_by", "approved_at"])
    needing = revisions_needing(row).order_by().values("pk")
    touched = list(Activity.objects.select_for_update().filter(shown__in=needing))
    ActivityRevision.objects.filter(pk__in=needing).update(content="", bundle=None)
    for activity in touched:
        activity.shown = activity.revisions.exclude(content="").order_by("number").last()
        activity.save(update_fields=["shown"])
    return len(touched)


def write_needs(*, revision: ActivityRevision, names: Iterable[LibraryName]) -> None:
    """Write which libraries a revision plays with, in the order of loading."""
    revision.needs.all().delete()
    NeededLibrary.objects.bulk_create(
        NeededLibrary(
            revision=revision,
            position=position,
            machine_name=name.machine_name,
            major=name.major,
            minor=name.minor,
        )
        for position, name in enumerate(names)
    )


def _need_again(library: H5PLibrary) -> None:
    """What a library loads is not what it was: activities that play with it load that, too."""
    known = {row.name: row.plain for row in H5PLibrary.objects.all()}
    for revision in revisions_needing(library):
        found = close(revision.needed, known)
        # What is not here comes first: others may need it.
        missing = [name for name, _asked_by in found.missing]
        write_needs(revision=revision, names=[*missing, *(one.name for one in found.order)])


def _settle_again(libraries: Iterable[H5PLibrary]) -> None:
    touched: set[int] = set()
    for row in libraries:
        found = ActivityRevision.objects.filter(
            needs__machine_name=row.machine_name, needs__major=row.major, needs__minor=row.minor
        )
        touched |= set(found.values_list("pk", flat=True))
    for revision in ActivityRevision.objects.filter(pk__in=touched).order_by("number"):
        # One that these libraries cannot clean goes on waiting, and holds up no other.
        with suppress(TooDeep):
            settle(revision=revision)


def _by_library(files: Iterable[StoredFile]) -> dict[str, dict[str, str]]:
    """By the folder in the package: path inside the library to the digest as stored."""
    found: dict[str, dict[str, str]] = {}
    for one in files:
        if one.area is Area.LIBRARY:
            folder, _slash, path = one.path.partition("/")
            found.setdefault(folder, {})[path] = one.sha256
    return found


def _columns(library: Library, stored: dict[str, dict[str, str]]) -> dict[str, object]:
    files = next((stored[name] for name in library.folders if name in stored), {})
    return {
        "patch": library.patch,
        "title": library.title,
        "licence": library.licence,
        "runnable": library.runnable,
        "needs_eval": library.needs_eval,
        "size": library.size,
        "details": {**library_as_json(library), "files": files},
    }
