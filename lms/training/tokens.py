"""Signed links for people without an account: a participant's own page, a sitting's check-in."""

from django.conf import settings

from lms.core.keyring import BadToken, KeyRing


def participant_token(public_id: object) -> str:
    """The link of a participant's own page. It stands in every letter to that participant."""
    return _participants().sign({"p": str(public_id)})


def participant_of(token: str) -> str:
    """The public id of the participant. Raises BadToken for a token that is not ours."""
    return _text(_participants().read(token), "p")


def sitting_token(public_id: object) -> str:
    """What the QR code of one sitting says; it opens nothing outside the sitting's window."""
    return _sittings().sign({"s": str(public_id)})


def sitting_of(token: str) -> str:
    """The public id of the sitting. Raises BadToken for a token that is not ours."""
    return _text(_sittings().read(token), "s")


def _text(payload: object, key: str) -> str:
    value = payload.get(key) if isinstance(payload, dict) else None
    if not isinstance(value, str):
        raise BadToken("nothing of ours in it")
    return value


def _participants() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-participant")


def _sittings() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="training-sitting")
