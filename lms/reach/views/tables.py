"""The tables T1–T12 of a year on one page, and as files."""

import json

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import get_language

from lms.reach.annual import annual_tables, from_plain
from lms.reach.annual.shown import shown_table
from lms.reach.exports.annual import KINDS, annual_file, tables_file
from lms.reach.exports.bundle import open_data_bundle
from lms.reach.exports.headings import Heading
from lms.reach.models import ReachReport
from lms.reach.selectors import live_annual_report, names_of, open_content, report_years
from lms.reach.selectors.charts import charts_of_year
from lms.reach.views.access import for_secretariat, period_of

# What the page offers, in this order.
FILES = (*KINDS, "zip")


@for_secretariat
def tables(request: HttpRequest, year: int) -> HttpResponse:
    """Every table of the yearly report; each figure opens to its parts."""
    today = timezone.localdate()
    period_of(year, today)
    annual = live_annual_report(year)
    found = annual_tables(annual)
    base, language = reverse("reach:report", args=[year]), get_language() or "ro"
    charts = {chart.table: chart for chart in charts_of_year(year, found)}
    context = {
        "year": year,
        "years": report_years(today),
        "as_of": annual.report.as_of,
        "files": [(kind.upper(), reverse(f"reach:tables_{kind}", args=[year])) for kind in FILES],
        "tables": [
            (shown_table(table, base=base, language=language), charts.get(table.key))
            for table in found
        ],
    }
    return render(request, "reach/tables.html", context)


@for_secretariat
def tables_as_file(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The same tables as a file of one of KINDS."""
    period_of(year, timezone.localdate())
    return _saved(annual_file(live_annual_report(year), kind), KINDS[kind], year, kind)


@for_secretariat
def tables_as_bundle(request: HttpRequest, year: int) -> HttpResponse:
    """The public tables as open data: the published ones, or what they would be today."""
    period_of(year, timezone.localdate())
    bundle = open_data_bundle(open_content(year), names_of())
    return _saved(bundle, "application/zip", year, "zip")


@for_secretariat
def version_as_file(request: HttpRequest, year: int, number: int, kind: str) -> HttpResponse:
    """The tables of a published version as they were frozen, in the words of that day."""
    report = get_object_or_404(ReachReport, period__year=year, version=number)
    tables = from_plain(json.loads(report.content).get("tables", ()))
    if not tables:
        raise Http404
    with translation.override(settings.LANGUAGE_CODE):
        content = tables_file(Heading(year, report.as_of, number), tables, kind)
    return _saved(content, KINDS[kind], f"{year}-v{number}", kind)


def _saved(content: bytes, content_type: str, edition: int | str, kind: str) -> HttpResponse:
    response = HttpResponse(content, content_type=content_type)
    name = f"protect-tabele-{edition}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
