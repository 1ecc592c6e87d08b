"""The charts of a year's tables, as pictures of their own address."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from lms.reach.drawing import LOOKS
from lms.reach.selectors.charts import drawn_chart
from lms.reach.views.access import for_secretariat, period_of


@for_secretariat
def chart(request: HttpRequest, year: int, chart: str, look: str) -> HttpResponse:
    """One chart in one look."""
    period_of(year, timezone.localdate())
    if look not in LOOKS:
        raise Http404
    try:
        svg = drawn_chart(year, chart, LOOKS[look])
    except KeyError as error:
        raise Http404 from error
    return HttpResponse(svg, content_type="image/svg+xml")
