"""Signed tokens with a key ring of their own, for what is printed and outlives a secret key.

A QR code on a kit is on paper for years. Its keys are kept apart from `SECRET_KEY`, and a new key
can be put first without making the printed codes worthless. Works without Django settings.
"""

import binascii
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner
from django.utils.crypto import salted_hmac

Payload = str | dict[str, object]


class BadToken(Exception):  # noqa: N818 - named as people say it
    """The token was not made by this ring, was changed, or cannot be read."""


class ExpiredToken(BadToken):
    """The token is genuine and older than the reader allows."""


class KeyRing:
    """Signs with the first key and reads what any of its keys signed.

    `salt` names the purpose: a token of one purpose cannot be read by another. Tokens are readable
    by anyone (signed, not encrypted): put nothing private into them.
    """

    def __init__(self, keys: Sequence[str], salt: str) -> None:
        """Raises ValueError without keys, with an empty one, or without a salt."""
        # An empty key would make Django fall back to SECRET_KEY, an empty old key would let
        # anyone sign, and a bare string would be a ring of single letters.
        if isinstance(keys, str) or not keys or not all(key.strip() for key in keys):
            raise ValueError("a key ring needs at least one key and no empty ones")
        if not salt:
            raise ValueError("a key ring needs a salt that names its purpose")
        first = keys[0]
        older: list[str | bytes] = [*keys[1:]]
        # "." stays as it is in addresses, mail and QR codes; Django's ":" may be escaped.
        self._signer = TimestampSigner(key=first, fallback_keys=older, salt=salt, sep=".")

    @property
    def fingerprint(self) -> str:
        """16 hex digits that tell the key that signs now from any other, and nothing of it."""
        return salted_hmac("keyring", "fingerprint", secret=self._signer.key).hexdigest()[:16]

    def sign(self, payload: str | Mapping[str, object]) -> str:
        """A token of letters, digits, "-", "_" and "." that carries the payload and the moment.

        A mapping must hold what JSON can (TypeError otherwise). About 55 characters more than
        4/3 of the payload.
        """
        content = payload if isinstance(payload, str) else dict(payload)
        return self._signer.sign_object(content)

    def read(self, token: str, max_age: int | timedelta | None = None) -> Payload:
        """The payload of a token, a str or a dict as it was signed.

        `max_age` in seconds or as a timedelta; None is no limit. Raises ExpiredToken for a genuine
        token that is older, BadToken for anything else that is wrong with it.
        """
        try:
            payload = self._signer.unsign_object(token, max_age=max_age)
        except SignatureExpired as error:
            raise ExpiredToken(str(error)) from error
        except (BadSignature, binascii.Error, ValueError) as error:
            raise BadToken("not a token of this ring") from error
        if not isinstance(payload, str | dict):
            raise BadToken("not a token of this ring")
        return payload
