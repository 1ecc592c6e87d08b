"""Reads about H5P libraries."""

from collections.abc import Sequence

from django.db.models import QuerySet

from media.h5p.libraries import Library
from media.h5p.naming import LibraryName
from media.models import ActivityRevision, H5PLibrary


def installed_libraries() -> list[Library]:
    """Every library that is here, waiting ones too: a package need not bring them again."""
    return [row.plain for row in H5PLibrary.objects.all()]


def approved_among(names: Sequence[LibraryName]) -> list[H5PLibrary]:
    """The approved libraries of these names, in the same order; shorter where some are not."""
    # By name alone: SQLite takes no thousand alternatives, and a package may bring as many.
    called = {name.machine_name for name in names}
    approved = H5PLibrary.objects.approved().filter(machine_name__in=called)
    found = {row.name: row for row in approved}
    return [found[name] for name in names if name in found]


def waiting_for(revision: ActivityRevision) -> list[LibraryName]:
    """The libraries that a revision needs and that may not run yet."""
    ready = {row.name for row in approved_among(revision.needed)}
    return [name for name in revision.needed if name not in ready]


def revisions_needing(library: H5PLibrary) -> QuerySet[ActivityRevision]:
    """The files of activities that play with a library, newest first."""
    needing = ActivityRevision.objects.filter(
        needs__machine_name=library.machine_name,
        needs__major=library.major,
        needs__minor=library.minor,
    )
    return needing.select_related("activity").order_by("-uploaded_at")
