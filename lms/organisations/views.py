"""The school register for pickers that grow with scripts."""

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from lms.organisations.models import School
from lms.organisations.selectors import find_schools


@require_safe
@never_cache
def schools(request: HttpRequest) -> JsonResponse:
    """GET ?q=words → {"schools": [{id, name, place}]}, at most twenty."""
    found = find_schools(request.GET.get("q", "")[:80])
    return JsonResponse({"schools": [_entry(school) for school in found]})


def _entry(school: School) -> dict[str, object]:
    return {"id": school.pk, "name": school.name, "place": school.place}
