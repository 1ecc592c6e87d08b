"""Who took part, without saying who: keyed hashes of e-mail addresses."""

import hashlib
import hmac
import secrets

from django.conf import settings


def person_key(email: str) -> str:
    """The keyed hash (64 hex digits) of an e-mail address, whatever its case; a random one for
    none, because two people without an address are two people.

    The *last* key of the ring makes it, as for teachers: a rotation puts a new key first, and a
    person stays one person.
    """
    address = email.strip().lower()
    if not address:
        return random_key()
    key = hmac.digest(settings.LINK_SIGNING_KEYS[-1].encode(), b"training-person", hashlib.sha256)
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()


def random_key() -> str:
    """A key that belongs to nobody else, of the same shape."""
    return secrets.token_hex(32)
