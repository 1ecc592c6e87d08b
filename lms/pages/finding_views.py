"""How pages are found: by search, by the sitemap, by a picture beside a link that is shared."""

from django.core.cache import caches
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.pages.cards.drawing import draw
from lms.pages.cards.selectors import card_named
from lms.pages.public import public_addresses
from lms.pages.search import selectors
from lms.pages.search.danger import sounds_like_danger
from lms.pages.search.kinds import KINDS

# A sitemap may hold 50,000 addresses in 50 MB; with their translations these are about 2 MB.
PER_FILE = 2_000
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
        "answers": selectors.answers([*results.object_list], language),
        "needs_help": sounds_like_danger(words),
        "kind": kind,
        "kinds": [
            (key, KINDS[key], count) for key, count in selectors.count_kinds(kinds.values()).items()
        ],
    }
    return render(request, "pages/search.html", context)


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All public addresses, or an index of files when they are too many for one."""
    addresses = public_addresses()
    if len(addresses) <= PER_FILE:
        return _xml(request, "sitemap.xml", {"addresses": addresses})
    numbers = range(1, -(-len(addresses) // PER_FILE) + 1)
    return _xml(request, "sitemap_index.xml", {"numbers": numbers})


@require_safe
def sitemap_part(request: HttpRequest, number: int) -> HttpResponse:
    """One file of many."""
    addresses = public_addresses()[(number - 1) * PER_FILE : number * PER_FILE] if number else []
    if not addresses:
        raise Http404
    return _xml(request, "sitemap.xml", {"addresses": addresses})


@require_safe
def share_card(request: HttpRequest, language: str, name: str, digest: str) -> HttpResponse:
    """The picture beside a link. An older address leads to what the page is called now."""
    card = card_named(language, name)
    if card is None:
        raise Http404
    if card.digest != digest:
        return redirect(card.url)
    key = f"card:{card.digest}"
    picture: bytes | None = caches["local"].get(key)
    if picture is None:
        picture = draw(card.title, card.kind)
        caches["local"].set(key, picture)
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _xml(request: HttpRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return render(request, template, context, content_type="application/xml")
