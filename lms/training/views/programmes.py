"""The list of programmes and the programmes in it, for everybody."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe
from wagtail.views import serve

from lms.training import selectors
from lms.training.models import ProgrammeIndexPage


@require_safe
def programmes(request: HttpRequest) -> HttpResponse:
    """Programmes by kind, those for one audience when it is asked for."""
    language = get_language() or "ro"
    index = ProgrammeIndexPage.objects.filter(locale__language_code=language).first()
    found = selectors.programme_list(language, request.GET.get("grup", ""))
    return render(request, "training/programmes.html", {"found": found, "index": index})


@require_safe
def programme(request: HttpRequest, slug: str) -> HttpResponse:
    """A programme, served as the Wagtail page that it is."""
    found = selectors.public_programme(slug, get_language() or "ro")
    return found.serve(request) if found else serve(request, f"formare/{slug}/")
