"""Recordings for tests: two seconds of coloured bars, made by ffmpeg itself, once each."""

import subprocess
import tempfile
from functools import cache
from pathlib import Path

from django.core.files.base import ContentFile

from media.models import CaptionTrack, Recording
from media.recordings import ffmpeg, services

BARS = ["-f", "lavfi", "-i", "testsrc=duration=2:size={size}:rate=10"]
TONE = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2"]
NOTES = ["-metadata", "location=+44.4268+026.1025/", "-metadata", "artist=Cineva Anume"]
VTT = "WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ilinca>Bună.\n\n00:01.000 --> 00:02.000\nStop.\n"


@cache
def sample(name: str, size: str = "640x480", sound: bool = True) -> bytes:
    """The bytes of a file called so: its extension says what it is."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        bars = [part.format(size=size) for part in BARS]
        audio_only = path.suffix in (".mp3", ".m4a", ".ogg")
        inputs = TONE if audio_only else [*bars, *(TONE if sound else [])]
        # Many bits, so that a lighter copy is lighter.
        codec = [] if audio_only else ["-b:v", "4M", "-pix_fmt", "yuv420p"]
        subprocess.run(
            [ffmpeg.program(), "-nostdin", "-v", "error", *inputs, *codec, *NOTES, str(path)],
            check=True,
        )
        return path.read_bytes()


def make_recording(name: str = "film.mp4", content: bytes | None = None, **more) -> Recording:
    """A published recording with a caption track, kept as `services` keeps one."""
    kind = "video" if name.endswith((".mp4", ".webm")) else "audio"
    values = {
        "title": "Un film",
        "type": kind,
        "duration": 2,
        "age_band": "11-14",
        "transcript": "Ilinca spune bună.",
        "published": True,
        "width": 640 if kind == "video" else None,
        "height": 480 if kind == "video" else None,
    }
    recording = Recording(**{**values, **more})
    recording.file = ContentFile(sample(name) if content is None else content, name)
    recording.save()
    services.note_file(recording=recording)
    if kind == "video":
        CaptionTrack.objects.create(recording=recording, language="ro", text=VTT)
    return recording
