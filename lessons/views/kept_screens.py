"""Screens kept ready: pupils of one class who stand at the same place and chose the same see the
same page, but for the token and the id of their form. A worker makes it once."""

import secrets
from collections.abc import Callable, Hashable
from uuid import uuid4

from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from lms.core import generation

# What stands in a kept page where each reader has something else; no text can hold it by chance.
_MARKS = {name: secrets.token_hex(16) for name in ("csrf_token", "client_id", "seat")}
Context = dict[str, object]


def show_kept(
    request: HttpRequest,
    template: str,
    varies: tuple[Hashable, ...],
    context: Callable[[], Context],
    *,
    seat: str,
) -> HttpResponse:
    """Render a template with a form, or fill in the one that is kept ready.

    `varies` is everything that the page depends on besides the content (its generation stamp), the
    language and what the browser asked for; `context` is called only when the page is made. `seat`
    says whose form it is. A page with a message for one reader is never kept.
    """
    own = {"client_id": str(uuid4()), "seat": seat}
    if len(get_messages(request)):
        return render(request, template, {**context(), **own})
    saves_data = request.headers.get("Save-Data") == "on"
    instead_of = getattr(request, "shown_instead_of", "")
    place = hash((template, *varies, saves_data, instead_of))
    page = generation.kept(
        f"screen:{get_language()}:{place}",
        lambda: render_to_string(template, {**context(), **_MARKS}, request),
    )
    for name, value in {**own, "csrf_token": get_token(request)}.items():
        page = page.replace(_MARKS[name], value)
    return HttpResponse(page)
