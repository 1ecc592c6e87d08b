"""A backend of Wagtail's that keeps the words of every page, whenever Wagtail indexes one.

It only keeps: `lms.pages.search.selectors` reads. `manage.py update_index` fills it anew.
"""

from collections.abc import Iterable
from typing import Any

from django.db import models
from modelsearch.backends.base import BaseIndex, BaseSearchBackend

from lms.core.models import BasePage
from lms.pages.models import PageWords
from lms.pages.search.words import index_words


class PageWordsIndex(BaseIndex):
    """The table of words, as an index that Wagtail tells of every change."""

    def add_model(self, model: type[models.Model]) -> None:
        """Nothing to prepare: the table comes with the migrations."""

    def refresh(self) -> None:
        """Nothing to do: rows can be read at once."""

    def reset(self) -> None:
        """Empty the table, before it is filled anew."""
        PageWords.objects.all().delete()

    def add_item(self, obj: models.Model) -> None:
        """Keep the words of one page; pictures and documents have none."""
        if not isinstance(obj, BasePage):
            return
        title, description, *texts = obj.searchable_text()
        PageWords.objects.update_or_create(
            page_id=obj.pk,
            defaults={
                "shown_id": obj.found_at().pk,
                "language": obj.locale.language_code,
                "title": index_words(" ".join((title, obj.title_words()))),
                "lead": index_words(description),
                "body": index_words(" ".join(texts)),
            },
        )

    def add_items(self, model: type[models.Model], items: Iterable[models.Model]) -> None:
        """Keep the words of many."""
        for item in items:
            self.add_item(item)

    def delete_item(self, obj: models.Model) -> None:
        """Forget a page; its row goes with it as well."""
        if isinstance(obj, BasePage):
            PageWords.objects.filter(page_id=obj.pk).delete()


class PageWordsRebuilder:
    """Empties the table and lets Wagtail fill it with every page."""

    def __init__(self, index: PageWordsIndex) -> None:
        self.index = index

    def start(self) -> PageWordsIndex:
        """Begin with nothing: the words of pages that are gone go with them."""
        self.index.reset()
        return self.index

    def finish(self) -> None:
        """Nothing to do: every page was written as it came."""


class SearchBackend(BaseSearchBackend):
    """Keeps the table of words beside the index that the admin searches."""

    index_class = PageWordsIndex
    rebuilder_class = PageWordsRebuilder

    def __init__(self, params: dict[str, Any]) -> None:
        super().__init__(params)
        self.index = PageWordsIndex(self)

    def get_index_for_model(self, model: type[models.Model]) -> PageWordsIndex:
        """One index for all pages."""
        return self.index

    def get_index_for_object(self, obj: models.Model) -> PageWordsIndex:
        """One index for all pages."""
        return self.index
