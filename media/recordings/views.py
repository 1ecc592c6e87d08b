"""The files of a recording as readers get them."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from lms.people.learners import learner_of, may_open
from media.models import Recording
from media.recordings import webvtt
from media.recordings.enums import RenditionKind, RenditionState
from media.recordings.selectors import is_public, may_see
from media.recordings.sniffing import mime_of
from media.serving import KEPT, file_response, keep

COPIES = {
    "360p.mp4": RenditionKind.SMALL,
    "sunet.m4a": RenditionKind.SOUND,
    "poster.jpg": RenditionKind.POSTER,
}
TEXTS = {"vtt": "text/vtt; charset=utf-8", "srt": "application/x-subrip; charset=utf-8"}


@require_safe
def recording_file(request: HttpRequest, public_id: UUID, name: str) -> HttpResponseBase:
    """The original, a lighter copy, the captions of a language or the transcript.

    404 for whoever may not see it: the address of a recording that is not published tells nothing.
    """
    recording = get_object_or_404(
        Recording.objects.select_related("collection"), public_id=public_id
    )
    if not may_see(request, recording) or not may_open(learner_of(request), recording.age_band):
        raise Http404
    stem, _dot, extension = name.rpartition(".")
    if name == "transcriere.txt":
        response: HttpResponseBase = _text(recording, recording.transcript, name, "text/plain")
    elif extension in TEXTS:
        track = get_object_or_404(recording.tracks, language=stem)
        cues = webvtt.read(track.text)
        words = webvtt.write(cues) if extension == "vtt" else webvtt.write_srt(cues)
        response = _text(recording, words, name, TEXTS[extension])
    else:
        response = _file(request, recording, name)
    keep(response, KEPT if is_public(recording) else "private, no-cache")
    # Played or read where the reader is; a link with `download` saves it.
    shown = response.headers.get("Content-Disposition", "").replace("attachment", "inline", 1)
    response.headers["Content-Disposition"] = shown
    return response


def _file(request: HttpRequest, recording: Recording, name: str) -> HttpResponseBase:
    extension = name.rpartition(".")[2]
    file, kind = recording.file, "image/jpeg"
    if name in COPIES:
        copy = get_object_or_404(
            recording.renditions,
            kind=COPIES[name],
            state=RenditionState.MADE,
            source_hash=recording.file_hash,
        )
        file = copy.file
    elif name != f"original.{recording.file_extension.lower()}":
        raise Http404
    if extension != "jpg":
        kind = mime_of(extension)
    etag = f"{recording.file_hash[:24]}-{name}"
    shown = (
        f"{recording.slug}.{extension}" if name.startswith("original") else _named(recording, name)
    )
    return file_response(request, file, name=shown, content_type=kind, etag=etag)


def _text(recording: Recording, words: str, name: str, kind: str) -> HttpResponse:
    content_type = kind if "charset" in kind else f"{kind}; charset=utf-8"
    disposition = f'inline; filename="{_named(recording, name)}"'
    headers = {"Content-Disposition": disposition}
    return HttpResponse(words, content_type=content_type, headers=headers)


def _named(recording: Recording, name: str) -> str:
    return f"{recording.slug}-{name}"
