"""A teacher's own sessions, the yearly certificate, and a lost receipt link."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from lms.classrooms.forms.small import EmailForm, PrintedNameForm
from lms.classrooms.mails import may_send, send_receipts
from lms.classrooms.receipts import activity_pdf
from lms.classrooms.selectors.lists import (
    listed_sessions,
    recent_sessions_of_email,
    school_years_of,
    taught_in_year,
)
from lms.classrooms.tokens import teacher_token
from lms.classrooms.views.access import needs
from lms.core.periods import Period, parse_school_year


@needs("register_class_sessions")
@never_cache
@require_safe
def mine(request: HttpRequest) -> HttpResponse:
    """The sessions of one school year, newest first; the latest year that has any by default."""
    years = school_years_of(request.user)
    year = request.GET.get("an", "")
    if year not in years:
        year = years[0]
    rows = listed_sessions(request.user, _start(year))
    context = {
        "rows": rows,
        "years": years,
        "year": year,
        "counted": sum(1 for row in rows if row.standing.counts),
        "contacts": sum(row.revision.pupils for row in rows if row.standing.counts),
    }
    return render(request, "classrooms/mine.html", context)


@needs("register_class_sessions")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def certificate(request: HttpRequest, year: str) -> HttpResponse:
    """Ask for the name to print, then the document; the name is not kept."""
    start = _start(year)
    sessions = taught_in_year(request.user, start)
    form = PrintedNameForm(request.POST or None)
    if request.method == "POST" and sessions and form.is_valid():
        period = Period.school_year(start).label
        body = activity_pdf(form.cleaned_data["name"], period, sessions)
        response = HttpResponse(body, content_type="application/pdf")
        response["Content-Disposition"] = f'attachment; filename="adeverinta-{year}.pdf"'
        return response
    context = {"form": form, "year": year, "count": len(sessions)}
    return render(request, "classrooms/certificate.html", context)


def _start(year: str) -> int:
    try:
        return parse_school_year(year)
    except ValueError:
        raise Http404 from None


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def lost_link(request: HttpRequest) -> HttpResponse:
    """Mail the receipt links of an address. The answer is the same whether there are any."""
    form = EmailForm(request.POST or None)
    is_sent = request.method == "POST" and form.is_valid()
    if is_sent:
        email = form.cleaned_data["email"]
        sessions = recent_sessions_of_email(email)
        if sessions and may_send(f"address-{teacher_token(email)}"):
            send_receipts(sessions, email)
    return render(request, "classrooms/lost_link.html", {"form": form, "is_sent": is_sent})
