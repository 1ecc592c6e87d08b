"""Advice to whoever writes a page, from its draft. It never stops anybody.

    advice.register("wording", provider)   # in AppConfig.ready

A provider is `provider(page) -> iterable of Advice`; with nothing to say it gives nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from wagtail.models import Page


@dataclass(frozen=True)
class Advice:
    """What was noticed, and what can be done about it."""

    noticed: str
    instead: str = ""


Provider = Callable[[Page], Iterable[Advice]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Add a provider under a name of its own; registering a name again replaces it."""
    _providers[name] = provider


def advice_for(page: Page) -> list[Advice]:
    """Everything that is to be said of this page's words as they are now."""
    return [advice for provider in _providers.values() for advice in provider(page)]
