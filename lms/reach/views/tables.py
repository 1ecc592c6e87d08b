"""The tables T1–T12 of a year on one page, and as files."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language

from lms.reach.annual import annual_tables
from lms.reach.annual.shown import shown_table
from lms.reach.selectors import live_annual_report, report_years
from lms.reach.views.access import for_secretariat, period_of


@for_secretariat
def tables(request: HttpRequest, year: int) -> HttpResponse:
    """Every table of the yearly report; each figure opens to its parts."""
    today = timezone.localdate()
    period_of(year, today)
    annual = live_annual_report(year)
    base, language = reverse("reach:report", args=[year]), get_language() or "ro"
    context = {
        "year": year,
        "years": report_years(today),
        "as_of": annual.report.as_of,
        "tables": [
            shown_table(table, base=base, language=language) for table in annual_tables(annual)
        ],
    }
    return render(request, "reach/tables.html", context)
