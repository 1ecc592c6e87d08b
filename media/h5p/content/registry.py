"""The content types that we know, and content nested in content."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, TypeVar

from media.h5p.content.codecs import RAW, TEXT, Codec
from media.h5p.content.places import Place
from media.h5p.content.profiles import Library
from media.h5p.content.records import Record, RecordOf, put
from media.h5p.content.strings import known_paths
from media.h5p.content.writers import Writer


@dataclass(frozen=True)
class Content(Record):
    """The parameters of one content type. `texts` are the UI strings that the content itself
    brings, by path; those it does not bring come from the tables when it is written."""

    LIBRARY: ClassVar[str] = ""
    KIND: ClassVar[str] = ""  # as `metadata.contentType` calls it

    texts: Mapping[str, str] = field(default_factory=dict, kw_only=True)

    @classmethod
    def text_paths(cls) -> frozenset[str]:
        return frozenset(path for path in known_paths(cls.LIBRARY) if not path.startswith("*."))


@dataclass(frozen=True)
class Other:
    """Content of a type that we do not know: kept whole, written back whole, never looked into."""

    library: Library
    params: Any


@dataclass(frozen=True)
class Nested:
    """Content inside content: {"library", "params", "subContentId", "metadata"}."""

    content: Content | Other
    sub_content_id: str = ""
    metadata: Mapping[str, Any] = field(default_factory=dict)


C = TypeVar("C", bound=type[Content])
_types: dict[str, type[Content]] = {}


def content_type(name: str, kind: str) -> Callable[[C], C]:
    """Class decorator: this dataclass holds the parameters of that library."""

    def register(cls: C) -> C:
        cls.LIBRARY, cls.KIND = name, kind
        _types[name] = cls
        return cls

    return register


def known_types() -> Mapping[str, type[Content]]:
    """Machine name to dataclass."""
    return dict(_types)


def read_content(library: Library, params: Any, place: Place) -> Content | Other:
    """A known type as its value, another as `Other`."""
    known = _types.get(library.name)
    if known is None:
        return Other(library, params)
    return RecordOf(known).read(params, place)


def library_of(content: Content | Other, writer: Writer) -> Library:
    """The library and version that content is written for."""
    if isinstance(content, Other):
        return content.library
    return writer.profile.library(content.LIBRARY)


def write_content(content: Content | Other, writer: Writer) -> Any:
    """The parameters as the profile's version of the type has them, with all its strings."""
    if isinstance(content, Other):
        return content.params
    outer, writer.library = writer.library, library_of(content, writer)
    params = RecordOf(type(content)).write(content, writer)
    for path, text in writer.strings.merged(writer.library, content.texts).items():
        if not path.startswith("*."):
            put(params, tuple(path.split(".")), text)
    writer.library = outer
    return params


class NestedContent(Codec[Nested]):
    """Content inside content, of any type."""

    def read(self, raw: Any, place: Place) -> Nested:
        if not isinstance(raw, dict):
            raise place.error("not-an-object")
        for key in raw.keys() - {"library", "params", "subContentId", "metadata"}:
            place.key(key).lose(raw[key])
        try:
            library = Library.parse(TEXT.read(raw.get("library"), place.key("library")))
        except ValueError as error:
            raise place.key("library").error("not-a-library") from error
        metadata = RAW.read(raw.get("metadata") or {}, place.key("metadata"))
        if not isinstance(metadata, dict):
            raise place.key("metadata").error("not-an-object")
        return Nested(
            read_content(library, raw.get("params") or {}, place.key("params").inside()),
            TEXT.read(raw.get("subContentId") or "", place.key("subContentId")),
            metadata,
        )

    def write(self, value: Nested, writer: Writer) -> dict[str, Any]:
        content = value.content
        kind = content.library.name if isinstance(content, Other) else content.KIND
        return {
            "library": str(library_of(content, writer)),
            "params": write_content(content, writer),
            "subContentId": value.sub_content_id or writer.new_id(),
            "metadata": dict(value.metadata)
            or {"contentType": kind, "license": "U", "title": kind},
        }


class MaybeNested(Codec[Nested | None]):
    """Content that may not have been chosen: editors then leave an object without a library."""

    def read(self, raw: Any, place: Place) -> Nested | None:
        if isinstance(raw, dict) and not raw.get("library"):
            if any(raw.values()):
                place.lose(raw)
            return None
        return NESTED.read(raw, place)

    def write(self, value: Nested | None, writer: Writer) -> Any:
        return value and NESTED.write(value, writer)


NESTED, MAYBE_NESTED = NestedContent(), MaybeNested()
