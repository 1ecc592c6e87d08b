"""The public counter for other sites: cacheable, without a cookie, from the published report."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from lms.core.suppression import SMALLEST_SHOWN
from lms.reach.selectors import public_counter
from lms.reach.selectors.provisional import ProvisionalYear
from lms.reach.selectors.published import PublicVersion


@require_safe
def counter_as_json(request: HttpRequest) -> JsonResponse:
    """National figures of the last published report, and those of the running year so far."""
    counter = public_counter(timezone.localdate())
    body = {
        "published": _published(counter.published) if counter.published else None,
        "provisional": _provisional(counter.running) if counter.running else None,
        "method": settings.SITE_URL + reverse("reach:method"),
    }
    response = JsonResponse(body)
    # Figures for anyone: another site's script may read them.
    response.headers["Access-Control-Allow-Origin"] = "*"
    return response


def _published(version: PublicVersion) -> dict[str, object]:
    address = reverse("reach:version_json", args=[version.year, version.version])
    return {
        "year": version.year,
        "version": version.version,
        "as_of": version.as_of.isoformat(),
        "published_at": version.published_at.isoformat(),
        "figures": version.figures,
        "persoane_informate_components": version.content["persoane_informate_components"],
        "report": settings.SITE_URL + address,
    }


def _provisional(running: ProvisionalYear) -> dict[str, object]:
    return {
        "year": running.year,
        "as_of": running.day.isoformat(),
        # Every figure means "at least"; zero means fewer than this.
        "rounded_down_to": SMALLEST_SHOWN,
        "figures": dict(running.figures),
    }


@require_safe
def counter_as_svg(request: HttpRequest) -> HttpResponse:
    """The counter as a picture for other sites."""
    counter = public_counter(timezone.localdate())
    response = render(
        request, "reach/counter.svg", {"counter": counter}, content_type="image/svg+xml"
    )
    # Other sites may show it, whatever their own policy of embedding asks for.
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response
