"""What a question finds, as tests compare it."""

from wagtail.models import Page

from lms.pages.search.selectors import find


def search_pages(words: str, language: str) -> list[Page]:
    """The pages of the tree among what a question finds, best first. Addresses of views are found
    beside them."""
    keys = [key for key in find(words, language) if key.isdecimal()]
    pages = {str(page.pk): page for page in Page.objects.filter(pk__in=keys).specific()}
    return [pages[key] for key in keys]
