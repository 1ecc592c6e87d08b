"""The page cache: whole public pages for readers who carry no cookie of ours.

Outermost middleware, so that a page that is kept costs nothing else: no session, no database, no
template. Kept is an anonymous GET with status 200 that sets no cookie and does not say `private`
or `no-store`, at an address whose query keys are all in PAGE_CACHE_QUERY.

Pages lie in each worker's memory, packed with gzip and brotli, under the generation stamp: when
the stamp moves, a worker forgets all of them, so a publish anywhere is seen everywhere at once. A
page made while the stamp moved is never read. Public figures are those of published reports, and
publishing moves the stamp; a class session that comes in makes no page anew. Whatever depends on
the date is at most PAGE_CACHE_SECONDS old.
"""

import gzip
import hashlib
import time
from collections.abc import Callable
from typing import NamedTuple

import brotli
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers

from lms.core import generation
from lms.core.codings import coding_for

VARY = ("Accept-Encoding", "Save-Data")
# At most this many pages a worker; at about 25 kB each, packed, that is 10 MB.
MOST_PAGES = 400
Key = tuple[object, ...]
DROPPED = frozenset({"Vary", "Content-Length", "Expires", "ETag", "Cache-Control"})


class StoredPage(NamedTuple):
    """One page as it goes out: headers, validator and packed bodies, until a monotonic time."""

    headers: dict[str, str]
    etag: str
    brotli: bytes
    gzip: bytes
    until: float


def _key(request: HttpRequest) -> Key | None:
    """Return what tells this page from every other, or None when it must not be kept.

    The host is taken as it came: one that is not allowed gets an error, which is never kept.
    """
    if request.method not in ("GET", "HEAD") or not settings.PAGE_CACHE:
        return None
    if not request.COOKIES.keys().isdisjoint(settings.PAGE_CACHE_BYPASS_COOKIES):
        return None
    path = request.path
    if path.startswith(settings.PAGE_CACHE_NEVER):
        return None
    query: tuple[tuple[str, ...], ...] = ()
    if request.META.get("QUERY_STRING"):
        if not settings.PAGE_CACHE_QUERY.issuperset(request.GET):
            return None
        query = tuple(sorted((name, *values) for name, values in request.GET.lists()))
    host, saves_data = request.META.get("HTTP_HOST"), request.META.get("HTTP_SAVE_DATA") == "on"
    return request.scheme, host, path, query, saves_data


def _may_keep(request: HttpRequest, response: HttpResponse) -> bool:
    control = response.headers.get("Cache-Control", "")
    return (
        request.method == "GET"
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "private" not in control
        and "no-store" not in control
    )


def _packed(response: HttpResponse) -> StoredPage:
    body = response.content
    headers = {name: value for name, value in response.headers.items() if name not in DROPPED}
    headers |= {"Cache-Control": "public, no-cache", "Vary": ", ".join(VARY)}
    return StoredPage(
        headers=headers,
        etag=hashlib.sha256(body).hexdigest()[:32],
        # A twentieth less than 7, for 20 ms at the first of many readings; 11 takes 80.
        brotli=brotli.compress(body, quality=10),
        gzip=gzip.compress(body, mtime=0),
        until=time.monotonic() + settings.PAGE_CACHE_SECONDS,
    )


def _answer(request: HttpRequest, page: StoredPage) -> HttpResponse:
    coding = coding_for(request)
    # Each coding is a representation of its own and so has a validator of its own.
    etag = f'"{page.etag}-{coding}"' if coding else f'"{page.etag}"'
    headers = {**page.headers, "ETag": etag}
    if etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        return HttpResponseNotModified(headers=headers)
    if not coding:
        return HttpResponse(gzip.decompress(page.gzip), headers=headers)
    headers["Content-Encoding"] = coding
    return HttpResponse(page.brotli if coding == "br" else page.gzip, headers=headers)


class PageCacheMiddleware:
    """Answer from memory, or let the page be made and keep it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.kept: tuple[int, dict[Key, StoredPage]] = (-1, {})

    def __call__(self, request: HttpRequest) -> HttpResponse:
        key = _key(request)
        if key is None:
            return self.get_response(request)
        pages = self._pages()
        page = pages.get(key)
        if page is not None and page.until > time.monotonic():
            return _answer(request, page)
        response = self.get_response(request)
        if not _may_keep(request, response):
            patch_vary_headers(response, VARY)
            return response
        page = _packed(response)
        if len(pages) >= MOST_PAGES:
            pages.clear()
        pages[key] = page
        return _answer(request, page)

    def _pages(self) -> dict[Key, StoredPage]:
        """The pages of the present stamp. Stamp and pages are replaced together, so that a thread
        that began under an older stamp goes on writing where nobody reads."""
        stamp, pages = self.kept
        now = generation.current()
        if stamp != now:
            pages = {}
            self.kept = (now, pages)
        return pages
