"""The player of a launch."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers
from django.utils.module_loading import import_string
from django.views.decorators.http import require_safe

from quizzes.services import launch_to_play

PLAYER = "media.player.page.player_page"


@require_safe
def player(request: HttpRequest, token: str) -> HttpResponse:
    """The player of a learner's launch, as it was left. The frame has no origin and so no cookie:
    whoever has the address may read it, for as long as the launch lasts."""
    launch = launch_to_play(token)
    if launch is None or not launch.revision.content:
        raise Http404
    player_page: Callable[..., HttpResponse] = import_string(PLAYER)
    response = player_page(request, launch.revision, state=launch.state or None)
    add_never_cache_headers(response)
    return response
