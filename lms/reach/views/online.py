"""The completions behind an online figure: by class, module and day, because nobody is known."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from lms.reach.counting.online_filters import OnlineFilter
from lms.reach.exports.completions_csv import completions_csv
from lms.reach.online_figures import online_sums
from lms.reach.online_listing import chosen_parts, named_lines, states
from lms.reach.selectors import FoundCompletions, PartNames, find_completions, names_of
from lms.reach.views.access import for_secretariat, period_of
from lms.reach.views.cuts import PER_PAGE
from lms.reach.views.report import csv_response


@for_secretariat
def online(request: HttpRequest, year: int) -> HttpResponse:
    """Exactly the completions that make up a figure, with their sums on top."""
    names = names_of()
    wanted = _wanted(request, names)
    found = _found(year, wanted)
    page_obj = Paginator(found.lines, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "year": year,
        "figures": online_sums(found.cell),
        "page_obj": page_obj,
        "query": wanted.query(),
        "chosen": chosen_parts(wanted, names),
        "states": states(wanted),
        "lines": named_lines(page_obj.object_list, names),
    }
    return render(request, "reach/online.html", context)


@for_secretariat
def online_as_csv(request: HttpRequest, year: int) -> StreamingHttpResponse:
    """The same completions as a file."""
    names = names_of()
    found = _found(year, _wanted(request, names))
    chunks = completions_csv(named_lines(found.lines, names))
    return csv_response(chunks, f"protect-online-{year}.csv")


def _wanted(request: HttpRequest, names: PartNames) -> OnlineFilter:
    """The cut of an address. Raises Http404 for a part or a value that does not exist."""
    try:
        wanted = OnlineFilter.from_query(request.GET)
    except ValueError as error:
        raise Http404 from error
    if not all(names.know(cut, part) for cut, part in wanted.parts.items()):
        raise Http404
    return wanted


def _found(year: int, wanted: OnlineFilter) -> FoundCompletions:
    """The completions of a year's cut. Raises Http404 for a year that cannot have records."""
    return find_completions(period_of(year, timezone.localdate()), wanted)
