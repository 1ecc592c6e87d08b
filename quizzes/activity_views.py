"""The player of a launch, and what editors see of activities in classes."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from media.player.page import player_page
from quizzes.selectors import FEWEST, activity_uses
from quizzes.services import launch_to_play


@require_safe
def player(request: HttpRequest, token: str) -> HttpResponse:
    """The player of a learner's launch, as it was left. The frame has no origin and so no cookie:
    whoever has the address may read it, for as long as the launch lasts."""
    launch = launch_to_play(token)
    if launch is None or not launch.revision.content:
        raise Http404
    response = player_page(request, launch.revision, state=launch.state or None)
    add_never_cache_headers(response)
    return response


@require_safe
def activity_uses_page(request: HttpRequest) -> HttpResponse:
    """How often the files of activities were opened and ended in classes that are over."""
    if not request.user.has_perm("quizzes.view_question"):
        raise PermissionDenied
    context = {"uses": activity_uses(), "fewest": FEWEST}
    return render(request, "quizzes/admin/activities.html", context)
