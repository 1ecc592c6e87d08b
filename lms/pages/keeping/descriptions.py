"""What somebody who cannot see or hear would miss."""

from collections.abc import Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page

from lms.core.content_checks import Finding
from lms.pages.keeping.texts import edit_address
from media.models import ContentImage, Recording
from media.models.stories import StoryPage


def missing_descriptions() -> Iterator[Finding]:
    """Images of the library and in stories that say nothing to who cannot see them."""
    for image in ContentImage.objects.filter(description=""):
        url = reverse("wagtailimages:edit", args=[image.pk])
        yield Finding(image.title, _("imagine din bibliotecă fără descriere"), url)
    for page in Page.objects.live().filter(depth__gt=1).specific():
        for block in page.body.raw_data if isinstance(page, StoryPage) else ():
            value = block["value"] if block["type"] == "image" else None
            if value and not value.get("decorative") and not (value.get("alt_text") or "").strip():
                yield Finding(page.title, _("imagine fără descriere"), edit_address(page))


def missing_transcripts() -> Iterator[Finding]:
    """Published recordings that say nothing to who cannot hear them."""
    recordings = Recording.objects.filter(published=True)
    for recording in recordings.filter(Q(transcript="") | Q(transcript__isnull=True)):
        url = reverse("wagtailmedia:edit", args=[recording.pk])
        yield Finding(recording.title, _("înregistrare publicată fără transcriere"), url)
