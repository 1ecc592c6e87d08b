"""The secretariat's report of a year."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from lms.reach.charts import month_bars
from lms.reach.counting import Breakdown
from lms.reach.figures import apart_figures, big_figures
from lms.reach.method import SECRETARIAT_NOTES
from lms.reach.models import ReachReport
from lms.reach.online_figures import online_figures
from lms.reach.online_tables import online_tables
from lms.reach.selectors import live_report, names_of, report_years
from lms.reach.tables import breakdown_tables, quality_tables
from lms.reach.views.access import for_secretariat, period_of


@for_secretariat
def this_year(request: HttpRequest) -> HttpResponse:
    """The running year's report."""
    return redirect("reach:report", year=timezone.localdate().year)


@for_secretariat
def report(request: HttpRequest, year: int) -> HttpResponse:
    """Every figure of a year, each a link to its sessions."""
    today = timezone.localdate()
    live = live_report(period_of(year, today))
    names = names_of()
    tables = breakdown_tables(live, names)
    months = tables.pop(Breakdown.MONTH.value)
    context = {
        "year": year,
        "years": report_years(today),
        "report": live,
        "is_published": ReachReport.objects.filter(period__year=year).exists(),
        "figures": big_figures(live),
        "apart_figures": apart_figures(live),
        "months": months,
        "bars": month_bars(months),
        "tables": list(tables.values()),
        "online_figures": online_figures(live),
        "online_tables": online_tables(live, names),
        "quality": list(quality_tables(live).values()),
        "notes": SECRETARIAT_NOTES,
        "sessions_url": reverse("reach:sessions", args=[year]),
    }
    return render(request, "reach/report.html", context)


def csv_response(chunks, filename: str) -> StreamingHttpResponse:
    """Rows as a file to save, sent while they are written."""
    response = StreamingHttpResponse(chunks, content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{filename}"'
    return response
