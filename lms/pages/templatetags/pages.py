"""Links that stand on every page. Read once a generation."""

from collections.abc import Callable, Iterable

from django import template
from django.core.cache import caches
from django.utils.translation import get_language
from wagtail.models import Page

from lms.core import generation
from lms.pages.keeping.translations import Older, older_of
from lms.pages.models import MemberIndexPage, StandardPage

register = template.Library()

Links = list[dict[str, str]]


@register.simple_tag
def footer_pages() -> Links:
    """The standard pages of the footer in the reader's language: [{title, url}]."""
    return _links("footer", _footer_pages)


@register.simple_tag
def older_translation(page: object) -> Older | None:
    """What readers of this page are told, when it states legal facts and its original changed.
    Asks the database for translations of such pages only."""
    if not isinstance(page, Page) or not getattr(page, "states_legal_facts", False):
        return None
    return older_of(page)


@register.simple_tag
def member_links() -> Links:
    """The members' profiles in the reader's language: [{title, url}]."""
    return _links("members", _member_pages)


def _links(name: str, pages: Callable[[str], Iterable[Page]]) -> Links:
    language = get_language() or "ro"
    key = f"{name}:{generation.current()}:{language}"
    links: Links | None = caches["local"].get(key)
    if links is None:
        links = [{"title": page.title, "url": page.url} for page in pages(language)]
        caches["local"].set(key, links)
    return links


def _footer_pages(language: str) -> Iterable[Page]:
    return StandardPage.objects.live().filter(in_footer=True, locale__language_code=language)


def _member_pages(language: str) -> Iterable[Page]:
    index = MemberIndexPage.objects.live().filter(locale__language_code=language).first()
    return index.members() if index else ()
