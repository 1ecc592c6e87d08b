"""The recordings that a plan's story shows, as its kit takes them."""

from collections.abc import Iterator

from django.conf import settings
from django.db.models.fields.files import FieldFile

from lessons.kits import sheets
from lessons.models import LessonPlanPage
from media.models import Recording
from media.selectors import caption_files, is_public, kit_copy_of

# A larger file stays on the site: a kit is made in memory, and copied from stick to stick.
MOST_BYTES = 60_000_000


def recordings_of(plan: LessonPlanPage) -> Iterator[tuple[sheets.Recording, FieldFile | None]]:
    """Each recording that everybody may see, once, and its file unless that is too large."""
    shown = [block.value for block in plan.body if block.block_type == "recording"]
    for recording in dict.fromkeys(one for one in shown if one is not None):
        if is_public(recording):
            yield _sheet_and_file(recording)


def contents_of(plan: LessonPlanPage) -> dict[str, bytes]:
    """The bytes of the files by their keys."""
    contents = {}
    for sheet, file in recordings_of(plan):
        if file is not None:
            with file.open("rb") as opened:
                contents[sheet.key] = opened.read()
    return contents


def _sheet_and_file(recording: Recording) -> tuple[sheets.Recording, FieldFile | None]:
    copy = kit_copy_of(recording)
    sheet = sheets.Recording(
        slug=recording.slug,
        title=recording.title,
        format=copy.extension,
        key=copy.key,
        address=f"{settings.SITE_URL}{recording.page_url}",
        transcript=recording.transcript,
        credit=" · ".join(part for part in (recording.credit, recording.licence) if part),
        captions=tuple(
            sheets.Captions(track.language, track.label, track.vtt, track.srt)
            for track in caption_files(recording)
        ),
    )
    return sheet, copy.file if copy.size <= MOST_BYTES else None
