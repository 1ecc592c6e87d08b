"""What hangs on a campaign: its short address, its pledge and its poster."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from lms.campaigns import selectors
from lms.campaigns.models import CampaignPage
from lms.campaigns.printing.poster import poster_pdf
from lms.people.ages import stopped_by_age


@require_safe
def short(request: HttpRequest, short: str) -> HttpResponse:
    """From the address on a poster to the page."""
    page = selectors.campaign_by_short(short, get_language() or "ro")
    if page is None:
        raise Http404
    return redirect(page.url)


@require_safe
def pledge(request: HttpRequest, slug: str) -> HttpResponse:
    """The pledge: it prints, and nothing of it is ever sent."""
    page = _page_or_404(slug)
    if not page.pledge_title:
        raise Http404
    if answer := stopped_by_age(request, page.age_band):
        return answer
    context = {"page": page, "short_address": selectors.short_address(page)}
    return render(request, "campaigns/pledge.html", context)


@require_safe
def poster(request: HttpRequest, slug: str) -> HttpResponse:
    """A sheet to hang up, with the short address and its code."""
    page = _page_or_404(slug)
    if answer := stopped_by_age(request, page.age_band):
        return answer
    response = HttpResponse(poster_pdf(page), content_type="application/pdf")
    response.headers["Content-Disposition"] = f'attachment; filename="{page.slug}.pdf"'
    return response


def _page_or_404(slug: str) -> CampaignPage:
    page = selectors.campaign_by_slug(slug, get_language() or "ro")
    if page is None:
        raise Http404
    return page
