"""Search over everything that is published."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.pages import selectors
from lms.pages.printing.documents import helpline_poster

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the reader's words find, in the reader's language."""
    words = request.GET.get("q", "").strip()[:100]
    found = selectors.search_pages(words, get_language() or "ro")
    results = Paginator(found, PER_PAGE).get_page(request.GET.get("pagina"))
    return render(request, "pages/search.html", {"words": words, "results": results})


@require_safe
def poster(request: HttpRequest) -> HttpResponse:
    """The poster with help lines as they are now, in the reader's language."""
    pdf = helpline_poster(get_language() or "ro")
    headers = {"Content-Disposition": 'inline; filename="afis-linii-de-ajutor.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)
