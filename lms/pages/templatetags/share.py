"""What stands in the head of a public page for those who pass its address on."""

from django import template
from django.conf import settings
from django.utils.html import json_script
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from wagtail.models import Page

from lms.pages.cards.selectors import card_of_page, card_of_place
from lms.pages.public import is_public
from lms.pages.search.places import all_places
from lms.pages.structured import described

register = template.Library()

LOCALES = {"ro": "ro_RO", "en": "en_GB", "hu": "hu_HU", "uk": "uk_UA"}


@register.inclusion_tag("partials/share.html", takes_context=True)
def share_tags(context: template.Context) -> dict[str, object]:
    """Title, description and card of a public page, or nothing at all."""
    # A list that a view fills, as the catalogue of plans, is a page of the tree all the same.
    request, page = context.get("request"), context.get("page") or context.get("index")
    if request is None or getattr(request, "is_preview", False):
        return {}
    url, data = settings.SITE_URL + request.path, None
    if isinstance(page, Page):
        # Whoever carries no session has passed no restriction: the page is for everybody.
        if settings.SESSION_COOKIE_NAME in request.COOKIES and not is_public(page):
            return {}
        card = card_of_page(page)
        text = page.description() if card else ""
        data = described(page, url)
    else:
        match = request.resolver_match
        key = " ".join([match.view_name, *map(str, match.kwargs.values())]) if match else ""
        place = all_places().get(key)
        language = get_language() or "ro"
        card = card_of_place(place, language) if place else None
        text = place.words[language].text if place and card else ""
    if card is None:
        return {}
    return {
        "card": card,
        "text": text,
        "url": url,
        "locale": LOCALES[card.language],
        "data": data,
    }


@register.filter
def as_json_ld(data: object) -> str:
    """Structured data as a script that holds data and runs nothing. What could end the script is
    written as `\\u003C`, as Django's own json_script does."""
    return SafeString(json_script(data).replace("application/json", "application/ld+json", 1))
