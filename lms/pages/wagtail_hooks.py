"""Pages in Wagtail's admin."""

from lms.pages.stories import hooks as story_hooks  # noqa: F401
