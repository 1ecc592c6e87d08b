"""What is written about recordings: the facts of their files, their copies, their end."""

import hashlib
import logging
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from django.core.files import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils import timezone
from django_tasks import task_backends
from django_tasks.backends.immediate import ImmediateBackend

from media.models import Recording, Rendition
from media.recordings import ffmpeg
from media.recordings.enums import RenditionKind, RenditionState
from media.recordings.making import POSTER_SIZE, RECIPES, Source, is_wanted
from media.recordings.selectors import users_of
from media.recordings.sniffing import AUDIO, kind_of

logger = logging.getLogger(__name__)
CHUNK = 1024 * 1024
MOST_TRIES = 3
NOTES_SECONDS = 120
# Without a queue a task runs in the editor's own request: longer work is left to `manage.py tick`.
SOON_SECONDS, SOON_BYTES = 90, 30_000_000


class StillUsed(ValueError):  # noqa: N818 - named as people say it
    """Pages show the recording: it cannot be deleted."""


@contextmanager
def on_disk(file: File[bytes], extension: str) -> Iterator[Path]:
    """The file as a path that another program can read, wherever it is kept."""
    with tempfile.TemporaryDirectory(prefix="recording-") as folder:
        path = Path(folder) / f"original.{extension}"
        file.open("rb")
        with path.open("wb") as copy:
            for piece in file.chunks(CHUNK):
                copy.write(piece)
        yield path


def take_notes_out(path: Path, container: str, sent: "UploadedFile[bytes]") -> None:
    """Write over an upload without what a camera or a program noted in it: place, names, time.

    Pictures and sound stay as they are, and so does a file that ffmpeg cannot write again. `path`
    is the upload on disk.
    """
    target = path.with_name(f"without-notes.{container}")
    kept = ["-map", "0:a:0"] if kind_of(container) == AUDIO else ["-map", "0:v:0", "-map", "0:a?"]
    begin = ["-movflags", "+faststart"] if container in ("mp4", "m4a") else []
    options = [*kept, "-c", "copy", "-fflags", "+bitexact", *begin]
    try:
        ffmpeg.convert(path, container, target, options, NOTES_SECONDS)
    except ffmpeg.FFmpegFailedError as error:
        logger.warning("a recording keeps the notes in its file: %s", error)
        return
    sent.seek(0)
    sent.truncate()
    with target.open("rb") as made:
        shutil.copyfileobj(made, sent, CHUNK)
    sent.seek(0)
    sent.size = target.stat().st_size


def note_file(*, recording: Recording) -> None:
    """Write down size and hash of the recording's file; its copies are made anew.

    What it is given must be saved: called for a new recording and whenever the file is replaced.
    """
    digest, size = hashlib.sha256(), 0
    with recording.file.open("rb") as file:
        for piece in file.chunks(CHUNK):
            digest.update(piece)
            size += len(piece)
    recording.file_hash, recording.file_size = digest.hexdigest(), size
    recording.save(update_fields=["file_hash", "file_size"])
    # Whoever saves the same file again asks for another try.
    recording.renditions.filter(state=RenditionState.FAILED).delete()
    ask_for_copies(recording=recording)


def ask_for_copies(*, recording: Recording) -> None:
    """Have the copies that are missing made once the running transaction is committed. A poster of
    the library gets its size now: no reader's page shall have to make it."""
    if recording.poster:
        recording.poster.get_rendition(POSTER_SIZE)
    transaction.on_commit(partial(_queue_copies, recording))


def _queue_copies(recording: Recording) -> None:
    from media.recordings.tasks import make_copies_of

    is_short = recording.duration <= SOON_SECONDS and recording.file_size <= SOON_BYTES
    if is_short or not isinstance(task_backends["default"], ImmediateBackend):
        make_copies_of.enqueue(recording.pk)


