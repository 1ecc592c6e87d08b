"""The campaigns, trainings and declarations behind a figure."""

from collections.abc import Iterable

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from lms.core.audiences import Audience
from lms.reach.annual.shown import shown_table
from lms.reach.annual.trained import NOWHERE
from lms.reach.counting import Breakdown
from lms.reach.counting.declared import FED_BY_RECORDS
from lms.reach.exports.annual_csv import table_csv
from lms.reach.records import (
    NO_AUDIENCE,
    RecordFilter,
    RecordList,
    campaign_list,
    declared_list,
    training_list,
)
from lms.reach.selectors import (
    PartNames,
    campaign_facts,
    declared_facts,
    names_of,
    recorded_figures,
    training_facts,
)
from lms.reach.views.access import for_secretariat, period_of
from lms.reach.views.cuts import PER_PAGE
from lms.reach.views.report import csv_response


@for_secretariat
def campaigns(request: HttpRequest, year: int, as_file: bool = False) -> HttpResponseBase:
    """The campaign figures of a year, with what each adds."""
    period_of(year, timezone.localdate())
    names = names_of()
    wanted = _wanted(request, names)
    found = campaign_list(campaign_facts(year), wanted, names)
    if as_file:
        return _file(found, year)
    title = _("Campaniile anului %(year)s") % {"year": year}
    return _page(request, year, title, found, wanted, names)


@for_secretariat
def trainings(request: HttpRequest, year: int, as_file: bool = False) -> HttpResponseBase:
    """The trainings of a year, with the persons that each adds."""
    period = period_of(year, timezone.localdate())
    names, facts = names_of(), training_facts(period)
    wanted = _wanted(request, names, {fact.audience for fact in facts})
    found = training_list(facts, wanted, names)
    if as_file:
        return _file(found, year)
    title = _("Formările anului %(year)s") % {"year": year}
    return _page(request, year, title, found, wanted, names)


@for_secretariat
def declared(request: HttpRequest, year: int, as_file: bool = False) -> HttpResponseBase:
    """What organisations declared for a year, with what is set aside."""
    period_of(year, timezone.localdate())
    names, facts = names_of(), declared_facts(year)
    wanted = _wanted(request, names, {fact.audience for fact in facts})
    # Only what may be set aside is compared with its records.
    compared = {
        fact.organisation
        for fact in facts
        if fact.indicator in FED_BY_RECORDS and not fact.in_addition
    }
    recorded = recorded_figures(year, compared) if compared else {}
    found = declared_list(facts, wanted, names, year=year, recorded=recorded)
    if as_file:
        return _file(found, year)
    title = _("Cifrele declarate ale anului %(year)s") % {"year": year}
    return _page(request, year, title, found, wanted, names)


def _file(found: RecordList, year: int) -> HttpResponseBase:
    return csv_response(table_csv(found.table), f"protect-{found.table.key}-{year}.csv")


def _wanted(request: HttpRequest, names: PartNames, audiences: Iterable[str] = ()) -> RecordFilter:
    """The cut of an address. Raises Http404 for a part or a value that does not exist."""
    try:
        wanted = RecordFilter.from_query(request.GET)
    except ValueError as error:
        raise Http404 from error
    known = {*Audience.values, *audiences, NO_AUDIENCE, ""}
    if wanted.audience not in known:
        raise Http404
    if wanted.organisation and not names.know(Breakdown.ORGANISATION, wanted.organisation):
        raise Http404
    if not all(part == NOWHERE or names.know(cut, part) for cut, part in wanted.parts.items()):
        raise Http404
    return wanted


def _page(
    request: HttpRequest,
    year: int,
    title: str,
    found: RecordList,
    wanted: RecordFilter,
    names: PartNames,
) -> HttpResponse:
    page_obj = Paginator(found.table.rows, PER_PAGE).get_page(request.GET.get("pagina"))
    table = shown_table(
        found.table,
        base=reverse("reach:report", args=[year]),
        language=get_language() or "ro",
        rows=page_obj.object_list,
    )
    context = {
        "year": year,
        "title": title,
        "figures": found.figures,
        "states": found.states,
        "chosen": wanted.chosen(names, year),
        "page_obj": page_obj,
        "table": table,
        "file_url": f"{request.path.removesuffix('/')}.csv{wanted.query()}",
    }
    return render(request, "reach/records.html", context)
