"""The sessions behind a figure, and the history of one."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils import timezone

from lms.classrooms.models import ClassSession
from lms.reach.counting import Standing
from lms.reach.counting.filters import SessionFilter
from lms.reach.exports.csv import sessions_csv
from lms.reach.listing import chosen_parts, lines, standing_sentence, states
from lms.reach.selectors import find_sessions, names_of, session_history
from lms.reach.selectors.names import PartNames
from lms.reach.views.access import for_secretariat, period_of
from lms.reach.views.report import csv_response

PER_PAGE = 50


def _filter(request: HttpRequest, names: PartNames) -> SessionFilter:
    try:
        wanted = SessionFilter.from_query(request.GET)
    except ValueError as error:
        raise Http404 from error
    if not all(names.know(cut, part) for cut, part in wanted.parts.items()):
        raise Http404
    return wanted


@for_secretariat
def sessions(request: HttpRequest, year: int) -> HttpResponse:
    """Exactly the sessions that make up a figure, with their sum on top."""
    names = names_of()
    wanted = _filter(request, names)
    found = find_sessions(period_of(year, timezone.localdate()), wanted)
    paginator = Paginator(found.rows, PER_PAGE)
    page = paginator.get_page(request.GET.get("pagina"))
    query = wanted.query()
    context = {
        "year": year,
        "found": found,
        "page_obj": page,
        "pages": paginator.get_elided_page_range(page.number),
        "page_query": f"{query}&pagina=" if query else "?pagina=",
        "query": query,
        "lines": lines(page.object_list, names),
        "chosen": chosen_parts(wanted, names),
        "states": states(wanted),
        "awaits_decision": wanted.standing is Standing.UNCONFIRMED,
    }
    return render(request, "reach/sessions.html", context)


@for_secretariat
def sessions_as_csv(request: HttpRequest, year: int) -> StreamingHttpResponse:
    """The same sessions as a file."""
    names = names_of()
    found = find_sessions(period_of(year, timezone.localdate()), _filter(request, names))
    return csv_response(sessions_csv(found.rows, names), f"protect-sesiuni-{year}.csv")


@for_secretariat
def session(request: HttpRequest, reference: str) -> HttpResponse:
    """Everything that was ever said of one session: read only."""
    # PostgreSQL refuses a text with a NUL in it instead of not finding it.
    if "\0" in reference:
        raise Http404
    try:
        history = session_history(reference)
    except ClassSession.DoesNotExist as error:
        raise Http404 from error
    context = {"history": history, "standing": standing_sentence(history.judged)}
    return render(request, "reach/session.html", context)
