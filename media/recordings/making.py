"""Recipes of the lighter copies: what is made of which recording, and how."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from media.recordings.enums import RenditionKind

if TYPE_CHECKING:
    from media.models import Recording

# A recording of so many bytes is as light as a copy has to be.
LIGHT = 1_500_000
SMALL_HEIGHT = 360
# The size of a poster from the library, as Wagtail names sizes.
POSTER_SIZE = "width-640|format-webp"
_PICTURE = ["-c:v", "libx264", "-crf", "28", "-pix_fmt", "yuv420p", "-profile:v", "main"]
# From here on a lighter file is not worth the time.
LONG_SECONDS = 600
_VOICE = ["-c:a", "aac", "-b:a", "64k", "-ac", "1", "-ar", "44100"]
_QUICK_START = ["-movflags", "+faststart"]


@dataclass(frozen=True, slots=True)
class Source:
    """The original on disk; `height` is 0 where it is not known."""

    path: Path
    container: str
    duration: float
    height: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """How one copy is made: its options, and seconds of work for each second of the recording."""

    extension: str
    options: Callable[[Source], list[str]]
    effort: float

    def patience(self, source: Source) -> float:
        """After so many seconds something is wrong; a quarter of an hour is the most."""
        return min(900.0, 60 + self.effort * source.duration)


def _small(source: Source) -> list[str]:
    # Never larger than it came; x264 needs even sides.
    shape = f"scale=-2:'min({SMALL_HEIGHT},trunc(ih/2)*2)'"
    kept = ["-map", "0:v:0", "-map", "0:a:0?", "-vf", shape]
    preset = "veryfast" if source.duration > LONG_SECONDS else "medium"
    return [*kept, *_PICTURE, "-preset", preset, *_VOICE, *_QUICK_START, "-f", "mp4"]


def _sound(source: Source) -> list[str]:
    return ["-map", "0:a:0", "-vn", *_VOICE, *_QUICK_START, "-f", "ipod"]


def _poster(source: Source) -> list[str]:
    # The first moments are often black.
    moment = f"{min(3.0, source.duration / 4):.2f}"
    shape = "scale='min(640,iw)':-2"
    return ["-ss", moment, "-map", "0:v:0", "-frames:v", "1", "-vf", shape, "-q:v", "6",
            "-f", "image2", "-update", "1"]  # fmt: skip


RECIPES = {
    RenditionKind.SMALL: Recipe("mp4", _small, 6),
    RenditionKind.SOUND: Recipe("m4a", _sound, 1),
    RenditionKind.POSTER: Recipe("jpg", _poster, 0.5),
}


def is_wanted(kind: RenditionKind, recording: "Recording") -> bool:
    """Whether this copy would be of use to anybody."""
    if kind == RenditionKind.SOUND:
        return recording.is_video and not recording.silent
    if kind == RenditionKind.POSTER:
        return recording.is_video and recording.poster_id is None
    is_light = recording.file_size <= LIGHT and recording.file_extension.lower() == "mp4"
    return recording.is_video and not is_light
