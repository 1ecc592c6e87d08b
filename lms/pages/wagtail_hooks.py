"""Pages in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from lms.pages.stories import hooks as story_hooks  # noqa: F401
from lms.pages.viewsets import SynonymsViewSet

register_snippet(SynonymsViewSet)
