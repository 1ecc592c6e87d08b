"""What a language does not have is shown in Romanian, with a notice, and is never a 404."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import resolve
from django.utils import translation


class LanguageFallbackMiddleware:
    """Innermost: ask for the page in the address's language; without it, for the Romanian one.

    The reader keeps the address that was asked for. `request.shown_instead_of` is the language
    that was asked for, "" where the page is in it; the canonical address is the Romanian one.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.shown_instead_of = ""  # type: ignore[attr-defined]
        asked = translation.get_language_from_path(request.path_info)
        if asked is None or asked == settings.LANGUAGE_CODE:
            return self.get_response(request)
        if not is_offered(request.path_info, asked):
            return self._in_romanian(request, asked)
        response = self.get_response(request)
        if response.status_code != 404:
            return response
        # A view that answers 404 has done nothing, so that a form may be asked again as well.
        instead = self._in_romanian(request, asked)
        if instead.status_code != 404:
            return instead
        translation.activate(asked)
        return response

    def _in_romanian(self, request: HttpRequest, asked: str) -> HttpResponse:
        prefix = f"/{asked}"
        request.path = request.path.replace(prefix, "", 1)
        request.path_info = request.path_info.removeprefix(prefix)
        request.shown_instead_of = asked  # type: ignore[attr-defined]
        # What the first attempt left: Wagtail would answer from it.
        vars(request).pop("_wagtail_route_for_request", None)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return self.get_response(request)


def is_offered(path: str, language: str) -> bool:
    """Whether the view at this path speaks this language; its content may still be missing."""
    if language in settings.COMPLETE_LANGUAGES:
        return True
    match = resolve(path)
    return (match.namespace or match.url_name) in settings.KNOWLEDGE_VIEWS
