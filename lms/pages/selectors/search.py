"""Reads over all pages."""

from collections.abc import Sequence

from wagtail.models import Locale, Page

from lms.core.stemming import stem_query


def search_pages(words: str, language: str) -> Sequence[Page]:
    """Published pages in this language that hold every word in any of its forms, best first."""
    stems = stem_query(words)
    if not stems:
        return []
    locale = Locale.objects.filter(language_code=language).first()
    pages = Page.objects.live().public().filter(locale=locale, depth__gt=2)
    # A page below an unpublished one answers 404, published as it may be by itself.
    for above in Page.objects.not_live().filter(numchild__gt=0):
        pages = pages.not_descendant_of(above)
    return pages.specific().search(stems, operator="and")
