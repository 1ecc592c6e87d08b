"""The player of a launch."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.views.decorators.http import require_safe

from media.player.page import player_page
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
