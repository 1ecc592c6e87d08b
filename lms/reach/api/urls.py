"""Addresses of the API: every one of them guarded, the ones that lead nowhere too."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, re_path

from lms.reach.api.guard import guarded, problem
from lms.reach.api.routes import NAMESPACE, api


def _nothing_here(request: HttpRequest) -> HttpResponse:
    return problem(404, "There is nothing at this address.")


def _guarded(patterns: Iterable[URLPattern]) -> list[URLPattern]:
    return [
        URLPattern(one.pattern, guarded(one.callback), one.default_args, one.name)
        for one in patterns
    ]


app_name = NAMESPACE
urlpatterns = [
    *_guarded(api.urls[0]),
    # Line breaks are part of an address, too.
    re_path(r"^[\s\S]*\Z", guarded(_nothing_here)),
]
