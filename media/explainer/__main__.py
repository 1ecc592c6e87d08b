"""`python -m media.explainer`: draw the animation, its poster and its captions anew.

Needs ffmpeg (the extra `video` has one) and the fonts of `npm ci`. The files are committed: a site
that only shows the film needs neither.
"""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import IO, cast

from PIL import Image

from media.explainer.canvas import HEIGHT, INK, INK_2, PAPER, TEAL, WIDTH, Canvas
from media.explainer.pictures import PICTURES, eased
from media.explainer.story import FOLDER, STORY, Scene, captions_of, scenes_of
from media.recordings import ffmpeg

FONTS = (
    Path(__file__).parents[2] / "node_modules" / "@expo-google-fonts" / "atkinson-hyperlegible-next"
)
RATE = 12
# After so many seconds nothing in a scene moves any more.
STILL_AFTER = 2.0
HEADLINE, NOTE = 82, 58
MOST_BYTES = 1_500_000
ENCODING = [
    *("-c:v", "libx264", "-preset", "veryslow", "-tune", "animation", "-crf", "23"),
    *("-pix_fmt", "yuv420p", "-profile:v", "main", "-g", str(RATE * 10)),
    *("-movflags", "+faststart", "-map_metadata", "-1", "-fflags", "+bitexact"),
]


def frame(canvas: Canvas, scene: Scene, seconds: float) -> Image.Image:
    """The scene as it stands after so many seconds."""
    canvas.fresh()
    PICTURES[scene.picture](canvas, scene, seconds)
    canvas.opacity, canvas.moved = 1, (0, 0)
    _words(canvas, scene, seconds)
    return canvas.finished()


def _words(canvas: Canvas, scene: Scene, seconds: float) -> None:
    """The right half. The lowest sixth of the film is left to the captions."""
    shown = eased(seconds, 0.1, 0.4)
    canvas.moved = (24 * (1 - shown), 0)
    canvas.opacity = shown
    lines = canvas.lines(scene.headline, HEADLINE, 640, bold=True)
    note = canvas.lines(scene.note, NOTE, 640) if scene.note else []
    tall = len(lines) * 98 + (24 + len(note) * 70 if note else 0) + (124 if scene.step else 0)
    top = (HEIGHT - 60) / 2 - tall / 2
    if scene.step:
        canvas.disc((638, top + 46), 46, TEAL)
        canvas.words(str(scene.step), (638, top + 44), 56, PAPER, bold=True, middle=True)
        top += 124
    for line in lines:
        canvas.words(line, (592, top), HEADLINE, INK, bold=True)
        top += 98
    for line in note:
        canvas.words(line, (592, top + 24), NOTE, INK_2)
        top += 70
    canvas.opacity, canvas.moved = 1, (0, 0)


def frames(scenes: list[Scene]) -> Iterator[Image.Image]:
    """Every frame of the film in order."""
    canvas = Canvas(FONTS)
    for scene in scenes:
        still: Image.Image | None = None
        for number in range(round(scene.seconds * RATE)):
            seconds = number / RATE
            if seconds < STILL_AFTER:
                yield frame(canvas, scene, seconds)
                continue
            still = still or frame(canvas, scene, STILL_AFTER)
            yield still


def encode(scenes: list[Scene], target: Path) -> None:
    """Write the film. Raises FFmpegMissingError, or CalledProcessError with ffmpeg's words."""
    path = ffmpeg.program()
    if path is None:
        raise ffmpeg.FFmpegMissingError
    raw = ["-f", "rawvideo", "-pix_fmt", "rgb24", "-s", f"{WIDTH}x{HEIGHT}", "-r", str(RATE)]
    command = [path, "-v", "error", "-y", *raw, "-i", "-", *ENCODING, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as process:  # noqa: S603 - all of it ours
        pipe = cast(IO[bytes], process.stdin)
        for one in frames(scenes):
            pipe.write(one.tobytes())
        pipe.close()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)


def main() -> int:
    """Draw everything; end with 1 when the film is heavier than it may be."""
    scenes = scenes_of()
    film = FOLDER / f"{STORY.stem}.mp4"
    encode(scenes, film)
    poster = frame(Canvas(FONTS), scenes[0], STILL_AFTER)
    poster.resize((960, 540), Image.Resampling.LANCZOS).save(
        film.with_suffix(".png"), optimize=True
    )
    for language in scenes[0].captions:
        path = film.with_suffix(f".{language}.vtt")
        path.write_text(captions_of(scenes, language), encoding="utf-8")
    size = film.stat().st_size
    print(f"{film.name}: {sum(s.seconds for s in scenes):.0f} s, {size} bytes")
    return int(size > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
