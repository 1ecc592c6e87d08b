"""Drawing by Vega-Lite inside this process: no browser, no script on the page, no other host."""

import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from django.conf import settings

from lms.reach.drawing.looks import Look, config

VEGA_LITE = "6.4"
# Vega-Lite knows no patterns: this colour, which no drawing of ours has, stands for one.
HATCHED = "#fe01fe"
# Half of a map would be decimals that no eye can see.
_PATH, _FINE = re.compile(r' d="[^"]*"'), re.compile(r"(\d\.\d)\d+")
_PATTERN = (
    '<defs><pattern id="hatch" width="5" height="5" patternUnits="userSpaceOnUse" '
    'patternTransform="rotate(45)"><rect width="5" height="5" fill="{paper}"/>'
    '<rect width="2" height="5" fill="{ink}"/></pattern></defs>'
)


def draw_svg(spec: Mapping[str, Any], look: Look) -> str:
    """A drawing as SVG. `spec` is Vega-Lite without what `config` says for all."""
    drawn: str = _library().vegalite_to_svg(_whole(spec, look), vl_version=VEGA_LITE)
    svg = _PATH.sub(lambda path: _FINE.sub(r"\1", path[0]), drawn)
    if HATCHED not in svg:
        return svg
    end = svg.index(">") + 1
    pattern = _PATTERN.format(paper=look.paper, ink=look.ink_2)
    return svg[:end] + pattern + svg[end:].replace(f'"{HATCHED}"', '"url(#hatch)"')


def draw_png(svg: str, *, scale: float = 2) -> bytes:
    """An SVG as PNG, for files that cannot hold the SVG itself."""
    png: bytes = _library().svg_to_png(svg, scale=scale)
    return png


def _whole(spec: Mapping[str, Any], look: Look) -> str:
    return json.dumps({**spec, "config": config(look), "padding": 4})


@cache
def _library() -> Any:
    # 75 MB: only a process that draws loads it.
    import vl_convert

    for weight in ("400Regular", "700Bold"):
        vl_convert.register_font_directory(str(settings.PRINT_FONTS_DIR / weight))
    return vl_convert
