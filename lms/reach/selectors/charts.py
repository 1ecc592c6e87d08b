"""The charts of a year, kept as long as no record changes: drawn once, by whoever asks first."""

from collections.abc import Sequence

from django.core.cache import caches
from django.utils import timezone
from django.utils.translation import get_language

from lms.core import generation
from lms.reach.annual import AnnualTable, annual_tables
from lms.reach.drawing import Chart, Look, charts_of, draw_svg
from lms.reach.selectors.headlines import live_annual_report


def charts_of_year(year: int, tables: Sequence[AnnualTable] | None = None) -> list[Chart]:
    """The year's charts, without being drawn. `tables` spares counting the year anew."""
    key = _key("charts", year)
    charts: list[Chart] | None = caches["local"].get(key)
    if charts is None:
        found = annual_tables(live_annual_report(year)) if tables is None else tables
        charts = charts_of(found)
        caches["local"].set(key, charts)
    return charts


def drawn_chart(year: int, chart: str, look: Look) -> str:
    """One chart as SVG. Raises KeyError when the year has no such chart."""
    key = _key("drawn", year, chart, look.name)
    svg: str | None = caches["local"].get(key)
    if svg is None:
        svg = draw_svg({one.key: one for one in charts_of_year(year)}[chart].spec(look), look)
        caches["local"].set(key, svg)
    return svg


def _key(*parts: object) -> str:
    stamps = generation.current(), generation.current(generation.FIGURES)
    return ":".join(map(str, (*parts, get_language(), timezone.localdate(), *stamps)))
