"""Which charts a year has: each is made of one table, and says in words what it shows."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.dates import MONTHS_3
from django.utils.translation import gettext as _

from lms.core.numbers import format_number
from lms.reach.annual.values import AnnualTable, Value
from lms.reach.drawing.bars import Bar, Pair, lying_bars, paired_bars, standing_bars
from lms.reach.drawing.county_map import county_map
from lms.reach.drawing.looks import Look

MONTHS, YEARS, ORGANISATIONS, COUNTIES = "luni", "ani", "organizatii", "judete"
_PUPILS = "pupils"


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing of one table. `alt` says what it shows to whoever does not see it; `data` is what
    the kind of chart takes, plain values."""

    key: str
    table: str
    title: str
    alt: str
    data: Any

    def spec(self, look: Look) -> dict[str, Any]:
        """The drawing as Vega-Lite."""
        match self.key:
            case "luni":
                return standing_bars(self.data, look)
            case "organizatii":
                return lying_bars(self.data, look)
            case "ani":
                years, pairs = self.data
                return paired_bars(pairs, years, look)
            case _:
                return county_map(self.data, _("Participări ale elevilor"), look)


def charts_of(tables: Iterable[AnnualTable]) -> list[Chart]:
    """The charts of a year's tables, in their order; a table without figures has none."""
    by_key = {table.key: table for table in tables}
    return [*_counties(by_key["T4a"]), *_organisations(by_key["T5"]),
            *_months(by_key["T7"]), *_years(by_key["T8"])]  # fmt: skip


def _figures(table: AnnualTable) -> dict[str, int | None]:
    """Pupils by a line's key; None where the figure is hidden."""
    at = table.at(_PUPILS)
    return {row.key: _figure(row.cells[at]) for row in table.rows}


def _figure(value: Value) -> int | None:
    return value if isinstance(value, int) else None


def _counties(table: AnnualTable) -> Iterator[Chart]:
    figures = _figures(table)
    if any(figures.values()):
        yield Chart(
            COUNTIES,
            table.key,
            _("Participări ale elevilor pe județe"),
            _("Harta județelor: %(most)s")
            % {"most": _most([(str(row.cells[0]), figures[row.key]) for row in table.rows])},
            figures,
        )


def _organisations(table: AnnualTable) -> Iterator[Chart]:
    figures = _figures(table)
    bars = [Bar(str(row.cells[0]), figures[row.key] or 0) for row in table.rows]
    bars = sorted((bar for bar in bars if bar.figure), key=lambda bar: -bar.figure)
    if bars:
        most = _most([(bar.name, bar.figure) for bar in bars])
        yield Chart(
            ORGANISATIONS,
            table.key,
            _("Participări ale elevilor pe organizații"),
            _("Bare pe organizații: %(most)s") % {"most": most},
            bars,
        )


def _months(table: AnnualTable) -> Iterator[Chart]:
    figures = _figures(table)
    if any(figures.values()):
        yield Chart(
            MONTHS,
            table.key,
            _("Participări ale elevilor pe luni"),
            _("Bare pe luni: %(most)s")
            % {"most": _most([(str(row.cells[0]), figures[row.key]) for row in table.rows])},
            [Bar(str(MONTHS_3[int(key[-2:])]), n or 0) for key, n in figures.items()],
        )


def _years(table: AnnualTable) -> Iterator[Chart]:
    before, now = table.at("before"), table.at("now")
    pairs = [
        Pair(str(row.cells[0]), one, other)
        for row in table.rows
        if (one := _figure(row.cells[before])) is not None
        and (other := _figure(row.cells[now])) is not None
        and (one or other)
    ]
    if pairs:
        years = (table.columns[before].label, table.columns[now].label)
        first = pairs[0]
        words = {
            "name": first.name, "before": format_number(first.before),
            "now": format_number(first.now), "first": years[0], "second": years[1],
        }  # fmt: skip
        yield Chart(
            YEARS,
            table.key,
            table.title,
            _(
                "Bare pereche, câte una pe an. %(name)s: %(before)s în %(first)s, %(now)s în "
                "%(second)s. Toate cifrele sunt în tabel."
            )
            % words,
            (years, pairs),
        )


def _most(parts: list[tuple[str, int | None]]) -> str:
    """The highest part, in words."""
    name, figure = max(parts, key=lambda part: part[1] or 0)
    words = {"name": name, "figure": format_number(figure or 0)}
    return _("cele mai multe, %(figure)s: %(name)s. Toate cifrele sunt în tabel.") % words
