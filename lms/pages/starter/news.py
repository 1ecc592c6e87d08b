"""The first news: what is true of this platform on its first day."""

import datetime
import tomllib
from pathlib import Path

from wagtail.models import Locale, Page

from lms.pages.models import NewsIndexPage, NewsPage
from lms.pages.starter.magazine import add
from lms.pages.starter.standing import story_from_html

FOLDER = Path(__file__).parent
FIRST_DAY = datetime.date(2026, 11, 30)


def load() -> int:
    """Add the pages that are not there yet; return how many."""
    data = tomllib.loads((FOLDER / "news.toml").read_text())
    return sum(_load(data[language], language) for language in ("ro", "en"))


def _load(words: dict, language: str) -> int:
    locale = Locale.objects.get(language_code=language)
    if NewsIndexPage.objects.filter(locale=locale).exists():
        return 0
    home = Page.objects.get(depth=2, locale=locale)
    index = add(home, NewsIndexPage(slug="noutati", **words["index"]))
    for item in words["news"]:
        body = story_from_html(item.pop("body"))
        add(index, NewsPage(date=FIRST_DAY, body=body, **item))
    return 1 + len(words["news"])
