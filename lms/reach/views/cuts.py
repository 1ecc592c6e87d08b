"""What every list of the report shares: the cut that its address asks for, in pages."""

from collections.abc import Sequence
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.utils import timezone

from lms.reach.counting.filters import SessionFilter
from lms.reach.listing import chosen_parts, states
from lms.reach.selectors import FoundSessions, Judgements, PartNames, find_sessions, rows_of
from lms.reach.sums import list_figures
from lms.reach.views.access import period_of

PER_PAGE = 50


def wanted_cut(request: HttpRequest, names: PartNames) -> SessionFilter:
    """The cut of an address. Raises Http404 for a part or a value that does not exist."""
    try:
        wanted = SessionFilter.from_query(request.GET)
    except ValueError as error:
        raise Http404 from error
    if not all(names.know(cut, part) for cut, part in wanted.parts.items()):
        raise Http404
    return wanted


def found_in(year: int, wanted: SessionFilter) -> FoundSessions:
    """The sessions of a year's cut. Raises Http404 for a year that cannot have records."""
    return find_sessions(period_of(year, timezone.localdate()), wanted)


def rows_in(year: int, wanted: SessionFilter) -> Judgements:
    """The same sessions without their sums, to be streamed."""
    return rows_of(period_of(year, timezone.localdate()), wanted)


def list_context(
    request: HttpRequest,
    *,
    found: FoundSessions,
    wanted: SessionFilter,
    names: PartNames,
    rows: Sequence[object],
    page: str,
) -> dict[str, Any]:
    """What the template of a list needs: its sums, its states, what narrows it, and a page of
    its rows as `page_obj`. `page` is one of SESSIONS, SCHOOLS and TEACHERS."""
    return {
        "found": found,
        "figures": list_figures(found, wanted, page),
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("pagina")),
        "query": wanted.query(),
        "chosen": chosen_parts(wanted, names),
        "states": states(wanted),
    }
