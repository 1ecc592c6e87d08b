"""Public figures: cacheable, without a cookie, from the last published report of a year."""

from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import http_date
from django.views.decorators.http import require_safe

from lms.reach.api.guard import MOST_REQUESTS, PER_SECONDS
from lms.reach.api.guide import operations
from lms.reach.indicators import INDICATORS
from lms.reach.method import PROVISIONAL_NOTE, SECRETARIAT_NOTES, SUPPRESSION_NOTE
from lms.reach.public_page import public_page
from lms.reach.selectors import names_of
from lms.reach.selectors.provisional import provisional_year
from lms.reach.selectors.published import (
    PublicYear,
    public_years,
    published_version,
    published_versions,
)


@require_safe
def newest(request: HttpRequest) -> HttpResponse:
    """The newest published year; the running one when nothing is published."""
    today = timezone.localdate()
    years = public_years(today)
    published = [one.year for one in years if one.is_published]
    return _page(request, published[0] if published else today.year, years, today)


@require_safe
def impact(request: HttpRequest, year: int) -> HttpResponse:
    """What was reached in a year, for everybody."""
    today = timezone.localdate()
    return _page(request, year, public_years(today), today)


def _page(request: HttpRequest, year: int, years: list[PublicYear], today: date) -> HttpResponse:
    wanted = next((one for one in years if one.year == year), None)
    if wanted is None:
        raise Http404
    context = {
        "year": year,
        "years": years,
        "running_year": today.year,
        "suppression_note": SUPPRESSION_NOTE,
        "provisional_note": PROVISIONAL_NOTE,
    }
    if wanted.is_published:
        context["page"] = public_page(published_versions(year), names_of())
        return render(request, "reach/impact.html", context)
    open_year = provisional_year(year, today)
    context["open_year"] = open_year
    context["figures"] = [(INDICATORS[key], n) for key, n in open_year.figures.items()]
    return render(request, "reach/impact_open.html", context)


@require_safe
def summary(request: HttpRequest, year: int) -> HttpResponse:
    """A published year on one sheet, in sentences that can be quoted."""
    versions = published_versions(year)
    if not versions:
        raise Http404
    page = public_page(versions, names_of())
    quotable = [figure for figure in (*page.printed, *page.counted) if figure.figure]
    address = settings.SITE_URL + reverse("reach:impact_year", args=[year])
    context = {"page": page, "quotable": quotable, "year": year, "address": address}
    return render(request, "reach/summary.html", context)


@require_safe
def version_as_json(request: HttpRequest, year: int, version: int) -> HttpResponse:
    """The bytes of one published version, as they were frozen."""
    found = published_version(year, version)
    if found is None:
        raise Http404
    response = HttpResponse(found.text, content_type="application/json")
    name = f"protect-impact-{year}-v{version}.json"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    response.headers["Last-Modified"] = http_date(found.published_at.timestamp())
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def method(request: HttpRequest) -> HttpResponse:
    """How every figure is counted, written from the registry of indicators."""
    context = {
        "indicators": list(INDICATORS.values()),
        "notes": SECRETARIAT_NOTES,
        "suppression_note": SUPPRESSION_NOTE,
        "provisional_note": PROVISIONAL_NOTE,
    }
    return render(request, "reach/method.html", context)


@require_safe
def api_guide(request: HttpRequest) -> HttpResponse:
    """The API in the words of its users, with its limits."""
    context = {
        "operations": list(operations()),
        "most": MOST_REQUESTS,
        "seconds": PER_SECONDS,
    }
    return render(request, "reach/api_guide.html", context)
