"""What other programs read of the site: the sitemap and the pictures beside shared links."""

from django.core.cache import caches
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from lms.pages.cards.drawing import draw
from lms.pages.cards.selectors import card_named
from lms.pages.public import public_addresses

# A sitemap may hold 50,000 addresses in 50 MB; with their translations these are about 2 MB.
PER_FILE = 2_000


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
