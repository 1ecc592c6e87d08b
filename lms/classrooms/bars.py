"""The histogram of a class as geometry: templates only write the numbers down.

Coordinates are text, because a template would write numbers with a decimal comma.
"""

from dataclasses import dataclass

WIDTH, BASE, TOP = 720, 190, 26
_WIDEST = 56


@dataclass(frozen=True, slots=True)
class Bar:
    """One step in a drawing of 720 × 220 units; `centre` is where its words stand."""

    x: str
    y: str
    width: str
    height: str
    centre: str
    words_y: str


def step_bars(counts: list[int], whole: int) -> list[Bar]:
    """A bar for each count, in order; `whole` fills the height."""
    slot = WIDTH / max(1, len(counts))
    width = min(_WIDEST, slot * 0.7)
    return [_bar(slot * (at + 0.5), width, n / max(1, whole)) for at, n in enumerate(counts)]


def _bar(centre: float, width: float, share: float) -> Bar:
    height = (BASE - TOP) * min(1, share)
    return Bar(
        x=f"{centre - width / 2:.1f}",
        y=f"{BASE - height:.1f}",
        width=f"{width:.1f}",
        height=f"{height:.1f}",
        centre=f"{centre:.1f}",
        words_y=f"{BASE - height - 8:.1f}",
    )


def share(count: int, whole: int) -> str:
    """The length of a lying bar in a drawing of 100 units."""
    return f"{100 * min(1, count / max(1, whole)):.1f}"
