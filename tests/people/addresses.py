"""Every named address of the site, with values that fill it in."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse

# What stands in an address by the name of its part; what is not here is filled by its kind.
BY_NAME = {
    "path": "x",
    "key": "x-y",
    "year": 2026,
    "pk": "999",
    "school_year": "2026-2027",
    "app_label": "people",
    "model_name": "user",
    "action": "delete",
    "language_code": "ro",
    "filter_spec": "width-10",
    "document_filename": "x.pdf",
    "image_filter_spec": "width-10",
    "signature": "x",
    "filename": "x.pdf",
    "mode": "x",
}
BY_KIND = {
    "IntConverter": 999,
    "UUIDConverter": UUID(int=9),
    "SlugConverter": "x",
    "StringConverter": "x",
    "PathConverter": "x",
}


@dataclass(frozen=True)
class Address:
    """`name` with its namespaces, and the parts that it takes: {part: kind of converter}."""

    name: str
    parts: tuple[tuple[str, str], ...]

    def path(self, known: dict[str, object]) -> str | None:
        """The address, filled from `known`, BY_NAME, then BY_KIND; None when nothing fits."""
        values = {
            part: known.get(part, BY_NAME.get(part, BY_KIND.get(kind, "1")))
            for part, kind in self.parts
        }
        for arguments in ({"kwargs": values}, {"args": [""]}, {"args": ["1", "x"]}):
            try:
                return reverse(self.name, **arguments)
            except NoReverseMatch:
                continue
        return None


def named_addresses() -> list[Address]:
    """All of them, sorted, each name once."""
    found = {address.name: address for address in _walk(get_resolver(), "", {})}
    return [found[name] for name in sorted(found)]


def _walk(resolver: URLResolver, space: str, parts: dict[str, str]) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        here = {**parts, **_parts_of(pattern)}
        if isinstance(pattern, URLResolver):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern, inner, here)
        elif pattern.name:
            yield Address(f"{space}{pattern.name}", tuple(here.items()))


def _parts_of(pattern: URLPattern | URLResolver) -> dict[str, str]:
    converters = {
        part: type(converter).__name__ for part, converter in pattern.pattern.converters.items()
    }
    named = getattr(pattern.pattern, "regex", None)
    groups = dict.fromkeys(named.groupindex, "regex") if named is not None else {}
    return {**groups, **converters}
