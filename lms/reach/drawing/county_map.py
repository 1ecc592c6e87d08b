"""The map of the 42 counties: steps by quantiles, an outline for zero, hatched where hidden."""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from lms.core.numbers import format_number
from lms.reach.drawing.looks import Look
from lms.reach.drawing.svg import HATCHED

STEPS = 5
# The map calls București RO.BI; its letters and those of Ilfov around it would lie on each other.
_BUCHAREST, _MOVED = "B", {"IF": (0.12, 0.24)}


def county_map(figures: Mapping[str, int | None], unit: str, look: Look) -> dict[str, Any]:
    """The map of figures by mnemonic; None is hidden, a county that is missing counts as zero.
    `unit` stands over the legend."""
    steps = quantile_steps([figure for figure in figures.values() if figure])
    legend = ["0", *(_label(low, high) for low, high in steps), _("ascuns")]
    colours = [look.empty, *_spread(look.steps, len(steps)), HATCHED]
    inks = [look.ink, *_spread(look.on_steps, len(steps)), look.ink]
    shapes = _shapes()
    rows = []
    for shape in shapes:
        figure = figures.get(shape["mnemonic"], 0)
        at = len(steps) + 1 if figure is None else _step_of(figure, steps)
        behind = look.paper if figure is None else colours[at]
        rows.append({**shape, "group": legend[at], "ink": inks[at], "behind": behind})
    shown = _shown(legend, colours, rows)
    height = round(look.width * 0.72)
    return {
        "width": look.width - 16,
        "height": height,
        "projection": {"type": "mercator"},
        "layer": [_areas(rows, shown, unit, look), *([] if look.is_narrow else _letters(rows))],
    }


def quantile_steps(figures: Sequence[int]) -> list[tuple[int, int]]:
    """Lowest and highest figure of each step, from few to many: as nearly as many counties in each
    as equal figures allow. At most STEPS; none without figures."""
    ordered = sorted(figures)
    edges = sorted({ordered[len(ordered) * at // STEPS] for at in range(STEPS)}) if ordered else []
    return [
        (low, max(figure for figure in ordered if figure < above))
        for low, above in pairwise([*edges, ordered[-1] + 1] if edges else [])
    ]


def _step_of(figure: int, steps: Sequence[tuple[int, int]]) -> int:
    """The place in the legend: 0 for zero, then the steps."""
    return sum(1 for low, _high in steps if figure >= low) if figure else 0


def _label(low: int, high: int) -> str:
    return format_number(low) if low == high else f"{format_number(low)}–{format_number(high)}"


def _spread(colours: Sequence[str], count: int) -> list[str]:
    """So many of the colours, the palest and the deepest among them."""
    if count < 2:
        return list(colours[-1:])[:count]
    return [colours[round(at * (len(colours) - 1) / (count - 1))] for at in range(count)]


def _shown(
    legend: Sequence[str], colours: Sequence[str], rows: Sequence[Mapping[str, Any]]
) -> list[tuple[str, str]]:
    """The steps that some county has, with their colours."""
    there = {row["group"] for row in rows}
    return [pair for pair in zip(legend, colours, strict=True) if pair[0] in there]


def _areas(
    rows: Sequence[Mapping[str, Any]], shown: Sequence[tuple[str, str]], unit: str, look: Look
) -> dict[str, Any]:
    legend = {
        "title": unit,
        "orient": "bottom",
        "direction": "horizontal",
        "columns": 3 if look.is_narrow else 7,
        "symbolStrokeColor": look.ink_2,
        "symbolType": "square",
    }
    names, colours = zip(*shown, strict=True)
    return {
        "data": {"values": _topology(), "format": {"type": "topojson", "feature": "rou"}},
        "transform": [
            {
                "lookup": "id",
                "from": {"data": {"values": list(rows)}, "key": "id", "fields": ["group"]},
            }
        ],
        "mark": {"type": "geoshape", "stroke": look.ink_2, "strokeWidth": 0.7},
        "encoding": {
            "color": {
                "field": "group",
                "type": "nominal",
                "legend": legend,
                "scale": {"domain": list(names), "range": list(colours)},
            }
        },
    }


def _letters(rows: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """The counties' mnemonics, first as wide strokes in the colour behind them: they stay readable
    on a border and on a pattern."""
    place = {
        "longitude": {"field": "longitude", "type": "quantitative"},
        "latitude": {"field": "latitude", "type": "quantitative"},
        "text": {"field": "mnemonic"},
    }
    behind = {"field": "behind", "type": "nominal", "scale": None}
    ink = {"field": "ink", "type": "nominal", "scale": None}
    mark = {"type": "text", "fontSize": 11, "fontWeight": "bold"}
    data = {"data": {"values": list(rows)}}
    return [
        {**data, "mark": mark | {"strokeWidth": 4}, "encoding": {**place, "stroke": behind}},
        {**data, "mark": mark, "encoding": {**place, "color": ink}},
    ]


@cache
def _topology() -> dict[str, Any]:
    """The shapes of the counties, as npm brought them."""
    topology: dict[str, Any] = json.loads(settings.COUNTY_SHAPES.read_bytes())
    return topology


@cache
def _shapes() -> tuple[dict[str, Any], ...]:
    """Each county of the map: its id there, its mnemonic, and where its letters stand."""
    topology = _topology()
    found = []
    for shape in topology["objects"]["rou"]["geometries"]:
        mnemonic = shape["id"].removeprefix("RO.")
        mnemonic = _BUCHAREST if mnemonic == "BI" else mnemonic
        east, north = _MOVED.get(mnemonic, (0.0, 0.0))
        longitude, latitude = _middle(topology, shape)
        found.append(
            {
                "id": shape["id"],
                "mnemonic": mnemonic,
                "longitude": longitude + east,
                "latitude": latitude + north,
            }
        )
    return tuple(found)


def _middle(topology: Mapping[str, Any], shape: Mapping[str, Any]) -> tuple[float, float]:
    """The middle of the outer ring of a county's largest part, by area, in degrees."""
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    rings = [_ring(topology, polygon[0]) for polygon in polygons]
    _area, x, y = max((_centroid(ring) for ring in rings), key=lambda found: abs(found[0]))
    (scale_x, scale_y), (from_x, from_y) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    return x * scale_x + from_x, y * scale_y + from_y


def _ring(topology: Mapping[str, Any], arcs: Sequence[int]) -> list[tuple[int, int]]:
    """A ring's points; an arc with a negative number is walked backwards."""
    points: list[tuple[int, int]] = []
    for number in arcs:
        x = y = 0
        walked = []
        for step_x, step_y in topology["arcs"][number if number >= 0 else ~number]:
            x, y = x + step_x, y + step_y
            walked.append((x, y))
        points += walked if number >= 0 else walked[::-1]
    return points


def _centroid(ring: Sequence[tuple[int, int]]) -> tuple[float, float, float]:
    """Signed area and centroid of a closed ring."""
    area = x = y = 0.0
    for (x0, y0), (x1, y1) in pairwise([*ring, ring[0]]):
        cross = x0 * y1 - x1 * y0
        area, x, y = area + cross, x + (x0 + x1) * cross, y + (y0 + y1) * cross
    return area / 2, x / (3 * area), y / (3 * area)
