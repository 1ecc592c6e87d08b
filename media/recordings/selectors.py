"""Reads of recordings: who may see one, what shows it, what of it is kept without a network."""

from dataclasses import dataclass

from django.db.models import Model
from django.db.models.fields.files import FieldFile
from django.http import HttpRequest
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from media.models import Recording
from media.recordings import webvtt
from media.recordings.enums import RenditionKind, RenditionState

# A teacher downloads and copies so much without a second thought.
HANDY = 10_000_000


@dataclass(frozen=True, slots=True)
class KitCopy:
    """What of a recording goes into a kit; `key` tells its bytes from all others."""

    file: FieldFile
    extension: str
    size: int
    key: str


@dataclass(frozen=True, slots=True)
class CaptionFiles:
    """The captions of one language in both formats."""

    language: str
    label: str
    vtt: str
    srt: str


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


def kit_copy_of(recording: Recording) -> KitCopy:
    """The original, or the small copy where the original is large."""
    small = recording.renditions.filter(
        kind=RenditionKind.SMALL, state=RenditionState.MADE, source_hash=recording.file_hash
    ).first()
    if small is None or recording.file_size <= HANDY:
        extension = recording.file_extension.lower()
        return KitCopy(recording.file, extension, recording.file_size, recording.file_hash)
    return KitCopy(small.file, "mp4", small.size, f"{recording.file_hash}-{small.kind}")


def caption_files(recording: Recording) -> list[CaptionFiles]:
    """Its caption tracks as they are saved to a disk."""
    found = []
    for track in recording.tracks.all():
        cues = webvtt.read(track.text)
        label = str(track.get_language_display())
        vtt, srt = webvtt.write(cues), webvtt.write_srt(cues)
        found.append(CaptionFiles(track.language, label, vtt, srt))
    return found


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
