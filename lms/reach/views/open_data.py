"""What anyone may take away of a published year: the open data and the map."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lms.reach.drawing import LOOKS
from lms.reach.exports.bundle import open_data_bundle
from lms.reach.public_map import public_map
from lms.reach.selectors import names_of, published_content


@require_safe
def bundle(request: HttpRequest, year: int) -> HttpResponse:
    """The public tables of the newest version, described for machines, with rules and licence."""
    content = open_data_bundle(_published(year), names_of())
    response = HttpResponse(content, content_type="application/zip")
    name = f"protect-date-deschise-{year}.zip"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def counties(request: HttpRequest, year: int, look: str) -> HttpResponse:
    """The map of the newest version in one look."""
    if look not in LOOKS:
        raise Http404
    return HttpResponse(public_map(_published(year), LOOKS[look]), content_type="image/svg+xml")


def _published(year: int) -> dict[str, Any]:
    """Raises Http404 for a year without a published report."""
    found = published_content(year)
    if found is None:
        raise Http404
    return found
