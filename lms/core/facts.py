"""Tokens such as `{fapt:RO.recrutor_cunoscut_2025s1}` in any text show the one current value.

Apps above register a resolver; a text is only ever changed where it is shown, so that one edit of
a fact changes pages, quizzes and kits at once.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.conf import settings

TOKEN = re.compile(r"\{fapt:([A-Za-z]{2,}\.[a-z0-9_]+)\}")


@dataclass(frozen=True)
class Fact:
    """One checked value as readers see it, with where and when it was read."""

    key: str
    value: str
    label: str
    period: str
    source_title: str
    source_address: str
    checked_on: date | None = None

    @property
    def has_link(self) -> bool:
        """Whether the source can be opened."""
        return is_link(self.source_address)


def is_link(address: str) -> bool:
    """Whether a source's address can be opened: some are a file in a repository, and what else a
    browser would follow must not be followed."""
    return address.startswith(("https://", "http://"))


Resolver = Callable[[str, str], Fact | None]
_resolvers: list[Resolver] = []


def register(resolver: Resolver) -> None:
    """Add a function (key, language) -> Fact or None. Registering it again changes nothing."""
    if resolver not in _resolvers:
        _resolvers.append(resolver)


def resolve(key: str, language: str) -> Fact | None:
    """Return the fact of this key, or None when no resolver knows it."""
    return next((fact for r in _resolvers if (fact := r(key, language))), None)


def keys_in(*texts: str) -> list[str]:
    """Return the keys of all tokens in these texts, each once, in order of appearance."""
    found = (match.group(1) for text in texts for match in TOKEN.finditer(text))
    return list(dict.fromkeys(found))


def unknown_in(*texts: str) -> list[str]:
    """Return the keys of those tokens that no resolver knows, for whoever saves the texts."""
    return [key for key in keys_in(*texts) if resolve(key, settings.LANGUAGE_CODE) is None]


def replace_tokens(text: str, language: str, escape: Callable[[str], str] = str) -> str:
    """Put each token's current value in its place; an unknown token becomes an ellipsis.

    Editors are told of unknown tokens when they save, so a reader sees the ellipsis only if the
    fact was withdrawn afterwards.
    """

    def value(match: re.Match[str]) -> str:
        fact = resolve(match.group(1), language)
        return escape(fact.value) if fact else "…"

    return TOKEN.sub(value, text)
