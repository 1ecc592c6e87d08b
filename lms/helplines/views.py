"""The county services for children, for whoever wants to know who answers near them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.helplines import selectors
from lms.helplines.enums import Reader, Situation
from lms.organisations.models import County


@require_safe
def county_directory(request: HttpRequest) -> HttpResponse:
    """The services of one county, or of all. A county that does not exist shows all."""
    counties = list(County.objects.all())
    asked = request.GET.get("judet", "")
    county = next((one for one in counties if one.pk == asked), None)
    lines = selectors.lines_in(get_language() or "ro", Situation.PUPIL, Reader.ADULT)
    context = {
        "counties": counties,
        "county": county,
        "services": selectors.county_services(county.pk if county else ""),
        "lines": lines[:2],
    }
    return render(request, "helplines/counties.html", context)
