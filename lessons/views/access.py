"""Who may read what: plans that are not for everybody, and pages for older pupils."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers

from lessons.models import LessonPlanPage
from lms.people.learners import learner_of, may_open


def readable_or_404(request: HttpRequest, plan: LessonPlanPage) -> bool:
    """Whether everybody may read the plan. Raises Http404 for a reader whom a view restriction
    of the plan, or of a page above it, keeps out: Wagtail asks for the password on the plan."""
    restrictions = list(plan.get_view_restrictions())
    if not all(restriction.accept_request(request) for restriction in restrictions):
        raise Http404
    return not restrictions


def stopped_by_age(request: HttpRequest, band: str) -> HttpResponse | None:
    """The page that a learner gets instead of one for older pupils; None when it opens.

    Age bands are gates: whoever sits in a class opens what is for the own age or younger, by a
    link or by typing the address. Without a class nobody's age is known.
    """
    learner = learner_of(request)
    if learner is None or may_open(learner, band):
        return None
    response = render(request, "modules/not_yet.html", {"band": learner.age_band}, status=403)
    add_never_cache_headers(response)
    return response
