"""What is wrong with what readers get, in groups. Apps say how to find theirs:

    content_checks.register("abroad.facts", _("Informații expirate"), find_stale)   # in ready()

`find` takes nothing and returns Findings. `manage.py check_content` prints all groups; the cheap
ones also stand on the editors' list of what is to do.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from django.utils.functional import Promise

Find = Callable[[], Iterable["Finding"]]


@dataclass(frozen=True)
class Finding:
    """One thing: on what (a page, a line, a recording), what is wrong, and where it is mended."""

    where: str
    what: str
    url: str = ""


@dataclass(frozen=True)
class Group:
    """Findings of one kind. `broken` is what readers stumble over; the rest waits its turn.

    `cheap` groups cost a few queries however many pages there are. `url` is a list where all of
    them are, for the editors' to-do list; without one the first finding's own is taken.
    """

    key: str
    title: str | Promise
    find: Find
    broken: bool = False
    cheap: bool = False
    url: str = ""


_groups: dict[str, Group] = {}


def register(
    key: str,
    title: str | Promise,
    find: Find,
    *,
    broken: bool = False,
    cheap: bool = False,
    url: str = "",
) -> None:
    """Add a group under a key of its own; registering a key again replaces its group."""
    _groups[key] = Group(key, title, find, broken, cheap, url)


def groups(*, cheap_only: bool = False) -> list[Group]:
    """All groups in the order of registration."""
    return [group for group in _groups.values() if group.cheap or not cheap_only]
