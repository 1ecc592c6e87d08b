"""What a class-result code says, and of which module."""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from lessons.models import ModulePage
from lessons.packs.class_codes import BadClassCode, ClassResult, pack_key, read, write

__all__ = ["BadClassCode", "OfflineClass", "key_of_pack", "offline_class"]


@dataclass(frozen=True)
class OfflineClass:
    """A class that was held from a pack. `public_id` is the same whenever the code is read, and
    nobody else's: whoever registers it again registers nothing new."""

    module: ModulePage
    result: ClassResult
    code: str
    public_id: UUID


def key_of_pack(module: ModulePage) -> bytes:
    """The key that a pack of this module carries now."""
    return pack_key(settings.LINK_SIGNING_KEYS[0], _name(module))


def offline_class(typed: str) -> OfflineClass:
    """The class of a typed code. Raises BadClassCode for one that no pack of ours made.

    Tried are all modules, published or not: a pack outlives the page it was made from.
    """
    known = {key: (module, ring_key) for module, ring_key, key in _keys()}
    result, key = read(typed, known)
    module, ring_key = known[key]
    code = write(result, key)
    digest = hmac.digest(ring_key.encode(), f"offline-session:{code}".encode(), hashlib.sha256)
    return OfflineClass(module, result, code, UUID(bytes=digest[:16], version=4))


def _keys() -> Iterator[tuple[ModulePage, str, bytes]]:
    for module in ModulePage.objects.select_related("plan", "locale").defer("body"):
        for ring_key in settings.LINK_SIGNING_KEYS:
            yield module, ring_key, pack_key(ring_key, _name(module))


def _name(module: ModulePage) -> str:
    return f"{module.translation_key}:{module.locale.language_code}"
