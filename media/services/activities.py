"""Adding activities and replacing their files."""

import hashlib
from dataclasses import dataclass
from typing import IO
from uuid import UUID

from django.db import transaction

from lms.people.models import User
from media.h5p import check
from media.h5p.cleaning import TooDeep
from media.h5p.codes import Code
from media.h5p.contents import content_files
from media.h5p.entries import Area
from media.h5p.errors import Problem
from media.h5p.references import CONTENT_JSON
from media.h5p.store import Stored
from media.h5p.verdict import Verdict
from media.models import Activity, ActivityRevision
from media.objects import object_store
from media.selectors import installed_libraries
from media.services.libraries import keep_libraries, write_needs
from media.services.settling import settle

CHUNK = 1 << 20
# Translations of libraries that are worth keeping; no player loads the forty others.
LANGUAGES = ("ro", "en", "hu", "uk")


class PackageRefused(Exception):  # noqa: N818
    """The package cannot be taken; `problems` say why, all at once."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(", ".join(str(one.code) for one in problems))
        self.problems = problems


@dataclass(frozen=True)
class Judged:
    """A package that was found well, and its own digest."""

    file: IO[bytes]
    sha256: str
    verdict: Verdict


def judge(file: IO[bytes]) -> Judged:
    """Check a package against what is installed. Raises PackageRefused."""
    verdict = check(file, installed_libraries())
    if not verdict.ok:
        raise PackageRefused(verdict.errors)
    file.seek(0)
    digest = hashlib.sha256()
    while piece := file.read(CHUNK):
        digest.update(piece)
    file.seek(0)
    return Judged(file, digest.hexdigest(), verdict)


def add_activity(
    *,
    key: UUID,
    package: Judged,
    language: str,
    alternative_text: str,
    title: str = "",
    twin: str = "",
    user: User | None = None,
) -> Activity:
    """Add an activity with its first file; `title` "" takes the package's own. Sent twice with one
    key, it is added once. Raises PackageRefused."""
    known = Activity.objects.filter(key=key).first()
    if known:
        return known
    stored = _store(package)
    with transaction.atomic():
        activity, made = Activity.objects.get_or_create(
            key=key,
            defaults={
                "title": title or package.verdict.title,
                "language": language,
                "alternative_text": alternative_text,
                "twin": twin,
            },
        )
        if made:
            _add_revision(activity, package, stored, user)
    activity.refresh_from_db()
    return activity


def replace_file(
    *, activity: Activity, package: Judged, user: User | None = None
) -> ActivityRevision:
    """Give an activity another file. Links and results stay; pages show it as soon as all its
    libraries may run. The file that it has already is no new revision. Raises PackageRefused."""
    stored = _store(package)
    with transaction.atomic():
        activity = Activity.objects.select_for_update().get(pk=activity.pk)
        last = activity.revisions.order_by("number").last()
        if last and last.package_sha256 == package.sha256:
            return last
        return _add_revision(activity, package, stored, user)


def _store(package: Judged) -> Stored:
    """Before the rows: files without a row are swept away, a row without files would break."""
    wanted = [
        one
        for one in package.verdict.wanted_files(languages=LANGUAGES)
        if one.area in (Area.CONTENT, Area.LIBRARY)
    ]
    return object_store().write(package.file, package.verdict, wanted)


def _add_revision(
    activity: Activity, package: Judged, stored: Stored, user: User | None
) -> ActivityRevision:
    verdict = package.verdict
    keep_libraries(verdict.unapproved, stored.files, user=user)
    sizes = {one.path: one.size for one in stored.files}
    last = activity.revisions.order_by("number").last()
    revision = ActivityRevision.objects.create(
        activity=activity,
        number=last.number + 1 if last else 1,
        main_library=str(verdict.main_library),
        package_sha256=package.sha256,
        manifest=verdict.manifest.raw if verdict.manifest else {},
        files={
            path: [sha256, sizes[f"content/{path}"]]
            for path, sha256 in content_files(stored.files).items()
        },
        hosts=sorted(verdict.hosts),
        licences=list(verdict.licences),
        size=sum(one.size for one in stored.files if one.area is Area.CONTENT),
        uploaded_by=user,
    )
    write_needs(revision=revision, names=[one.name for one in verdict.libraries])
    try:
        settle(revision=revision)
    except TooDeep as error:
        raise PackageRefused((Problem(Code.JSON_TOO_DEEP, CONTENT_JSON),)) from error
    return revision


@transaction.atomic
def change_activity(
    *, activity: Activity, title: str, language: str, alternative_text: str, twin: str
) -> Activity:
    """Change what is said about an activity."""
    activity = Activity.objects.select_for_update().get(pk=activity.pk)
    activity.title, activity.language = title, language
    activity.alternative_text, activity.twin = alternative_text, twin
    activity.save(update_fields=["title", "language", "alternative_text", "twin"])
    return activity
