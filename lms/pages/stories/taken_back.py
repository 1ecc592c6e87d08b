"""Addresses of stories that were taken back."""

from wagtail.models import Page

from lms.pages.models.consents import StoryConsent


def story_that_was_at(url_path: str) -> Page | None:
    """The story that readers once found at this path and that was taken back since; None for any
    other path, one of a draft that nobody saw among them."""
    pages = Page.objects.not_live().filter(url_path=url_path, first_published_at__isnull=False)
    page = pages.first()
    if page is None:
        return None
    consents = StoryConsent.objects.of(page.translation_key)
    if not consents.exists() or consents.in_force().exists():
        return None
    return page.specific
