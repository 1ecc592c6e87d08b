"""A module as anybody reads it, made here and now: its pages and every file that they load.

A saved module and a pack are made of the very pages of the site, so that they never say anything
else. The pages are asked of our own views with a bare request: no cookie, no class, no reader.
"""

import io
import re
from dataclasses import dataclass, field

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.core.handlers.wsgi import WSGIRequest
from django.http import Http404, HttpRequest
from django.templatetags.static import static
from django.urls import resolve, reverse
from django.utils.translation import get_language

from lessons import selectors
from lessons.models import ModulePage
from lessons.selectors.modules import Outline
from lms.core import facts
from lms.core.static_files import linked_addresses, static_content
from quizzes.sheets import to_json

# What a page loads by itself or at a press; where a link leads is no part of it, nor what is too
# large to be kept and says so.
_LOADED = re.compile(
    r'<(?!a\b)[a-z]+\b(?![^>]*\sdata-online)[^>]*?\s(?:href|src|poster)="([^"#?]+)'
)
QUIZ_SCRIPTS = ("js/quiz.js", "js/quiz-page.js")


@dataclass
class Gathered:
    """Pages by path in reading order, and files by path."""

    start: str
    steps: list[str]
    review: str
    pages: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    # Pictures that not everybody may open: without them the rest is still a module.
    left_out: set[str] = field(default_factory=set)
    sheets: dict[str, dict] = field(default_factory=dict)


def bare_request(request: HttpRequest, path: str, *, in_pack: bool = False) -> WSGIRequest:
    """A request for this path from nobody, to the same host."""
    names = ("SERVER_NAME", "SERVER_PORT", "HTTP_HOST", "wsgi.url_scheme", "HTTP_X_FORWARDED_PROTO")
    environ = {name: request.META[name] for name in names if name in request.META}
    bare = WSGIRequest(
        {
            "wsgi.url_scheme": request.scheme,
            **environ,
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "wsgi.input": io.BytesIO(),
        }
    )
    bare.user = AnonymousUser()
    bare.session = {}  # type: ignore[assignment]
    # The templates leave out what makes no sense on a USB stick.
    bare.in_pack = in_pack  # type: ignore[attr-defined]
    return bare


def gather(request: HttpRequest, module: Outline, *, in_pack: bool = False) -> Gathered:
    """All pages of a module in the language of this request, and what they load."""
    steps = [selectors.step_url(module.slug, row.slug) for row in module.steps]
    found = Gathered(
        start=reverse("modules:module", args=[module.slug]),
        steps=steps,
        review=reverse("modules:review", args=[module.slug]),
    )
    paths = [found.start, *steps, found.review]
    if ModulePage.objects.exclude(pledge_title="").filter(pk=module.pk).exists():
        paths.append(reverse("modules:pledge", args=[module.slug]))
    for path in paths:
        found.pages[path] = _content(request, path, in_pack).decode()
    for path, row in zip(steps, module.steps, strict=True):
        if row.question is not None:
            found.sheets[path] = _shown(to_json(selectors.sheet(row.question)))
    return found


def add_files(request: HttpRequest, found: Gathered, *more: str) -> None:
    """Read every file that the pages load, `more` addresses, and what style sheets load."""
    waiting = [address for html in found.pages.values() for address in _LOADED.findall(html)]
    waiting += [*map(static, QUIZ_SCRIPTS), *more]
    for address in waiting:
        if address in found.files or address in found.left_out or not address.startswith("/"):
            continue
        try:
            content = (
                static_content(address)
                if address.startswith(settings.STATIC_URL)
                else _content(request, address)
            )
        except (Http404, PermissionDenied):
            if not address.startswith(settings.MEDIA_URL):
                raise
            found.left_out.add(address)
            continue
        found.files[address] = content
        if address.endswith(".css"):
            waiting += linked_addresses(address, content)


def add_page(request: HttpRequest, found: Gathered, path: str) -> None:
    """Add one more page of ours."""
    found.pages[path] = _content(request, path).decode()


def _content(request: HttpRequest, path: str, in_pack: bool = False) -> bytes:
    view, args, kwargs = resolve(path)
    response = view(bare_request(request, path, in_pack=in_pack), *args, **kwargs)
    if response.status_code != 200:
        raise Http404
    if response.streaming:
        return b"".join(response.streaming_content)
    return response.content


def _shown(value: object) -> object:
    """A sheet with the current values in the place of its facts."""
    language = get_language() or "ro"
    if isinstance(value, str):
        return facts.replace_tokens(value, language)
    if isinstance(value, dict):
        return {key: _shown(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_shown(item) for item in value]
    return value
