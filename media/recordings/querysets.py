"""The words in which recordings are asked for."""

from typing import TYPE_CHECKING

from wagtail.models import Collection, CollectionViewRestriction
from wagtailmedia.models import MediaQuerySet

if TYPE_CHECKING:
    from media.models import Recording  # noqa: F401


class RecordingQuerySet(MediaQuerySet):
    """`Recording.objects`."""

    def published(self) -> "RecordingQuerySet":
        """What editors have published, in whatever collection."""
        return self.filter(published=True)

    def public(self) -> "RecordingQuerySet":
        """What everybody may see: published, and in no collection that is kept for some."""
        kept = CollectionViewRestriction.objects.values_list("collection__path", flat=True)
        closed = Collection.objects.none()
        for path in kept:
            closed |= Collection.objects.filter(path__startswith=path)
        return self.published().exclude(collection__in=closed)
