"""The map that anyone may see: drawn of a published year's public report alone."""

from collections.abc import Mapping
from typing import Any

from django.core.cache import cache
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.reach.drawing import Look, draw_svg
from lms.reach.drawing.county_map import county_map

_KEPT_SECONDS = 7 * 24 * 3600


def public_map(public: Mapping[str, Any], look: Look) -> str:
    """The counties by participations as SVG, hatched where the figure is hidden. Drawn once for
    all workers: a version never changes."""
    version = (public.get("snapshot") or {}).get("version", 0)
    parts = (public["year"], version, public["as_of"], look.name, get_language())
    key = ":".join(("public-map", *map(str, parts)))
    svg: str | None = cache.get(key)
    if svg is None:
        spec = county_map(public_pupils(public), _("Participări ale elevilor"), look)
        svg = draw_svg(spec, look)
        cache.set(key, svg, _KEPT_SECONDS)
    return svg


def public_pupils(public: Mapping[str, Any]) -> dict[str, int | None]:
    """Participations by county's mnemonic; None is hidden."""
    cells = public["sessions"]["by_county"]
    return {
        county: cell["pupils"] if isinstance(cell["pupils"], int) else None
        for county, cell in cells.items()
    }
