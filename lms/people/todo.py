"""What waits for a person, shown first after sign-in. Upper apps add theirs without being known:

    todo.register("class sessions to confirm", provider)   # in AppConfig.ready

A provider is `provider(user) -> iterable of TodoItem`; an empty answer shows nothing.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from lms.people.models import User


@dataclass(frozen=True)
class TodoItem:
    """One thing to do: what, why, and where. `count` is how many wait (0: not a countable thing),
    `soon` puts it first and marks it, `action` is the word on the button."""

    title: str
    text: str
    url: str
    action: str
    count: int = 0
    soon: bool = False


Provider = Callable[[User], Iterable[TodoItem]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Add a provider under a name of its own; registering a name again replaces it."""
    _providers[name] = provider


def items_for(user: User) -> list[TodoItem]:
    """Everything that waits for this user, what is due soon first."""
    items = [item for provider in _providers.values() for item in provider(user)]
    return sorted(items, key=lambda item: not item.soon)
