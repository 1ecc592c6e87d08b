"""Vocabulary of lesson plans."""

from wagtail.query import PageQuerySet


class LessonPlanQuerySet(PageQuerySet):
    """Plans as readers and teachers meet them."""

    def offered(self) -> "LessonPlanQuerySet":
        """Plans that can be taught now: published, not retired, and each once. An alias stands in
        the page tree a second time and is the same plan."""
        return self.live().filter(retired_on__isnull=True, alias_of__isnull=True)
