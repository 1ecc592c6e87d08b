"""Pages in Wagtail's admin."""

from wagtail.snippets.models import register_snippet

from lms.pages.viewsets import SynonymsViewSet

register_snippet(SynonymsViewSet)
