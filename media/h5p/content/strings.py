"""The words of a type's buttons and labels. In H5P they are content: an export without them speaks
English to the pupil, whatever the language of its questions.

Texts are named by their path in content.json ("UI.checkAnswerButton"). A path that begins with `*.`
belongs to each element of a list and is put there by the type's own writer. Order of merging: our
table of the type's minor version, then the defaults of an installed library, then what the content
itself says.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from media.h5p.content.profiles import Library, Version

LANGUAGES = ("ro", "en")
Texts = dict[str, str]


class UnknownLanguageError(LookupError):
    """There is no table of strings in this language."""


class UnknownVersionError(LookupError):
    """The type is older than what our tables say anything about."""


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "ui" / f"{name}.toml").read_text(encoding="utf-8"))


def _version(text: str) -> Version:
    major, minor = text.split(".")
    return Version(int(major), int(minor))


def known_paths(name: str) -> frozenset[str]:
    """All paths of strings that any version of this type has."""
    return frozenset(_data("en").get(name, {}))


def table(library: Library, language: str) -> Texts:
    """Our strings for this type in this minor version. A newer version gets the newest table.

    Raises UnknownLanguageError and UnknownVersionError. A type without strings has an empty table.
    """
    if language not in LANGUAGES:
        raise UnknownLanguageError(language)
    rules = _data("versions").get(library.name, {})
    if library.version < _version(rules.get("oldest", "0.0")):
        raise UnknownVersionError(str(library))
    since, until = rules.get("since", {}), rules.get("until", {})
    return {
        path: text
        for path, text in _data(language).get(library.name, {}).items()
        if library.version >= _version(since.get(path, "0.0"))
        and library.version < _version(until.get(path, "99999.0"))
    }


def words(language: str) -> Texts:
    """The words of the text twin, which no player has."""
    if language not in LANGUAGES:
        raise UnknownLanguageError(language)
    return dict(_data(language)["twin"])


def library_texts(semantics: list[Any], translation: list[Any] | None = None) -> Texts:
    """The default strings of an installed library, from its semantics.json and, if there is one,
    the `semantics` list of its language/<code>.json, which follows the same order without names.
    """
    found: Texts = {}
    _collect(semantics, translation or [], "", found)
    return found


def _collect(fields: list[Any], translated: list[Any], above: str, found: Texts) -> None:
    for number, field in enumerate(fields):
        if not isinstance(field, dict):
            continue
        other = translated[number] if number < len(translated) else None
        other = other if isinstance(other, dict) else {}
        path = f"{above}{field.get('name', '')}"
        default = other.get("default", field.get("default"))
        if field.get("type") == "text" and isinstance(default, str):
            found[path] = default
        inner, words = field.get("fields"), other.get("fields")
        if isinstance(inner, list):
            _collect(inner, words if isinstance(words, list) else [], f"{path}.", found)


class Strings:
    """The merged strings of one language, for the writer.

    `defaults` are the texts of installed libraries by machine name (see `library_texts`); only
    paths that the type's table knows are taken from them.
    """

    def __init__(self, language: str, defaults: Mapping[str, Mapping[str, str]] | None = None):
        if language not in LANGUAGES:
            raise UnknownLanguageError(language)
        self.language = language
        self._defaults = defaults or {}

    def merged(self, library: Library, own: Mapping[str, str]) -> Texts:
        """Table, then library, then content; nothing that this version does not have, except what
        the content itself brought."""
        texts = table(library, self.language)
        installed = self._defaults.get(library.name, {})
        texts.update({path: text for path, text in installed.items() if path in texts and text})
        texts.update(own)
        return texts
