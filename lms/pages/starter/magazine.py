"""The first issue of the magazine: how stories are published. No story is invented to fill it."""

import datetime
import tomllib
from pathlib import Path

from wagtail.models import Locale, Page

from lms.core.starter_pages import publish_below
from lms.pages.models import MagazineArticlePage, MagazineIndexPage, MagazineIssuePage
from lms.pages.starter.standing import story_from_html

FOLDER = Path(__file__).parent
PUBLISHED_ON = datetime.date(2026, 11, 30)


def load() -> int:
    """Add the pages that are not there yet; return how many."""
    data = tomllib.loads((FOLDER / "magazine.toml").read_text())
    return sum(_load(data[language], language) for language in ("ro", "en"))


def _load(words: dict, language: str) -> int:
    locale = Locale.objects.get(language_code=language)
    if MagazineIndexPage.objects.filter(locale=locale).exists():
        return 0
    index, issue, article = words["index"], words["issue"], words["article"]
    home = Page.objects.get(depth=2, locale=locale)
    below = add(home, MagazineIndexPage(slug="revista", **index))
    below = add(below, MagazineIssuePage(number="1", published_on=PUBLISHED_ON, **issue))
    body = story_from_html(article.pop("body"))
    add(below, MagazineArticlePage(tells_a_story=False, body=body, **article))
    return 3


def add(parent: Page, page: Page) -> Page:
    """Publish a page below another one, as the translation of the first of its kind at its place.

    Both languages add their pages in the same order.
    """
    kind = type(page).objects.exclude(locale=parent.locale).order_by("pk")
    done = type(page).objects.filter(locale=parent.locale).count()
    return publish_below(parent, page, kind[done : done + 1].first())
