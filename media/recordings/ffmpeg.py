"""ffmpeg as this site runs it: without a shell, with limits, on local files of a known kind.

The program is the machine's own, else the one of the Python package `imageio-ffmpeg` (extra
`video`). It never guesses what a file is (a playlist could name other files), never asks, never
opens a network, and leaves every note about place, camera and author out of what it writes.
"""

import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from media.recordings.sniffing import CONTAINERS

PROBE_SECONDS = 30
# What is written never grows past this, whatever the input claims.
MOST_BYTES = 400_000_000
_DURATION = re.compile(r"Duration: (\d+):(\d\d):(\d\d(?:\.\d+)?)")
_VIDEO = re.compile(r"Stream #0:\d+.*?: Video: .*?\b(\d{2,5})x(\d{2,5})\b")
_PICTURE = re.compile(r"\(attached pic\)")
_SOUND = re.compile(r"Stream #0:\d+.*?: Audio: ")
_TURNED = re.compile(r"rotation of -?(?:90|270)\.00 degrees")


class FFmpegMissingError(RuntimeError):
    """Neither the machine nor the Python packages have the program."""


class FFmpegFailedError(RuntimeError):
    """It ran and gave nothing that can be used; the text is its last line, for the log."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a file holds. Width and height are 0 without pictures, `duration` in seconds."""

    duration: float
    width: int
    height: int
    has_sound: bool

    @property
    def has_pictures(self) -> bool:
        return bool(self.width)


def program() -> str | None:
    """The path of ffmpeg; None where there is none."""
    if found := shutil.which("ffmpeg"):
        return found
    try:
        # An extra: a site that has no recordings does without it.
        from imageio_ffmpeg import get_ffmpeg_exe

        return str(get_ffmpeg_exe())
    except (ImportError, RuntimeError):
        return None


def probe(path: Path, container: str) -> Facts:
    """What a file of this container holds.

    Raises FFmpegMissingError, and FFmpegFailedError for a file that cannot be read.
    """
    # Without an output it says what it read and ends with an error.
    said = _run(["-f", CONTAINERS[container][3], "-i", str(path)], PROBE_SECONDS).stderr
    duration = _DURATION.search(said)
    video = None if _PICTURE.search(said) else _VIDEO.search(said)
    has_sound = bool(_SOUND.search(said))
    if duration is None or not (video or has_sound):
        raise FFmpegFailedError(_last_line(said))
    hours, minutes, seconds = duration.groups()
    size = (int(video[1]), int(video[2])) if video else (0, 0)
    if _TURNED.search(said):
        size = size[::-1]
    total = int(hours) * 3600 + int(minutes) * 60 + float(seconds)
    return Facts(total, *size, has_sound)


def convert(source: Path, container: str, target: Path, options: list[str], seconds: float) -> None:
    """Write `target` from `source` with these options of ffmpeg, in at most so many seconds.

    Raises FFmpegMissingError and FFmpegFailedError; then there is no target.
    """
    arguments = [
        *("-f", CONTAINERS[container][3], "-i", str(source)),
        *("-map_metadata", "-1", "-map_chapters", "-1", "-sn", "-dn"),
        *options,
        *("-threads", "2", "-fs", str(MOST_BYTES), str(target)),
    ]
    try:
        done = _run(arguments, seconds)
        if done.returncode or not target.exists() or not target.stat().st_size:
            raise FFmpegFailedError(_last_line(done.stderr))
    except FFmpegFailedError:
        target.unlink(missing_ok=True)
        raise


def _run(arguments: list[str], seconds: float) -> "subprocess.CompletedProcess[str]":
    path = program()
    if path is None:
        raise FFmpegMissingError
    fixed = ["-hide_banner", "-nostdin", "-y", "-protocol_whitelist", "file"]
    try:
        # A list, no shell; every part of it is ours but the paths, which are ours as well.
        return subprocess.run(  # noqa: S603
            [path, *fixed, *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            timeout=seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise FFmpegFailedError(f"took longer than {seconds:.0f} s") from error


def _last_line(said: str) -> str:
    lines = said.strip().splitlines()
    return lines[-1][:300] if lines else "said nothing"
