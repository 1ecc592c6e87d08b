"""The sessions of an organisation: what its officer answers for, whoever registered it."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.classrooms.selectors import shown_sessions
from lms.classrooms.selectors.lists import as_rows, school_years_among
from lms.classrooms.views.access import needs
from lms.core.periods import Period, parse_school_year, school_year_of

PER_PAGE = 50


@needs("accept_class_sessions")
@never_cache
@require_safe
def organisation(request: HttpRequest) -> HttpResponse:
    """The sessions of one school year on which this person may decide, newest first."""
    sessions = shown_sessions().acceptable_by(request.user)
    years = school_years_among(sessions)
    year = request.GET.get("an", "")
    if year not in years:
        # A wrong day in a file may lie years ahead: that is not what is opened first.
        now = school_year_of(timezone.localdate())
        year = now if now in years else years[0]
    period = Period.school_year(parse_school_year(year))
    shown = sessions.in_period(period).order_by("-latest__date", "-pk")
    page = Paginator(shown, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "years": years,
        "year": year,
        "page_of_rows": page,
        "rows": as_rows(list(page.object_list)),
    }
    return render(request, "classrooms/organisation.html", context)
