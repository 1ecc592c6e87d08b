"""Cleaning the text of content: what an author typed reaches a page only as harmless HTML.

A field says in its library's `semantics.json` whether it holds HTML, and which elements. Only
semantics of approved libraries are given to `clean`; where none are known, and for fields that they
do not name, text keeps plain formatting only. Their regular expressions are never run.

Source: `H5PContentValidator` in h5p/h5p-php-library, whose elements and styles these are. Stricter:
a link leads to http, https or mailto; links say noopener.
"""

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import nh3

from media.h5p.limits import MOST_TAGS
from media.h5p.naming import LibraryName

Semantics = list[Mapping[str, Any]]
# The semantics of an approved library, None of one that is not known.
SemanticsOf = Callable[[LibraryName], Semantics | None]

_ALWAYS = frozenset({"div", "span", "p", "br"})
# Of a field that nothing is known of.
_PLAIN = frozenset({"strong", "em", "ul", "ol", "li", "a", "h2", "h3", "code", "pre", "sub", "sup"})
_BROUGHT_ALONG = {
    "table": frozenset({"tr", "td", "th", "colgroup", "col", "thead", "tbody", "tfoot"}),
    "b": frozenset({"strong"}),
    "i": frozenset({"em"}),
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "del": frozenset({"s"}),
    "strike": frozenset({"s"}),
}
# Elements that no semantics may ask for: they run, load or embed.
_NEVER = frozenset(
    {
        "script", "style", "iframe", "object", "embed", "form", "input", "button", "link", "meta",
        "base", "svg", "math", "template", "noscript", "video", "audio", "source", "img",
    }
)  # fmt: skip
_ATTRIBUTES = {
    "*": {"style", "dir", "lang", "title"},
    "a": {"href", "target"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "ol": {"start"},
}
_STYLES_OF_FONT = {
    "size": "font-size",
    "family": "font-family",
    "color": "color",
    "background": "background-color",
    "spacing": "letter-spacing",
    "height": "line-height",
}
_SCHEMES = frozenset({"http", "https", "mailto"})
_DEEPEST = 64
_KINDS = ("text", "group", "list", "library")


class TooDeep(ValueError):  # noqa: N818 - named as what it says
    """The content and its semantics together go deeper than anything that anybody made."""


def clean(
    params: Any, library: LibraryName, semantics_of: SemanticsOf
) -> tuple[Any, tuple[str, ...]]:
    """The content with every text cleaned, and the paths (`$.a.b[0]`) of those that are written
    differently now, also where that means the same (`<br />`, `<br>`).

    Raises TooDeep of content that is nested deeper than any real one.
    """
    changed: list[str] = []
    return _Cleaner(semantics_of, changed).library(params, library, "$", 0), tuple(changed)


def clean_text(text: str, field: Mapping[str, Any] | None) -> str:
    """One text as its field allows: HTML with the elements of `tags`, or no element at all. Of a
    field that nobody knows (None), plain formatting. One with more elements than anybody writes is
    told as it stands, signs and all."""
    if "<" not in text:
        return text
    # A field that asks for no element in particular still has paragraphs, as in PHP (`isset`).
    has_no_elements = field is not None and field.get("tags") is None
    if has_no_elements or text.count("<") > MOST_TAGS:
        # Not escaped twice: what is escaped already means the same.
        return html.escape(html.unescape(text), quote=False)
    return nh3.clean(
        text,
        tags=_elements(field),
        clean_content_tags={"script", "style"},
        attributes={name: set(values) for name, values in _ATTRIBUTES.items()},
        url_schemes=set(_SCHEMES),
        link_rel="noopener noreferrer",
        filter_style_properties=_styles(field),
    )


class _Cleaner:
    def __init__(self, semantics_of: SemanticsOf, changed: list[str]) -> None:
        self._semantics_of, self._changed = semantics_of, changed

    def library(self, params: Any, name: LibraryName, path: str, depth: int) -> Any:
        """The parameters of a library by its own semantics."""
        fields = self._semantics_of(name)
        if fields is None:
            return self._unknown(params, path, depth)
        return self._fields(params, fields, path, depth)

    def _fields(self, value: Any, fields: Semantics, path: str, depth: int) -> Any:
        if not isinstance(value, dict):
            return self._unknown(value, path, depth)
        by_name = {str(field.get("name")): field for field in _described(fields)}
        return {
            key: self._value(one, by_name.get(key), f"{path}.{key}", depth + 1)
            for key, one in value.items()
        }

    def _value(self, value: Any, field: Mapping[str, Any] | None, path: str, depth: int) -> Any:
        if depth > _DEEPEST:
            raise TooDeep(f"{path}: nested too deep")
        kind = field.get("type") if field is not None else None
        if field is None or kind not in _KINDS:
            return self._unknown(value, path, depth)
        if kind == "text":
            return self._text(value, field, path, depth)
        if kind == "library":
            return self._nested(value, path, depth)
        if kind == "list":
            return self._list(value, field, path, depth)
        return self._group(value, field, path, depth)

    def _text(self, value: Any, field: Mapping[str, Any], path: str, depth: int) -> Any:
        if not isinstance(value, str):
            return self._unknown(value, path, depth)
        return self._said(clean_text(value, field), value, path)

    def _list(self, value: Any, field: Mapping[str, Any], path: str, depth: int) -> Any:
        inner = field.get("field")
        if not isinstance(value, list) or not isinstance(inner, Mapping):
            return self._unknown(value, path, depth)
        return [self._value(one, inner, f"{path}[{at}]", depth + 1) for at, one in enumerate(value)]

    def _group(self, value: Any, field: Mapping[str, Any], path: str, depth: int) -> Any:
        fields = _described(field.get("fields"))
        # A group with a single field is stored without the group.
        if len(fields) == 1 and not field.get("isSubContent"):
            return self._value(value, fields[0], path, depth + 1)
        return self._fields(value, fields, path, depth)

    def _nested(self, value: Any, path: str, depth: int) -> Any:
        """A library object: {"library": "H5P.X 1.2", "params": …}."""
        if not isinstance(value, dict) or "params" not in value:
            return self._unknown(value, path, depth)
        rest = {key: one for key, one in value.items() if key != "params"}
        cleaned = self._unknown(rest, path, depth)
        name = LibraryName.parse(str(value.get("library", "")))
        inner = f"{path}.params"
        if name is None:
            return {**cleaned, "params": self._unknown(value["params"], inner, depth + 1)}
        return {**cleaned, "params": self.library(value["params"], name, inner, depth + 1)}

    def _unknown(self, value: Any, path: str, depth: int) -> Any:
        """Whatever it is, no text in it keeps more than plain formatting."""
        if depth > _DEEPEST:
            raise TooDeep(f"{path}: nested too deep")
        if isinstance(value, str):
            return self._said(clean_text(value, None), value, path)
        if isinstance(value, list):
            return [self._unknown(one, f"{path}[{at}]", depth + 1) for at, one in enumerate(value)]
        if isinstance(value, dict):
            if _is_library(value):
                return self._nested(value, path, depth)
            return {
                key: self._unknown(one, f"{path}.{key}", depth + 1) for key, one in value.items()
            }
        return value

    def _said(self, cleaned: str, text: str, path: str) -> str:
        if cleaned != text:
            self._changed.append(path)
        return cleaned


def _described(fields: object) -> list[Mapping[str, Any]]:
    """The fields of a list that a stranger wrote."""
    given = fields if isinstance(fields, list) else []
    return [one for one in given if isinstance(one, Mapping)]


def _is_library(value: Mapping[str, Any]) -> bool:
    return isinstance(value.get("library"), str) and "params" in value


def _elements(field: Mapping[str, Any] | None) -> set[str]:
    asked = set(_PLAIN) if field is None else set(_words(field.get("tags")))
    brought = frozenset[str]().union(*(_BROUGHT_ALONG.get(one, frozenset()) for one in asked))
    return (asked | brought | _ALWAYS) - _NEVER


def _styles(field: Mapping[str, Any] | None) -> set[str]:
    font = field.get("font") if field is not None else None
    if font is True:
        return {"text-align", *_STYLES_OF_FONT.values()}
    if not isinstance(font, Mapping):
        return {"text-align"}
    return {"text-align", *(style for name, style in _STYLES_OF_FONT.items() if font.get(name))}


def _words(value: object) -> Iterator[str]:
    if isinstance(value, list):
        yield from (one.lower() for one in value if isinstance(one, str))
