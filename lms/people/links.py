"""Ways on from a person's home, below what waits. Upper apps add theirs like to-do items:

links.register("class sessions", provider)   # provider(user) -> iterable of (title, url, icon)
"""

from collections.abc import Callable, Iterable

from lms.people.models import User

Link = tuple[str, str, str]
Provider = Callable[[User], Iterable[Link]]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Add a provider under a name of its own; registering a name again replaces it."""
    _providers[name] = provider


def links_for(user: User) -> list[Link]:
    """Every way on that is open to this user: what upper apps added first, the account last."""
    return [link for provider in reversed(_providers.values()) for link in provider(user)]
