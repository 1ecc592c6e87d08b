"""Requests that no address of ours could mean, and the weight of the admin's pages."""

from collections.abc import Callable
from typing import cast

from django.http import HttpRequest, HttpResponse
from django.middleware.gzip import GZipMiddleware

from lms.core.views import not_found

NUL = "\0"


class NoNullBytesMiddleware:
    """Answer an address or a form with a NUL character as one that leads nowhere.

    PostgreSQL cannot store or compare it, and nobody types it; form fields refuse it by
    themselves, while paths, queries and hand-read lists would end in an error.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if NUL in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            return not_found(request, ValueError("a NUL character"))
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., object], *_: object
    ) -> HttpResponse | None:
        """Look at a form where the check of its origin has read it already, and nowhere else."""
        if request.method != "POST" or getattr(view, "csrf_exempt", False):
            return None
        if any(NUL in value for _name, values in request.POST.lists() for value in values):
            return not_found(request, ValueError("a NUL character"))
        return None


class CompressAdminMiddleware:
    """Compress the admin: the form of a plan is 850 kB of markup and 85 kB on the line.

    Public pages are compressed once, when they are kept (lms.core.page_cache).
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response
        self.compressed = GZipMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        is_admin = request.path_info.startswith("/admin/")
        # Awaitable only under ASGI, which this project does not run on.
        return cast(HttpResponse, (self.compressed if is_admin else self.get_response)(request))
