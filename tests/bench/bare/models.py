"""The content page of the bare site."""

from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from media.blocks import STORY


class ContentPage(Page):
    """A page as a Wagtail tutorial would write it, with the blocks of our lesson plans."""

    body = StreamField(STORY, blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body")]
    template = "bench_content/content_page.html"
