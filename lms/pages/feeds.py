"""News as RSS and Atom.

Stories of people are in none: what a feed reader has copied cannot be called back.
"""

import datetime
from typing import TYPE_CHECKING

from django.contrib.syndication.views import Feed
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language

from lms.pages.models import NewsIndexPage, NewsPage

MOST_ITEMS = 30

if TYPE_CHECKING:
    NewsFeeds = Feed[NewsPage, NewsIndexPage]
else:
    NewsFeeds = Feed


class RssFeed(NewsFeeds):
    """The newest news in the reader's language."""

    def get_object(self, request: HttpRequest, *args: object, **kwargs: object) -> NewsIndexPage:
        indexes = NewsIndexPage.objects.live().public()
        index = indexes.filter(locale__language_code=get_language()).first()
        if index is None:
            raise Http404
        return index

    def title(self, index: NewsIndexPage) -> str:
        return f"ProTECT · {index.title}"

    def link(self, index: NewsIndexPage) -> str:
        return index.url

    def description(self, index: NewsIndexPage) -> str:
        return index.intro

    def items(self, index: NewsIndexPage) -> list[NewsPage]:
        return list(index.news().filter(tells_a_story=False)[:MOST_ITEMS])

    def item_title(self, item: NewsPage) -> str:
        return item.title

    def item_description(self, item: NewsPage) -> str:
        return item.summary

    def item_link(self, item: NewsPage) -> str:
        return item.url

    def item_pubdate(self, item: NewsPage) -> datetime.datetime:
        """Noon of its day: the hour is not known, and midnight is yesterday elsewhere."""
        noon = datetime.datetime.combine(item.date, datetime.time(12))
        return timezone.make_aware(noon)


class AtomFeed(RssFeed):
    """The same as Atom."""

    feed_type = Atom1Feed
    subtitle = RssFeed.description
