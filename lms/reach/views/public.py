"""Public figures: cacheable, without a cookie, after suppression."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.reach.method import PUBLIC_NOTES, SUPPRESSION_NOTE, UPPER_ESTIMATE
from lms.reach.public_tables import public_tables
from lms.reach.selectors import names_of, public_counter, public_impact


@require_safe
def impact(request: HttpRequest) -> HttpResponse:
    """What was reached, for everybody."""
    found = public_impact(timezone.localdate())
    context = {
        "counter": found.counter,
        "tables": public_tables(found, names_of()),
        "notes": PUBLIC_NOTES,
        "suppression_note": SUPPRESSION_NOTE,
        "upper_estimate": UPPER_ESTIMATE,
    }
    return render(request, "reach/impact.html", context)


@require_safe
def counter_as_json(request: HttpRequest) -> JsonResponse:
    """The counter for other sites: national totals, the day, and that the year is still open."""
    counter = public_counter(timezone.localdate())
    body = {
        "day": counter.day.isoformat(),
        "year": counter.year,
        "provisional": True,
        "running": counter.running.as_dict(),
        "all_time": counter.all_time.as_dict(),
        "method": f"{settings.SITE_URL}/impact/",
    }
    response = JsonResponse(body)
    # Figures for anyone: another site's script may read them.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


@require_safe
def counter_as_svg(request: HttpRequest) -> HttpResponse:
    """The counter as a picture for other sites."""
    counter = public_counter(timezone.localdate())
    return render(request, "reach/counter.svg", {"counter": counter}, content_type="image/svg+xml")
