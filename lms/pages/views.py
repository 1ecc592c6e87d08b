"""Search over everything that is published."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the reader's words find, in the reader's language."""
    return render(request, "pages/search.html", {})