def make_due_copies() -> None:
    """Make what is missing of one recording: a round of the clock has other work to do, too.
    Without ffmpeg nothing is due."""
    if ffmpeg.program() is None:
        return
    recordings = Recording.objects.exclude(file_hash="").prefetch_related("renditions")
    due = next((one for one in recordings.order_by("pk") if copies_due(one)), None)
    if due is not None:
        make_copies(recording=due)


def make_copies(*, recording: Recording) -> list[Rendition]:
    """Make the copies that this recording lacks and return those that were tried.

    May be called again at any time: a copy of the present file is never made twice, and one that
    failed is tried three times in all. Without ffmpeg the original goes on playing.
    """
    due = copies_due(recording)
    if not due or ffmpeg.program() is None:
        return []
    container = recording.file_extension.lower()
    with on_disk(recording.file, container) as path:
        source = Source(path, container, recording.duration, recording.height or 0)
        return [_make(recording, kind, source, before) for kind, before in due.items()]


def copies_due(recording: Recording) -> dict[RenditionKind, Rendition | None]:
    """The copies that are to be made, each with the one before it."""
    known = {copy.kind: copy for copy in recording.renditions.all()}
    return {
        kind: known.get(kind)
        for kind in RenditionKind
        if is_wanted(kind, recording) and _is_due(known.get(kind), recording)
    }


def _is_due(copy: Rendition | None, recording: Recording) -> bool:
    if copy is None or copy.source_hash != recording.file_hash:
        return True
    return copy.state == RenditionState.FAILED and copy.tries < MOST_TRIES


def _make(
    recording: Recording, kind: RenditionKind, source: Source, before: Rendition | None
) -> Rendition:
    recipe = RECIPES[kind]
    target = source.path.with_name(f"{kind}.{recipe.extension}")
    values: dict[str, object] = {"source_hash": recording.file_hash, "file": "", "size": 0}
    try:
        ffmpeg.convert(
            source.path, source.container, target, recipe.options(source), recipe.patience(source)
        )
    except ffmpeg.FFmpegFailedError as error:
        logger.warning("recording %s: no %s copy: %s", recording.pk, kind, error)
        same = before is not None and before.source_hash == recording.file_hash
        tries = before.tries + 1 if before and same else 1
        values |= {"state": RenditionState.FAILED, "tries": tries}
        return _keep(recording, kind, values)
    size = target.stat().st_size
    if kind == RenditionKind.SMALL and size >= recording.file_size:
        return _keep(recording, kind, values | {"state": RenditionState.NEEDLESS})
    with target.open("rb") as made:
        name = f"{recording.public_id}-{recording.file_hash[:12]}-{target.name}"
        stored = recording.file.storage.save(f"recordings/{name}", File(made))
    values |= {"state": RenditionState.MADE, "file": stored, "size": size, "tries": 0}
    return _keep(recording, kind, values)


def _keep(recording: Recording, kind: str, values: dict[str, object]) -> Rendition:
    """Write the row; the file of the copy before goes. A recording that was deleted or whose file
    was replaced meanwhile keeps nothing of this."""
    with transaction.atomic():
        now = Recording.objects.select_for_update().filter(pk=recording.pk).first()
        if now is None or now.file_hash != values["source_hash"]:
            _forget(recording, str(values["file"]))
            return Rendition(recording=recording, kind=kind, state=RenditionState.NEEDLESS)
        old = list(now.renditions.filter(kind=kind).exclude(file="").values_list("file", flat=True))
        values["changed_at"] = timezone.now()
        copy, _made = Rendition.objects.update_or_create(recording=now, kind=kind, defaults=values)
    for name in old:
        if name != values["file"]:
            _forget(recording, name)
    return copy


def _forget(recording: Recording, name: str) -> None:
    if name:
        recording.file.storage.delete(name)


def delete_copy_file(instance: Rendition, **_: object) -> None:
    """The file of a copy goes with its row."""
    if name := instance.file.name:
        transaction.on_commit(partial(instance.file.storage.delete, name))


def delete_recording(*, recording: Recording) -> None:
    """Delete a recording that nothing shows, with its files. Raises StillUsed."""
    if users_of(recording):
        raise StillUsed
    recording.delete()
