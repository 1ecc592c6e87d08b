"""How often something may happen from one source in a while, without keeping who the source is."""

from django.core.cache import cache
from django.utils.crypto import salted_hmac


def may(action: str, source: str, *, most: int, seconds: int) -> bool:
    """Count one `action` of this source; False when there were `most` of them in `seconds`.

    Kept in the cache that all workers share, under a keyed hash: the address itself is nowhere.
    Every one takes a place that is free again after `seconds`; taking it is one step that cannot
    be done twice, so that many at once do not get in together.
    """
    places = _places(action, source, most)
    taken = cache.get_many(places)
    return any(cache.add(place, 1, seconds) for place in places if place not in taken)


def is_spent(action: str, source: str, *, most: int) -> bool:
    """Whether this source has used up what `may` allows, without counting anything: for what is
    limited by failures, asked before and counted only after one."""
    return len(cache.get_many(_places(action, source, most))) >= most


def _places(action: str, source: str, most: int) -> list[str]:
    digest = salted_hmac(f"limits.{action}", source, algorithm="sha256").hexdigest()
    return [f"limit:{action}:{digest}:{number}" for number in range(most)]


def cache_key(key: str, prefix: str, version: int) -> str:
    """Where the shared cache keeps a value: allauth's own limits name the address in their key."""
    if key.startswith("allauth:"):
        key = f"allauth:{salted_hmac('limits.allauth', key, algorithm='sha256').hexdigest()}"
    return f"{prefix}:{version}:{key}"
