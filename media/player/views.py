"""Frames of activities and the files that they load. Nothing here knows who is asking."""

from uuid import UUID

from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.http import require_safe

from lms.core.codings import coding_for
from media.addresses import is_signed
from media.h5p.naming import LibraryName
from media.h5p.whitelist import extension
from media.models import ActivityRevision, H5PLibrary
from media.player.core import core_files
from media.player.core import stamp as core_stamp
from media.player.files import FOR_EVER, body_response, stored_file
from media.player.page import kept_page, player_page


@require_safe
def player(request: HttpRequest, revision: UUID) -> HttpResponseBase:
    """A revision that may play, from its beginning."""
    kept = kept_page(request, revision)
    if kept is not None:
        return kept
    settled = ActivityRevision.objects.exclude(content="").exclude(bundle=None)
    found = settled.select_related("activity", "bundle").filter(key=revision).first()
    if found is None:
        raise Http404
    return player_page(request, found)


@require_safe
def object_file(request: HttpRequest, sha256: str, signature: str, kind: str) -> HttpResponseBase:
    """A file of an activity, by its content."""
    if not is_signed(sha256, kind, signature):
        raise Http404
    return stored_file(request, sha256, kind)


@require_safe
def content_file(request: HttpRequest, revision: UUID, name: str) -> HttpResponseBase:
    """A file of a revision's content by its name, for libraries that make addresses themselves."""
    found = ActivityRevision.objects.exclude(content="").filter(key=revision).first()
    sha256 = found.digests.get(name) if found else None
    # content.json was cleaned; what was sent is nobody's to read.
    if sha256 is None or name == "content.json":
        raise Http404
    return stored_file(request, sha256, extension(name))


@require_safe
def library_file(request: HttpRequest, stamp: str, name: str) -> HttpResponseBase:
    """A file of an approved library by its name. `stamp` only makes the address another one when a
    library is replaced."""
    folder, _slash, path = name.partition("/")
    machine_name, _dash, version = folder.rpartition("-")
    library = LibraryName.parse(f"{machine_name} {version}")
    if library is None:
        raise Http404
    row = (
        H5PLibrary.objects.approved()
        .filter(machine_name=library.machine_name, major=library.major, minor=library.minor)
        .first()
    )
    sha256 = row.details["files"].get(path) if row else None
    if sha256 is None:
        raise Http404
    return stored_file(request, sha256, extension(path))


@require_safe
def core_file(request: HttpRequest, stamp: str, name: str) -> HttpResponseBase:
    """A file of H5P core. An older address gives today's file, and does not keep it."""
    file = core_files().get(name)
    if file is None:
        raise Http404
    control = FOR_EVER if stamp == core_stamp() else "no-cache"
    coding = coding_for(request) if file.is_text else ""
    return body_response(request, file.bodies[coding], coding, file.kind, file.etag, control)
