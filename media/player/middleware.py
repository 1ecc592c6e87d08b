"""Frames and files of activities are answered apart: nobody is signed in there, ever.

A page below /h5p/ has no origin, so no cookie of this site may mean anything to it, and none is
read: sessions, forms, messages and the page cache lie behind this middleware. What is answered here
is the same for everybody who has the address.

With H5P_ORIGIN these addresses have a host of their own, which answers for nothing else.
"""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed
from django.http.response import HttpResponseBase
from django.urls import resolve

PREFIX = "/h5p/"
METHODS = ("GET", "HEAD", "OPTIONS")
DAY = 86400


class PlayerMiddleware:
    """Answer what is below /h5p/, and on H5P_ORIGIN nothing else."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path_info.startswith(PREFIX):
            return _answered(request)
        if settings.H5P_ORIGIN and request.get_host() == urlsplit(settings.H5P_ORIGIN).netloc:
            return _nothing_here()
        return self.get_response(request)


def _answered(request: HttpRequest) -> HttpResponseBase:
    # A host that is not ours is refused as everywhere: addresses are made of it.
    request.get_host()
    if request.method not in METHODS:
        return HttpResponseNotAllowed(METHODS)
    if request.method == "OPTIONS":
        return _permission()
    request.COOKIES = {}
    request.META.pop("HTTP_COOKIE", None)
    try:
        view, args, kwargs = resolve(request.path_info)
        return view(request, *args, **kwargs)
    except Http404:
        return _nothing_here()


def _permission() -> HttpResponse:
    """What a script without an origin may ask: anything that is read, by nobody in particular."""
    return HttpResponse(
        status=204,
        headers={
            "Access-Control-Allow-Origin": "*",
            "Access-Control-Allow-Methods": ", ".join(METHODS),
            "Access-Control-Allow-Headers": "x-requested-with, range",
            "Access-Control-Max-Age": str(DAY),
        },
    )


def _nothing_here() -> HttpResponse:
    return HttpResponse(
        "404",
        status=404,
        content_type="text/plain",
        headers={"Cache-Control": "no-store", "Content-Security-Policy": "default-src 'none'"},
    )
