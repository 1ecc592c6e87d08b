"""Dataclasses that say how they stand in content.json.

A field is declared with `stored(path, codec)`. The path may lead through groups
("behaviour.enableRetry"); whatever stands beside the declared fields becomes a loss.
"""

import dataclasses
from dataclasses import dataclass
from typing import Any, TypeVar

from media.h5p.content.codecs import TEXT, Codec
from media.h5p.content.places import ContentError, Place
from media.h5p.content.writers import Writer

R = TypeVar("R", bound="Record")
_NOTHING: Any = object()


@dataclass(frozen=True)
class _Stored:
    path: tuple[str, ...]
    codec: Codec[Any]
    needed: bool
    silent: Any  # the value that is not written at all


def stored(
    path: str,
    codec: Codec[Any],
    default: Any = _NOTHING,
    *,
    silent: Any = _NOTHING,
) -> Any:
    """A field of a record. Without a default it must be there, so only what nothing
    can stand in for has none; `silent` is the value that is left
    out (an empty tip)."""
    needed = default is _NOTHING
    entry = _Stored(tuple(path.split(".")), codec, needed, silent)
    given: dict[str, Any] = {} if needed else {"default": default}
    return dataclasses.field(**given, kw_only=True, metadata={"stored": entry})


def optional(path: str, codec: Codec[Any]) -> Any:
    """A field that may be missing: None here, nothing there."""
    return stored(path, codec, None, silent=None)


class Record:
    """Base of values with stored fields."""

    @classmethod
    def text_paths(cls) -> frozenset[str]:
        """Paths of strings that go to the field `texts`."""
        return frozenset()


Layout = tuple[dict[str, _Stored], dict[str, Any]]
_layouts: dict[type, Layout] = {}


def _layout(cls: type[Record]) -> Layout:
    """The stored fields of a record by name, and where they stand as a tree of paths."""
    if cls not in _layouts:
        _layouts[cls] = _laid_out(cls)
    return _layouts[cls]


def _laid_out(cls: type[Record]) -> Layout:
    fields = {
        field.name: field.metadata["stored"]
        for field in dataclasses.fields(cls)  # type: ignore[arg-type]
        if "stored" in field.metadata
    }
    tree: dict[str, Any] = {}
    for name, entry in fields.items():
        _plant(tree, entry.path, name)
    for path in cls.text_paths():
        _plant(tree, tuple(path.split(".")), path)
    return fields, tree


def _plant(tree: dict[str, Any], path: tuple[str, ...], leaf: str) -> None:
    for group in path[:-1]:
        tree = tree.setdefault(group, {})
    tree.setdefault(path[-1], leaf)


@dataclass(frozen=True)
class RecordOf(Codec[R]):
    """Reads an object into a record and writes it back, groups and all."""

    cls: type[R]

    def read(self, raw: Any, place: Place) -> R:
        fields, tree = _layout(self.cls)
        values: dict[str, Any] = {}
        texts: dict[str, str] = {}
        for leaf, found, where in _leaves(tree, raw, place):
            if leaf not in fields:
                texts[leaf] = TEXT.read(found, where)
            else:
                values[leaf] = fields[leaf].codec.read(found, where)
        for name, entry in fields.items():
            if entry.needed and name not in values:
                raise _missing(place, entry.path)
        if self.cls.text_paths():
            values["texts"] = texts
        return self.cls(**values)

    def write(self, value: R, writer: Writer) -> dict[str, Any]:
        params: dict[str, Any] = {}
        for name, entry in _layout(self.cls)[0].items():
            held = getattr(value, name)
            if entry.silent is _NOTHING or held != entry.silent:
                put(params, entry.path, entry.codec.write(held, writer))
        return params


def _missing(place: Place, path: tuple[str, ...]) -> ContentError:
    for group in path:
        place = place.key(group)
    return place.error("missing")


def put(params: dict[str, Any], path: tuple[str, ...], written: Any) -> None:
    """Set what stands at the path, making its groups."""
    for group in path[:-1]:
        params = params.setdefault(group, {})
    params[path[-1]] = written


def _leaves(tree: dict[str, Any], raw: Any, place: Place) -> Any:
    """(leaf, what stands there, where) of the known fields; the others become losses. PHP writes
    an empty object as an empty list."""
    if raw == []:
        return
    if not isinstance(raw, dict):
        raise place.error("not-an-object")
    for key, found in raw.items():
        known, where = tree.get(key), place.key(key)
        if known is None:
            where.lose(found)
        elif found is None:
            continue
        elif isinstance(known, dict):
            yield from _leaves(known, found, where)
        else:
            yield known, found, where
