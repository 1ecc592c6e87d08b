"""The tables of the year as a tagged PDF (PDF/UA): the template sets, the content is only data."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core.press import Press
from lms.core.safe_cell import safe_cell
from lms.reach.annual.values import AnnualRow, AnnualTable, Kind
from lms.reach.annual.written import written
from lms.reach.drawing import LOOKS, Chart, charts_of, draw_svg
from lms.reach.exports.headings import Heading
from lms.reach.exports.layout import column_widths, is_wide

_TEMPLATES = Path(__file__).parent / "print"


def annual_pdf(heading: Heading, tables: Sequence[AnnualTable]) -> bytes:
    """The document, in the words of the present language; the same report gives the same bytes."""
    language = get_language() or "ro"
    charts = {chart.table: chart for chart in charts_of(tables)}
    press = Press(_TEMPLATES, settings.PRINT_FONTS_DIR, heading.as_of)
    data = {
        "locale": language,
        "title": heading.title,
        "standing": heading.standing,
        "contents": _("Cuprins"),
        "page": _("pagina"),
        "nothing": _("Niciun rând în acest an."),
        "parts": [
            {"wide": wide, "tables": [_table(table, charts, language) for table in part]}
            for wide, part in groupby(tables, is_wide)
        ],
    }
    return press.print("annual", data)


def _table(table: AnnualTable, charts: Mapping[str, Chart], language: str) -> dict[str, Any]:
    chart = charts.get(table.key)
    return {
        "chart": _chart(chart) if chart else None,
        "key": table.key,
        "title": table.title,
        "note": table.note,
        "widths": column_widths(table),
        "columns": [
            {"label": column.label, "number": column.kind is not Kind.TEXT}
            for column in table.columns
        ],
        "rows": [_row(table, row, language) for row in table.rows],
        "total": _row(table, table.total, language) if table.total else None,
    }


def _chart(chart: Chart) -> dict[str, Any]:
    """The same drawing as on the page, by day."""
    look = LOOKS["zi"]
    return {"svg": draw_svg(chart.spec(look), look), "title": chart.title, "alt": chart.alt}


def _row(table: AnnualTable, row: AnnualRow, language: str) -> dict[str, Any]:
    return {
        "part": row.is_part,
        "cells": [
            str(safe_cell(value)) if isinstance(value, str) else written(value, one.kind, language)
            for one, value in zip(table.columns, row.cells, strict=True)
        ],
    }
