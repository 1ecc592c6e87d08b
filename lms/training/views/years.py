"""A year of one's own trainings, and the table for a funder."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from lms.core.periods import EARLIEST_YEAR
from lms.core.tables.writing import KINDS, table_file
from lms.organisations.models import FundingProject
from lms.training.selectors.funder_table import funder_table
from lms.training.selectors.own_year import own_year
from lms.training.views.access import for_trainers


@for_trainers("GET", "HEAD")
def this_year(request: HttpRequest) -> HttpResponse:
    """The year that runs."""
    return redirect("training:year", timezone.localdate().year)


@for_trainers("GET", "HEAD")
def year(request: HttpRequest, year: int) -> HttpResponse:
    """What this person trained in a year; with ?tot, all trainings that they may open."""
    this = _known(year)
    everything = "tot" in request.GET
    context = {
        "own": own_year(request.user, year, everything=everything),
        "everything": everything,
        "before": year - 1 if year > EARLIEST_YEAR else None,
        "after": year + 1 if year < this else None,
        "kinds": KINDS,
    }
    return render(request, "training/year.html", context)


@for_trainers("GET", "HEAD")
def funder_file(request: HttpRequest, year: int, pk: int, kind: str) -> HttpResponse:
    """The trainings of a project in a year, by the common indicators of the European Social Fund
    Plus."""
    _known(year)
    project = get_object_or_404(FundingProject, pk=pk)
    rows = funder_table(request.user, project, year)
    if kind not in KINDS or not rows:
        raise Http404
    names = [12, 40, 12, 30, 16, 16]
    widths = names + [14] * (len(rows[0]) - len(names))
    content = table_file(rows, kind, widths=widths, freeze="C2")
    response = HttpResponse(content, content_type=KINDS[kind])
    name = f"participanti-fse-{project.pk}-{year}.{kind}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _known(year: int) -> int:
    """The year that runs; 404 of one that has not begun, or never was."""
    this = timezone.localdate().year
    if not EARLIEST_YEAR <= year <= this:
        raise Http404
    return this
