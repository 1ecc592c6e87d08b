"""Recordings from their folder: words as TOML, the film, its poster, captions by language."""

import tomllib
from pathlib import Path
from typing import Any

from django.core.files.images import ImageFile

from media.models import CaptionTrack, ContentImage, Recording
from media.recordings import services, webvtt
from media.recordings.enums import TrackKind

FOLDER = Path(__file__).parent / "films"
WIDTH, HEIGHT = 1280, 720
SAME = (
    "slug", "title", "summary", "language", "age_band", "silent", "credit", "licence",
)  # fmt: skip


def load(folder: Path = FOLDER) -> int:
    """Add and publish the recordings that are not there yet; return how many were added."""
    return sum(_load_file(path) for path in sorted(folder.glob("*.toml")))


def _load_file(path: Path) -> bool:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    if Recording.objects.filter(slug=data["slug"]).exists():
        return False
    recording = Recording(
        type="video",
        duration=sum(scene["seconds"] for scene in data["scenes"]),
        width=WIDTH,
        height=HEIGHT,
        transcript=data["transcript"].strip(),
        poster=_poster(path, data),
        published=True,
        **{name: data[name] for name in SAME},
    )
    with path.with_suffix(".mp4").open("rb") as film:
        recording.file.save(f"{path.stem}.mp4", film, save=False)
        recording.full_clean(exclude=["collection"])
        recording.save()
    for language in ("ro", "en"):
        text = path.with_suffix(f".{language}.vtt").read_text(encoding="utf-8")
        same = language == recording.language
        CaptionTrack.objects.create(
            recording=recording,
            language=language,
            kind=TrackKind.CAPTIONS if same else TrackKind.SUBTITLES,
            text=webvtt.write(webvtt.read(text, duration=recording.duration)),
        )
    services.note_file(recording=recording)
    return True


def _poster(path: Path, data: dict[str, Any]) -> ContentImage:
    with path.with_suffix(".png").open("rb") as picture:
        poster = ContentImage(
            title=data["title"], description=data["poster_text"], credit=data["credit"]
        )
        poster.file = ImageFile(picture, name=f"{path.stem}.png")
        poster.save()
    return poster
