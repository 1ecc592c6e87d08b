"""Every string that a page holds, with where it stands."""

from collections.abc import Iterator
from typing import Any

from django.urls import reverse
from modelcluster.models import get_all_child_relations
from wagtail.blocks import StreamValue
from wagtail.models import Page

# Addresses of the page itself, and not links.
OWN = {"path", "url_path", "slug", "draft_title", "translation_key"}


def texts_of(page: Page) -> Iterator[tuple[str, str]]:
    """(field, string) of the page's own fields, its body and its parts."""
    specific = page.specific
    for field in specific._meta.get_fields():
        if getattr(field, "concrete", False) and field.name not in OWN:
            value = field.value_from_object(specific)
            stored = value.get_prep_value() if isinstance(value, StreamValue) else value
            yield from ((field.name, text) for text in _strings(stored))
    for relation in get_all_child_relations(type(specific)):
        name = relation.get_accessor_name()
        for part in getattr(specific, name).all():
            for field in part._meta.concrete_fields:
                yield from ((name, text) for text in _strings(field.value_from_object(part)))


def edit_address(page: Page) -> str:
    """Where editors mend this page."""
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _strings(item)
    elif isinstance(value, list):
        for item in value:
            yield from _strings(item)
