"""Who may read what: plans that are not for everybody."""

from django.http import Http404, HttpRequest

from lessons.models import LessonPlanPage


def readable_or_404(request: HttpRequest, plan: LessonPlanPage) -> bool:
    """Whether everybody may read the plan. Raises Http404 for a reader whom a view restriction
    of the plan, or of a page above it, keeps out: Wagtail asks for the password on the plan."""
    restrictions = list(plan.get_view_restrictions())
    if not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404
    return not restrictions
