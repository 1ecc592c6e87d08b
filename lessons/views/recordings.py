"""Videos and sounds by age, and a page of each with where it is used."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from lessons import selectors
from lms.people.ages import stopped_by_age
from lms.people.learners import learner_of
from media.models import Recording
from media.selectors import is_public, may_see, player_of


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Everything that is public, by age; a learner sees what is open to them."""
    learner = learner_of(request)
    shelf = selectors.shelf(request.GET, learner)
    response = render(request, "recordings/index.html", {"shelf": shelf})
    if learner:
        add_never_cache_headers(response)
    return response


@require_safe
def one(request: HttpRequest, slug: str) -> HttpResponse:
    """One recording: player, transcript, age, language, licence, and what uses it."""
    recordings = Recording.objects.select_related("collection", "poster")
    recording = get_object_or_404(recordings, slug=slug)
    if not may_see(request, recording):
        raise Http404
    if stop := stopped_by_age(request, recording.age_band):
        return stop
    context = {
        "recording": recording,
        "player": player_of(recording),
        "uses": selectors.uses_of(recording),
    }
    response = render(request, "recordings/one.html", context)
    if learner_of(request) or not is_public(recording):
        add_never_cache_headers(response)
    return response
