"""The sessions behind a figure, and the history of one."""

from django.http import Http404, HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render

from lms.classrooms.models import ClassSession
from lms.reach.counting import Standing
from lms.reach.exports.sessions_csv import sessions_csv
from lms.reach.figures import SESSIONS
from lms.reach.listing import lines, standing_sentence
from lms.reach.selectors import names_of, school_names, session_history
from lms.reach.views.access import for_secretariat
from lms.reach.views.cuts import found_in, list_context, rows_in, wanted_cut
from lms.reach.views.report import csv_response


@for_secretariat
def sessions(request: HttpRequest, year: int) -> HttpResponse:
    """Exactly the sessions that make up a figure, with their sum on top."""
    names = names_of()
    wanted = wanted_cut(request, names)
    found = found_in(year, wanted)
    context = list_context(
        request, found=found, wanted=wanted, names=names, rows=found.rows, page=SESSIONS
    )
    context |= {
        "year": year,
        "lines": lines(context["page_obj"].object_list, names),
        "awaits_decision": wanted.standing is Standing.UNCONFIRMED,
    }
    return render(request, "reach/sessions.html", context)


@for_secretariat
def sessions_as_csv(request: HttpRequest, year: int) -> StreamingHttpResponse:
    """The same sessions as a file."""
    names = names_of()
    rows = rows_in(year, wanted_cut(request, names))
    return csv_response(sessions_csv(rows, names, school_names()), f"protect-sesiuni-{year}.csv")


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
