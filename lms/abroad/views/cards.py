"""The wallet card of a country: a page to print and a PDF."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.abroad.printing import card_pdf
from lms.abroad.selectors.cards import WalletCard, wallet_card


@require_safe
def card(request: HttpRequest, slug: str) -> HttpResponse:
    """The card on the screen, as it is printed."""
    return render(request, "abroad/card.html", {"card": _card_or_404(slug), "slug": slug})


@require_safe
def card_as_pdf(request: HttpRequest, slug: str) -> HttpResponse:
    """The card as a sheet of paper."""
    pdf = card_pdf(_card_or_404(slug))
    headers = {"Content-Disposition": f'inline; filename="card-{slug}.pdf"'}
    return HttpResponse(pdf, content_type="application/pdf", headers=headers)


def _card_or_404(slug: str) -> WalletCard:
    card = wallet_card(slug, get_language() or "ro")
    if card is None:
        raise Http404
    return card
