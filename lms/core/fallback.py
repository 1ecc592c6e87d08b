"""What a language does not have is shown in Romanian, with a notice, and is never a 404."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, ResolverMatch, resolve
from django.utils import translation
from wagtail.models import Page


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
        match = resolve(request.path_info)
        if not is_offered(match, asked):
            return self._in_romanian(request, asked)
        response = self.get_response(request)
        if response.status_code != 404 or not _may_be_asked_again(request, match, asked):
            return response
        # A view that answers 404 has done nothing, so that a form may be asked again as well.
        path, path_info = request.path, request.path_info
        instead = self._in_romanian(request, asked)
        own = _own_address(request, instead, asked)
        if instead.status_code != 404 and not own:
            return instead
        # What stands around this answers a 404 by its address: a redirect, a slash that is missing.
        request.path, request.path_info = path, path_info
        request.shown_instead_of = ""  # type: ignore[attr-defined]
        translation.activate(asked)
        request.LANGUAGE_CODE = asked
        return HttpResponseRedirect(own) if own else response

    def _in_romanian(self, request: HttpRequest, asked: str) -> HttpResponse:
        request.path = request.path.replace(f"/{asked}", "", 1)
        request.path_info = _romanian(request, asked)
        request.shown_instead_of = asked  # type: ignore[attr-defined]
        # What the first attempt left: Wagtail would answer from it.
        vars(request).pop("_wagtail_route_for_request", None)
        translation.activate(settings.LANGUAGE_CODE)
        request.LANGUAGE_CODE = settings.LANGUAGE_CODE
        return self.get_response(request)


def is_offered(match: ResolverMatch, language: str) -> bool:
    """Whether this view speaks this language; its content may still be missing."""
    if language in settings.COMPLETE_LANGUAGES:
        return True
    return (match.namespace or match.url_name) in settings.KNOWLEDGE_VIEWS


def _may_be_asked_again(request: HttpRequest, match: ResolverMatch, asked: str) -> bool:
    """Whether the Romanian address is one of the same view. The admin, files and the API stand
    outside the languages: below a prefix they would pass by what guards them by their address."""
    if match.url_name in settings.VIEWS_THAT_ANSWER_404:
        return False
    with translation.override(settings.LANGUAGE_CODE):
        try:
            return resolve(_romanian(request, asked)).view_name == match.view_name
        except Resolver404:
            return False


def _own_address(request: HttpRequest, shown: HttpResponse, asked: str) -> str:
    """Where the page that is shown instead is in the language that was asked for: a translation may
    have a slug of its own. "" where there is none, and for what a page shows below its address."""
    page = (getattr(shown, "context_data", None) or {}).get("page")
    if shown.status_code != 200 or not isinstance(page, Page) or page.get_url() != request.path:
        return ""
    kin = page.get_translations().live().filter(locale__language_code=asked).first()
    return (kin and kin.get_url()) or ""


def _romanian(request: HttpRequest, asked: str) -> str:
    return request.path_info.removeprefix(f"/{asked}")
