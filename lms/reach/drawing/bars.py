"""Bars: of months, of organisations, of two years beside each other. Each has its number on it."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lms.core.numbers import format_number
from lms.reach.drawing.looks import Look

# Room for a number beyond the end of its bar, as a share of the longest bar.
_BEYOND = 1.18


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar; `figure` is never negative."""

    name: str
    figure: int

    def as_dict(self) -> dict[str, Any]:
        """The bar as a row of a drawing's data."""
        return {"name": self.name, "figure": self.figure, "said": format_number(self.figure)}


@dataclass(frozen=True, slots=True)
class Pair:
    """One figure in two years."""

    name: str
    before: int
    now: int


def standing_bars(bars: Sequence[Bar], look: Look) -> dict[str, Any]:
    """Upright bars in their order; on a phone they lie."""
    if look.is_narrow:
        return lying_bars(bars, look)
    return {
        "data": {"values": [bar.as_dict() for bar in bars]},
        "width": look.width - 24,
        "height": 220,
        "encoding": {
            "x": {"field": "name", "type": "nominal", "sort": None, "axis": {"labelAngle": 0}},
            "y": {
                "field": "figure",
                "type": "quantitative",
                "axis": None,
                "scale": {"domainMax": _top(bars)},
            },
        },
        "layer": [
            _bar(look, {"width": {"band": 0.7}}),
            _number({"dy": -9, "baseline": "middle"}),
        ],
    }


def lying_bars(bars: Sequence[Bar], look: Look) -> dict[str, Any]:
    """Bars from the left, one below the other, in their order."""
    names = max((min(len(bar.name), 40) for bar in bars), default=0)
    room = min(look.width // 2, 16 + 7 * names)
    return {
        "data": {"values": [bar.as_dict() for bar in bars]},
        "width": look.width - room - 16,
        "height": {"step": 24},
        "encoding": {
            "y": {
                "field": "name",
                "type": "nominal",
                "sort": None,
                # Another typeface than the one that measured may be wider: names are cut short of
                # the room, and the room is kept.
                "axis": {"labelLimit": room * 0.85, "minExtent": room, "domain": False},
            },
            "x": {
                "field": "figure",
                "type": "quantitative",
                "axis": None,
                "scale": {"domainMax": _top(bars)},
            },
        },
        "layer": [_bar(look, {"height": {"band": 0.72}}), _number({"dx": 5, "align": "left"})],
    }


def paired_bars(pairs: Sequence[Pair], years: tuple[str, str], look: Look) -> dict[str, Any]:
    """Two bars a figure, each figure by a scale of its own: a nine stands beside seventy thousand,
    and they are not the same unit."""
    columns = 1 if look.is_narrow else 2
    room = look.width // columns - 60
    values = [
        {"pair": _wrapped(pair.name, room), "year": year} | Bar(year, figure).as_dict()
        for pair in pairs
        for year, figure in zip(years, (pair.before, pair.now), strict=True)
    ]
    return {
        "data": {"values": values},
        "columns": columns,
        "spacing": {"row": 10, "column": 24},
        "facet": {
            "field": "pair",
            "type": "nominal",
            "sort": [_wrapped(pair.name, room) for pair in pairs],
            "header": {"title": None, "labelExpr": "split(datum.label, '|')", "labelPadding": 4},
        },
        "spec": {
            "width": room - 40,
            "height": {"step": 22},
            "encoding": {
                "y": {"field": "year", "type": "nominal", "axis": {"domain": False}},
                "x": {"field": "figure", "type": "quantitative", "axis": None},
            },
            "layer": [
                {
                    "mark": {"type": "bar", "height": {"band": 0.72}, "cornerRadiusEnd": 2},
                    "encoding": {
                        "color": {
                            "field": "year",
                            "type": "nominal",
                            "legend": None,
                            "scale": {"domain": list(years), "range": [look.other, look.teal]},
                        }
                    },
                },
                _number({"dx": 5, "align": "left"}),
            ],
        },
        "resolve": {"scale": {"x": "independent"}, "axis": {"y": "independent"}},
    }


def _bar(look: Look, more: dict[str, Any]) -> dict[str, Any]:
    return {"mark": {"type": "bar", "color": look.teal, "cornerRadiusEnd": 2, **more}}


def _number(more: dict[str, Any]) -> dict[str, Any]:
    return {
        "mark": {"type": "text", "fontWeight": "bold", **more},
        "encoding": {"text": {"field": "said"}},
    }


def _top(bars: Sequence[Bar]) -> float:
    return max((bar.figure for bar in bars), default=0) * _BEYOND or 1


def _wrapped(name: str, room: int) -> str:
    return "|".join(textwrap.wrap(name.replace("|", "/"), room // 7))
