"""Every declared pair of colours is readable, by day and by night (WCAG 2.2: 1.4.3, 1.4.11)."""

import re
from pathlib import Path

import pytest

import lms.core

TOKENS = Path(lms.core.__file__).parent / "styles" / "00-tokens.css"
NIGHT_STARTS = "prefers-color-scheme: dark"
SURFACES = ("paper", "cream", "mist")

TEXT_PAIRS = [
    *((text, surface) for text in ("ink", "ink-2", "teal", "teal-dark") for surface in SURFACES),
    *((text, "teal-tint") for text in ("ink", "ink-2", "teal", "teal-dark")),
    ("ink", "amber-tint"),
    ("ink", "blue-tint"),
    ("ink", "coral-tint"),
    ("ink", "green-tint"),
    ("amber-text", "amber-tint"),
    ("amber-text", "paper"),
    ("clay", "clay-tint"),
    ("blue", "blue-tint"),
    ("blue", "paper"),
    ("plum", "plum-tint"),
    ("plum", "paper"),
    ("green", "green-tint"),
    ("coral", "coral-tint"),
    ("coral", "paper"),
    ("coral", "mist"),
    ("coral", "cream"),
    ("on-teal", "teal"),
    ("on-teal", "teal-dark"),
    ("on-exit", "exit"),
    ("on-footer", "footer"),
    ("focus-ink", "focus"),
]

EDGE_PAIRS = [
    *((edge, surface) for edge in ("control", "teal", "coral") for surface in SURFACES),
    ("control", "teal-tint"),
    ("green", "paper"),
    ("exit-edge", "teal-tint"),
    *(("exit-edge", surface) for surface in SURFACES),
    ("teal", "teal-tint"),
]

FOCUS_SURFACES = [*SURFACES, "teal-tint", "footer", "teal", "exit"]


def read_tokens(night: bool) -> dict[str, str]:
    """Return token name -> "#RRGGBB"; night values stand over the day's."""
    day, _, rest = TOKENS.read_text().partition(NIGHT_STARTS)
    blocks = [day, rest] if night else [day]
    pattern = re.compile(r"--([\w-]+):\s*(#[0-9A-Fa-f]{6});")
    return {name: value for block in blocks for name, value in pattern.findall(block)}


def luminance(colour: str) -> float:
    """Return the relative luminance (0 black, 1 white) of "#RRGGBB"."""
    channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


both_times = pytest.mark.parametrize("night", [False, True], ids=["day", "night"])


@both_times
@pytest.mark.parametrize(("text", "surface"), TEXT_PAIRS)
def test_text_is_readable_on_its_surface(text: str, surface: str, night: bool) -> None:
    tokens = read_tokens(night)
    assert contrast(tokens[text], tokens[surface]) >= 4.5


@both_times
@pytest.mark.parametrize(("edge", "surface"), EDGE_PAIRS)
def test_a_control_edge_stands_out(edge: str, surface: str, night: bool) -> None:
    tokens = read_tokens(night)
    assert contrast(tokens[edge], tokens[surface]) >= 3


@both_times
@pytest.mark.parametrize("surface", FOCUS_SURFACES)
def test_yellow_or_ink_of_the_focus_stands_out(surface: str, night: bool) -> None:
    tokens = read_tokens(night)
    rings = (tokens["focus"], tokens["focus-ink"])
    assert max(contrast(ring, tokens[surface]) for ring in rings) >= 3


def test_every_colour_has_a_night_value() -> None:
    day, night = read_tokens(night=False), TOKENS.read_text().partition(NIGHT_STARTS)[2]
    same_at_night = {"focus", "focus-ink", "on-exit"}
    assert {name for name in day if f"--{name}:" not in night} == same_at_night


def test_black_on_white_has_the_ratio_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
