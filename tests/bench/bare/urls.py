"""The addresses of `wagtail start`, and before them the plain view."""

from django.http import HttpRequest, HttpResponse
from django.urls import include, path

BODY = b"<p>" + b"p" * (20_000 - 7) + b"</p>"


def plain(request: HttpRequest) -> HttpResponse:
    """Twenty kilobytes, with no database and no template."""
    return HttpResponse(BODY)


urlpatterns = [path("plain/", plain), path("", include("bare_site.urls"))]
