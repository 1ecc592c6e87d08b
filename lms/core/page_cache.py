"""The page cache: whole public pages for readers who carry no cookie of ours.

Outermost middleware. A page is kept in each worker's memory under the generation stamp, so that a
publish anywhere is seen everywhere at once. Kept in three codings (plain, gzip, brotli) with an
ETag. Never kept: anything but an anonymous GET with status 200 that sets no cookie and does not
say `private` or `no-store`, nor an address with a query key that is not in PAGE_CACHE_QUERY.
"""

import gzip
import hashlib
from collections.abc import Callable
from typing import NamedTuple

import brotli
from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from lms.core import generation

VARY = ("Accept-Encoding", "Save-Data")


class StoredPage(NamedTuple):
    """One page as it goes out: headers (name, value) and the body in each coding."""

    headers: tuple[tuple[str, str], ...]
    etag: str
    bodies: dict[str, bytes]


def _key(request: HttpRequest) -> str | None:
    """Return the page's key under the present stamp, or None when it must not be kept."""
    if request.method not in ("GET", "HEAD") or not settings.PAGE_CACHE:
        return None
    if any(name in request.COOKIES for name in settings.PAGE_CACHE_BYPASS_COOKIES):
        return None
    if request.path.startswith(settings.PAGE_CACHE_NEVER):
        return None
    if not all(key in settings.PAGE_CACHE_QUERY for key in request.GET):
        return None
    saves_data = request.headers.get("Save-Data") == "on"
    query = sorted(request.GET.lists())
    parts = (generation.current(), request.get_host(), request.path, query, saves_data)
    return hashlib.sha256(repr(parts).encode()).hexdigest()


def _may_keep(response: HttpResponse) -> bool:
    control = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "private" not in control
        and "no-store" not in control
    )


def _store(response: HttpResponse) -> StoredPage:
    body = response.content
    dropped = {"Vary", "Content-Length", "Expires", "ETag", "Cache-Control"}
    headers = [(k, v) for k, v in response.headers.items() if k not in dropped]
    headers += [("Cache-Control", "public, no-cache"), ("Vary", ", ".join(VARY))]
    return StoredPage(
        headers=tuple(headers),
        etag=f'"{hashlib.sha256(body).hexdigest()[:32]}"',
        bodies={
            "br": brotli.compress(body, quality=9),
            "gzip": gzip.compress(body, compresslevel=9, mtime=0),
            "": body,
        },
    )


def _answer(request: HttpRequest, page: StoredPage) -> HttpResponse:
    coding = next(
        (c for c in ("br", "gzip") if c in request.headers.get("Accept-Encoding", "")), ""
    )
    # Each coding is a representation of its own and so has a validator of its own.
    etag = f'{page.etag[:-1]}-{coding}"' if coding else page.etag
    if request.headers.get("If-None-Match") == etag:
        response: HttpResponse = HttpResponseNotModified()
    else:
        response = HttpResponse(page.bodies[coding])
        if coding:
            response.headers["Content-Encoding"] = coding
    for name, value in page.headers:
        response.headers[name] = value
    response.headers["ETag"] = etag
    return response


class PageCacheMiddleware:
    """Answer from memory, or let the page be made and keep it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.cache = caches["local"]

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return self.get_response(request)
        page = self.cache.get(key)
        if page is None:
            response = self.get_response(request)
            if not _may_keep(response):
                patch_vary_headers(response, VARY)
                return response
            page = _store(response)
            self.cache.set(key, page)
        return _answer(request, page)
