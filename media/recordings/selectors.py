"""Reads of recordings: who may see one, what shows it, what of it is kept without a network."""

from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from media.models import Recording
from media.recordings.enums import RenditionKind, RenditionState

# A teacher downloads and copies so much without a second thought.
HANDY = 10_000_000


def may_see(request: HttpRequest, recording: Recording) -> bool:
    """Whether this reader gets the recording's files: everybody what is published in an open
    collection, members of a closed one what is in it, editors what they may change."""
    if recording.published and may_open_collection(request, recording):
        return True
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    policy = policy_registry.get_by_type(Recording)
    return policy.user_has_permission_for_instance(user, "change", recording)


def may_open_collection(request: HttpRequest, recording: Recording) -> bool:
    """Whether the recording's collection and those above it let this reader in."""
    restrictions = recording.collection.get_view_restrictions()
    return all(restriction.accept_request(request) for restriction in restrictions)


def is_public(recording: Recording) -> bool:
    """Whether everybody may see it, so that anybody's cache may keep it."""
    return recording.published and not recording.collection.get_view_restrictions().exists()


def kit_copy_of(recording: Recording) -> tuple[FieldFile, str, int]:
    """(file, its extension, bytes) of what goes into a kit: the original, or the small copy where
    that is lighter."""
    original = (recording.file, recording.file_extension.lower(), recording.file_size)
    small = recording.renditions.filter(
        kind=RenditionKind.SMALL, state=RenditionState.MADE, source_hash=recording.file_hash
    ).first()
    if small is None or recording.file_size <= HANDY:
        return original
    return small.file, "mp4", small.size


def users_of(recording: Recording) -> list[Model]:
    """What shows this recording, as Wagtail's index of references knows it."""
    return [source for source, _references in recording.get_usage() if source is not None]


def public_pages_with(recording: Recording) -> list[Page]:
    """The published pages, open to everybody, that show this recording, in the tree's order."""
    base = ReferenceIndex.get_references_to(recording)
    ids = base.filter(base_content_type__app_label="wagtailcore", base_content_type__model="page")
    found = (
        Page.objects.live()
        .public()
        .filter(pk__in=[int(pk) for pk in ids.values_list("object_id", flat=True)])
    )
    return [page.specific for page in found.order_by("path")]
