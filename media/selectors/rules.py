"""Who may read what lies in the library: rules of collections (Wagtail's view restrictions)."""

from django.core.cache import caches
from wagtail.models import Collection, CollectionViewRestriction

from lms.core import generation
from lms.people.models import User
from media.models import ContentDocument, ContentImage, ContentRendition

ORIGINALS = "original_images/"
Rules = list[CollectionViewRestriction]


def rules_of_picture(name: str) -> Rules | None:
    """The rules of the collection that the picture with this file, or this size of one, lies in;
    None when no picture of the library has it.

    That a picture is open is remembered by each worker for a minute, until something in the
    library changes: pages are made of open pictures. What is closed is looked up every time.
    """
    known, key = caches["pictures"], f"{generation.current()}-{name}"
    if known.get(key):
        return []
    collection = _collection_of(name)
    if collection is None:
        return None
    rules = rules_of(collection)
    if not rules:
        known.set(key, True)
    return rules


def rules_of(collection: Collection) -> Rules:
    """The rules of a collection and of those that it lies in."""
    return list(collection.get_view_restrictions())


def is_closed(item: ContentImage | ContentDocument) -> bool:
    """Whether not everybody may open it."""
    return bool(rules_of(item.collection))


def _collection_of(name: str) -> Collection | None:
    if name.startswith(ORIGINALS):
        image = ContentImage.objects.filter(file=name).select_related("collection").first()
        return image.collection if image else None
    sizes = ContentRendition.objects.filter(file=name).select_related("image__collection")
    size = sizes.first()
    return size.image.collection if size else None


def documents_closed_for(user: User) -> list[int]:
    """The keys of documents in collections that are closed to everybody but groups of this user."""
    collections = Collection.objects.filter(view_restrictions__groups__user=user)
    found = ContentDocument.objects.filter(collection__in=collections)
    return list(found.order_by("title").values_list("pk", flat=True))
