"""Guides on a device: once opened, they open without a network too."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from lms.core.static_files import static_content

WORKER = "js/abroad-worker.js"


@require_safe
def worker(request: HttpRequest) -> HttpResponse:
    """The worker of the guides, at their address so that it serves nothing else. The one of saved
    modules stays as it is: it keeps only what somebody asked to keep."""
    return HttpResponse(
        static_content(WORKER),
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache"},
    )
