"""The page of a player: one activity in a document of its own, without an origin.

`player_page` is what other apps call: a launch in a class gives the same page with the state that
the reader left. Its address must begin with /h5p/, where no cookie is read (see
media.player.middleware).
"""

import hashlib
import json
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.template.loader import render_to_string
from django.urls import reverse

from lms.core import generation
from lms.core.codings import CODINGS, coding_for
from media.addresses import content_folder, libraries_folder, object_path
from media.h5p.errors import Problems
from media.h5p.integration import Player, integration, with_state
from media.h5p.manifest import read_manifest
from media.h5p.words import core_words
from media.models import ActivityRevision, H5PLibrary, LibraryBundle
from media.player.core import SCRIPT, SHEET, core_path
from media.player.files import packed
from media.player.policy import files_origin, frame_headers

# Bytes of a saved state; a longer one is left out, and the reader starts anew.
LARGEST_STATE = 64 * 1024
CONTENT = "cid-1"
TEMPLATE = "media/player.html"


class Page(NamedTuple):
    """A page as it travels: bodies by coding, its validator, and what its policy depends on."""

    etag: str
    bodies: dict[str, bytes]
    needs_eval: bool


def player_page(
    request: HttpRequest,
    revision: ActivityRevision,
    *,
    state: str | None = None,
    language: str | None = None,
) -> HttpResponse:
    """The player of a revision that is settled. `state` is what `activity:state` last said, and is
    in this answer alone; `language` is of core's own words, the activity's when it is not given."""
    language = language or revision.activity.language
    if state is None or len(state.encode()) > LARGEST_STATE:
        page = _packed(_html(revision, language, None), revision)
        caches["local"].set(_name(revision.key), page)
        return _answer(request, page, "public, no-cache")
    return _answer(request, _packed(_html(revision, language, state), revision), "no-store")


def kept_page(request: HttpRequest, key: UUID) -> HttpResponse | None:
    """The page of a revision without a state, if this worker made it since anything changed."""
    page = caches["local"].get(_name(key))
    return None if page is None else _answer(request, page, "public, no-cache")


def _name(key: UUID) -> str:
    return f"player:{generation.current()}:{key}"


def _packed(html: str, revision: ActivityRevision) -> Page:
    body = html.encode()
    bodies = {coding: packed(body, coding) for coding in ("", *CODINGS)}
    bundle = revision.bundle
    needs_eval = bundle is not None and bundle.needs_eval
    return Page(hashlib.sha256(body).hexdigest()[:32], bodies, needs_eval)


def _answer(request: HttpRequest, page: Page, control: str) -> HttpResponse:
    coding = coding_for(request)
    headers = {
        **frame_headers(request, needs_eval=page.needs_eval),
        "ETag": f'"{page.etag}-{coding}"',
        "Cache-Control": control,
        "Vary": "Accept-Encoding",
    }
    if coding:
        headers["Content-Encoding"] = coding
    if headers["ETag"] in request.META.get("HTTP_IF_NONE_MATCH", ""):
        return HttpResponseNotModified(headers=headers)
    return HttpResponse(page.bodies[coding], headers=headers)


def _html(revision: ActivityRevision, language: str, state: str | None) -> str:
    bundle = revision.bundle
    if bundle is None:
        raise ValueError("the libraries of this revision may not run")
    made = _integration(revision, bundle, language)
    if state is not None:
        made = with_state(made, state)
    return render_to_string(
        TEMPLATE,
        {
            "language": revision.activity.language,
            "title": revision.activity.title,
            "integration": made,
            "styles": (_absolute(core_path(SHEET)), _absolute(object_path(bundle.style, "x.css"))),
            "scripts": (
                _absolute(core_path(SCRIPT)),
                _absolute(object_path(bundle.script, "x.js")),
            ),
        },
    )


def _integration(
    revision: ActivityRevision, bundle: LibraryBundle, language: str
) -> dict[str, Any]:
    """The object without a state; kept, because a launch makes it again and again."""
    name = f"integration:{revision.key}:{language}"
    return generation.kept(name, partial(_made, revision, bundle, language))


def _made(revision: ActivityRevision, bundle: LibraryBundle, language: str) -> dict[str, Any]:
    manifest = read_manifest(revision.manifest, Problems())
    main = manifest.main_library
    row = (
        main
        and H5PLibrary.objects.filter(
            machine_name=main.machine_name, major=main.major, minor=main.minor
        ).first()
    )
    player = Player(
        manifest=manifest,
        content=json.loads(revision.content),
        libraries=(row.plain,) if row else (),
        files=revision.digests,
        words=core_words(language),
    )
    made = integration(
        player,
        address=lambda sha256, path: _absolute(object_path(sha256, path)),
        content_url=_absolute(content_folder(revision)),
        libraries_url=_absolute(libraries_folder(bundle)),
    )
    # What statements are about; core would write "undefined" without it.
    made["contents"][CONTENT]["url"] = (
        f"{settings.SITE_URL}{reverse('h5p:player', args=[revision.key])}"
    )
    return made


def _absolute(path: str) -> str:
    return f"{files_origin()}{path}"
