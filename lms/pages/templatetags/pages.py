"""Links that stand on every page. Read once a generation."""

from django import template
from django.core.cache import caches
from django.utils.translation import get_language
from wagtail.models import Locale

from lms.core import generation
from lms.pages.models import MemberIndexPage, StandardPage

register = template.Library()


@register.simple_tag
def footer_pages() -> list[dict[str, str]]:
    """The standard pages of the footer in the reader's language: [{title, url}]."""
    language = get_language() or "ro"
    key = f"footer:{generation.current()}:{language}"
    links = caches["local"].get(key)
    if links is None:
        locale = Locale.objects.filter(language_code=language).first()
        pages = StandardPage.objects.live().filter(in_footer=True, locale=locale)
        links = [{"title": page.title, "url": page.url} for page in pages]
        caches["local"].set(key, links)
    return links


@register.simple_tag
def member_links() -> list[dict[str, str]]:
    """The members' profiles in the reader's language: [{title, url}]."""
    language = get_language() or "ro"
    key = f"members:{generation.current()}:{language}"
    links = caches["local"].get(key)
    if links is None:
        index = MemberIndexPage.objects.live().filter(locale__language_code=language).first()
        pages = index.members() if index else []
        links = [{"title": page.title, "url": page.url} for page in pages]
        caches["local"].set(key, links)
    return links
