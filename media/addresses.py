"""Addresses of the files of activities: by content, signed, and good for ever.

A player's page has no origin and so no cookies; whoever has the address may read the file. The
signature holds the file's extension, so that no stored bytes can be asked for as another kind.
"""

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from media.h5p.whitelist import extension

SALT = "media.object"


def object_path(sha256: str, name: str) -> str:
    """The path of an object; `name` ends with the extension that decides how it is served."""
    kind = extension(name)
    return reverse("h5p:object", args=[sha256, _signature(sha256, kind, settings.SECRET_KEY), kind])


def is_signed(sha256: str, kind: str, signature: str) -> bool:
    """Whether this site made the address, with the key of today or one before it."""
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    return any(constant_time_compare(signature, _signature(sha256, kind, key)) for key in keys)


def signing_key() -> str:
    """Eight digits that tell the key that signs now from another, and nothing of it."""
    return _signature("", "", settings.SECRET_KEY)[:8]


def _signature(sha256: str, kind: str, key: str) -> str:
    return salted_hmac(SALT, f"{sha256}.{kind}", secret=key, algorithm="sha256").hexdigest()[:24]
