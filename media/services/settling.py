"""What happens to a revision when its libraries may run: cleaned, told as text, shown on pages."""

import json
from typing import Any

from django.db import transaction

from media.h5p.cleaning import Semantics, clean
from media.h5p.content import ContentError, Other, read
from media.h5p.content.strings import LANGUAGES
from media.h5p.naming import LibraryName
from media.h5p.text import plain, twin
from media.models import Activity, ActivityRevision, H5PLibrary
from media.objects import object_store
from media.selectors.libraries import approved_among
from media.services.bundles import bundle_of

CONTENT = "content.json"


@transaction.atomic
def settle(*, revision: ActivityRevision) -> bool:
    """Make a revision ready to play, and the one that its pages show, if nothing newer is.

    False, and nothing is changed, while one of its libraries waits. May be repeated: after a
    library was replaced the content is cleaned by its new semantics. Raises TooDeep.
    """
    libraries = approved_among(revision.needed)
    if len(libraries) < len(revision.needed):
        return False
    content = _cleaned(revision, libraries)
    revision.content = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    revision.told = _told(revision, content)
    revision.bundle = bundle_of(libraries)
    revision.save(update_fields=["content", "told", "bundle"])
    activity = Activity.objects.select_for_update().get(pk=revision.activity_id)
    if activity.shown is None or activity.shown.number <= revision.number:
        activity.shown = revision
        activity.save(update_fields=["shown"])
    return True


def _told(revision: ActivityRevision, content: dict[str, Any]) -> str:
    """The content as text, or "" where its kind is not known or it is not as its kind should be."""
    language = revision.activity.language
    # The few words that a twin needs besides the content's own.
    language = language if language in LANGUAGES else "en"
    try:
        known = read(revision.main_library, content).content
    except ContentError:
        return ""
    return "" if isinstance(known, Other) else plain(twin(known, language), language)


def _cleaned(revision: ActivityRevision, libraries: list[H5PLibrary]) -> dict[str, Any]:
    store = object_store()
    known = {one.name: one for one in libraries}

    def semantics_of(name: LibraryName) -> Semantics | None:
        row = known.get(name)
        sha256 = row.details["files"].get("semantics.json") if row else None
        return json.loads(store.read(sha256)) if sha256 else None

    sent = json.loads(store.read(revision.digests[CONTENT]).removeprefix(b"\xef\xbb\xbf"))
    # The main library is always among those that it needs.
    main = next(one.name for one in libraries if str(one.name) == revision.main_library)
    cleaned, _changed = clean(sent, main, semantics_of)
    return cleaned
