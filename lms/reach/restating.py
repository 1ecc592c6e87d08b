"""What differs between two contents of one year, figure by figure."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

# What says when and by what was counted, not what; the tables hold the same figures once more.
_ABOUT = frozenset({"as_of", "rules_version", "software_version", "snapshot", "tables"})


class Restated(NamedTuple):
    """One figure that changed: where it stands ("sessions.by_county.CJ.pupils"), what was
    published, what is counted now. None: there was, or is, no such part."""

    path: str
    old: Any
    new: Any


def restated(old: Mapping[str, Any], new: Mapping[str, Any]) -> list[Restated]:
    """The figures that differ, in the order of the contents. Lists are compared as a whole."""
    return list(_differences("", old, new))


def _differences(path: str, old: Any, new: Any) -> Iterator[Restated]:
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        for key in [*old, *(key for key in new if key not in old)]:
            if path or key not in _ABOUT:
                here = f"{path}.{key}" if path else str(key)
                yield from _differences(here, old.get(key), new.get(key))
    elif isinstance(old, Mapping) or isinstance(new, Mapping):
        yield from _differences(path, old or {}, new or {})
    elif old != new:
        yield Restated(path, old, new)
