"""Search over everything that is published."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.pages.search import selectors
from lms.pages.search.danger import sounds_like_danger
from lms.pages.search.kinds import KINDS

PER_PAGE = 10


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    """What the reader's words find, in the reader's language; the question is kept nowhere."""
    words = request.GET.get("q", "").replace("\0", " ").strip()[:100]
    language = get_language() or "ro"
    kinds = selectors.kinds_of(selectors.find(words, language))
    kind = request.GET.get("fel", "")
    chosen = [key for key in kinds if kinds[key] == kind] if kind in kinds.values() else [*kinds]
    results = Paginator(chosen, PER_PAGE).get_page(request.GET.get("pagina"))
    context = {
        "words": words,
        "results": results,
        "answers": selectors.answers(results.object_list, language),
        "needs_help": sounds_like_danger(words),
        "kind": kind,
        "kinds": [
            (key, KINDS[key], count) for key, count in selectors.count_kinds(kinds.values()).items()
        ],
    }
    return render(request, "pages/search.html", context)
