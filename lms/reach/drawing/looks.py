"""How a drawing looks: by day or by night, on a wide page or on a phone."""

from dataclasses import dataclass
from typing import Any

# Inside an <img> a browser has only the fonts of the machine.
FAMILY = "Atkinson Hyperlegible Next, Arial, Helvetica, sans-serif"


@dataclass(frozen=True, slots=True)
class Look:
    """Colours of the style sheet's tokens, and the width in pixels. `steps` goes from few to many,
    `on_steps` is what can be read on each; `empty` is the colour of a zero."""

    name: str
    width: int
    ink: str
    ink_2: str
    line: str
    paper: str
    teal: str
    other: str
    empty: str
    steps: tuple[str, ...]
    on_steps: tuple[str, ...]

    @property
    def is_narrow(self) -> bool:
        """Whether it is for a phone."""
        return self.width < 500


def _day(name: str, width: int) -> Look:
    return Look(
        name=name,
        width=width,
        ink="#1B2A33",
        ink_2="#4A5B66",
        line="#D3DCDA",
        paper="#FFFFFF",
        teal="#0B6B63",
        other="#9FB0AE",
        empty="#FFFFFF",
        steps=("#D5EAE7", "#9CCFC8", "#5AADA3", "#1F8278", "#084F49"),
        on_steps=("#1B2A33", "#1B2A33", "#1B2A33", "#FFFFFF", "#FFFFFF"),
    )


def _night(name: str, width: int) -> Look:
    return Look(
        name=name,
        width=width,
        ink="#E8F0EE",
        ink_2="#B7C8C5",
        line="#31504C",
        paper="#18302E",
        teal="#7FD1C7",
        other="#5C7B77",
        empty="#18302E",
        steps=("#23504B", "#2F746C", "#4A9C93", "#7FD1C7", "#C9F2EC"),
        on_steps=("#E8F0EE", "#FFFFFF", "#08211F", "#08211F", "#08211F"),
    )


LOOKS = {
    look.name: look
    for look in (
        _day("zi", 700),
        _night("noapte", 700),
        _day("zi-ingust", 320),
        _night("noapte-ingust", 320),
    )
}


def config(look: Look) -> dict[str, Any]:
    """What every drawing shares, as Vega-Lite's `config`."""
    words = {"labelFont": FAMILY, "titleFont": FAMILY, "labelColor": look.ink, "labelFontSize": 13}
    return {
        # The words beside the picture say it: labels of single marks would only make it heavier.
        "aria": False,
        "background": "transparent",
        "font": FAMILY,
        "view": {"stroke": None},
        "axis": words
        | {
            "grid": False,
            "domainColor": look.ink_2,
            "ticks": False,
            "labelPadding": 6,
            "title": None,
        },
        "legend": words
        | {"titleColor": look.ink_2, "titleFontSize": 13, "titleLimit": 400, "symbolSize": 220},
        "header": words | {"labelFontWeight": "bold", "labelAnchor": "start"},
        "text": {"font": FAMILY, "fontSize": 13, "color": look.ink},
    }
