"""What the site holds about a person, for the one-click export. Upper apps add theirs:

    personal_data.register("class_sessions", provider)   # in AppConfig.ready

A provider is `provider(user)` and returns what JSON can hold.
"""

from collections.abc import Callable

from lms.people.models import User

Provider = Callable[[User], object]
_providers: dict[str, Provider] = {}


def register(name: str, provider: Provider) -> None:
    """Add a part of the export under a name of its own; registering it again replaces it."""
    _providers[name] = provider


def export_of(user: User) -> dict[str, object]:
    """Everything held about this user, by the name of its part."""
    return {name: provider(user) for name, provider in _providers.items()}
