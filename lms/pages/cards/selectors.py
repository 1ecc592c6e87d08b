"""Which card a page has: an address made of what is drawn, so that it may be kept for a year."""

import hashlib
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.text import slugify
from wagtail.models import Page

from lms.core.models import BasePage
from lms.pages.search.kinds import KINDS, kind_of
from lms.pages.search.places import Place, all_places

# Part of every address: counted up when the drawing changes.
DRAWING = "1"


@dataclass(frozen=True)
class Card:
    """What a card says, and of what: a page by its number, a view by its name."""

    name: str
    language: str
    title: str
    kind: str

    @property
    def digest(self) -> str:
        """Stands in the address: another title, another address."""
        said = "\n".join((DRAWING, self.language, self.title, self.kind))
        return hashlib.sha256(said.encode()).hexdigest()[:16]

    @property
    def url(self) -> str:
        """The whole address of the picture."""
        path = reverse("share_card", args=[self.language, self.name, self.digest])
        return f"{settings.SITE_URL}{path}"


def card_of_page(page: Page) -> Card | None:
    """The card of a page of the tree; None for drafts and for parts of another page."""
    if not isinstance(page, BasePage) or not page.pk or not page.is_listed or not page.live:
        return None
    title = ", ".join(filter(None, (page.title, page.title_words())))
    kind = kind_of(page._meta.model_name or "")
    return _card(str(page.pk), page.locale.language_code, title, kind)


def card_of_place(place: Place, language: str) -> Card | None:
    """The card of a view, in one of its languages."""
    if language not in place.words or not place.in_sitemap:
        return None
    return _card(slugify(place.key), language, place.words[language].title, place.kind)


def card_named(language: str, name: str) -> Card | None:
    """The card that an address asks for."""
    if name.isdecimal() and len(name) < 10:
        page = Page.objects.live().public().filter(pk=name).first()
        card = card_of_page(page.specific) if page else None
        return card if card and card.language == language else None
    for place in all_places().values():
        if slugify(place.key) == name:
            return card_of_place(place, language)
    return None


def _card(name: str, language: str, title: str, kind: str) -> Card:
    with translation.override(language):
        # "Page" says nothing; the home page has its name on the card already.
        return Card(name, language, title, "" if kind == "page" else str(KINDS[kind]))
