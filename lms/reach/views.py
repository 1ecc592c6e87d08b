from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def impact(request: HttpRequest) -> HttpResponse:
    """Public figures."""
    return render(request, "reach/impact.html", {})
