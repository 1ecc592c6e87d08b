"""The story as the drawing needs it: scenes with their times, captions from their words."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from media.recordings.webvtt import Cue, write

FOLDER = Path(__file__).parents[1] / "starter" / "films"
STORY = FOLDER / "un-mesaj-de-la-un-necunoscut.toml"


@dataclass(frozen=True, slots=True)
class Scene:
    """One picture with its words; `step` is 0 where there is none."""

    seconds: float
    picture: str
    headline: str
    note: str
    step: int
    bubbles: tuple[str, ...]
    captions: dict[str, str]


def scenes_of(path: Path = STORY) -> list[Scene]:
    """The scenes in order."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["scenes"]
    return [
        Scene(
            seconds=row["seconds"],
            picture=row["picture"],
            headline=row["headline"],
            note=row.get("note", ""),
            step=row.get("step", 0),
            bubbles=tuple(row.get("bubbles", ())),
            captions={language: row[language] for language in ("ro", "en")},
        )
        for row in rows
    ]


def captions_of(scenes: list[Scene], language: str) -> str:
    """The captions of a language as WebVTT: one cue a scene, a moment after it begins."""
    cues, begin = [], 0
    for scene in scenes:
        end = begin + round(scene.seconds * 1000)
        cues.append(Cue(begin + 200, end, scene.captions[language]))
        begin = end
    return write(cues)
