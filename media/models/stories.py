"""The abstract page that has a story."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField

from lms.core.models import BasePage
from media.blocks import STORY, story_text


class StoryPage(BasePage):
    """Abstract: a page whose body is a story of shared blocks."""

    body = StreamField(STORY, blank=True, verbose_name=_("conținut"))

    content_panels = [*BasePage.content_panels, FieldPanel("body")]

    class Meta:
        abstract = True

    def searchable_text(self) -> list[str]:
        return [*super().searchable_text(), story_text(self.body)]
