"""Who taught, without saying who: keyed hashes; and the signed links of a receipt.

An e-mail address is never stored. Its keyed hash tells that two sessions have the same teacher
and tells nobody who that is.
"""

import hashlib
import hmac
from uuid import NAMESPACE_OID, UUID, uuid5

from django.conf import settings

from lms.core.keyring import BadToken, KeyRing

CONFIRM_WITHIN_SECONDS = 30 * 24 * 3600


def teacher_token(email: str) -> str:
    """The keyed hash (64 hex digits) of an e-mail address, whatever its case; "" for none.

    The *last* key of the ring makes it. A rotation puts a new key first and leaves the old one
    behind it, so that printed codes stay readable; the last one therefore stays the same and a
    teacher stays one teacher. Whoever drops it from the ring starts the count of teachers afresh.
    """
    address = email.strip().lower()
    if not address:
        return ""
    key = hmac.digest(settings.LINK_SIGNING_KEYS[-1].encode(), b"teacher-token", hashlib.sha256)
    return hmac.new(key, address.encode(), hashlib.sha256).hexdigest()


def receipt_token(session_id: int) -> str:
    """The link that lets its holder read, correct and void one class session."""
    return _receipts().sign({"s": session_id})


def session_of_receipt(token: str) -> int:
    """The session's primary key. Raises BadToken for a token that is not ours."""
    return _number(_receipts().read(token), "s")


def confirmation_token(session_id: int, claimed: str) -> str:
    """The link of the e-mail. It holds only as long as the session waits for that address."""
    return _confirmations().sign({"s": session_id, "c": claimed[:16]})


def session_of_confirmation(token: str) -> tuple[int, str]:
    """The session's primary key and the start of the hash that the letter went to.

    Raises:
        ExpiredToken: the letter is older than 30 days.
        BadToken: the token is not ours.
    """
    payload = _confirmations().read(token, max_age=CONFIRM_WITHIN_SECONDS)
    number = _number(payload, "s")
    return number, str(payload["c"]) if isinstance(payload, dict) else ""


def _number(payload: object, key: str) -> int:
    value = payload.get(key) if isinstance(payload, dict) else None
    if not isinstance(value, int):
        raise BadToken("no session in it")
    return value


def _receipts() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="class-session-receipt")


def _confirmations() -> KeyRing:
    return KeyRing(settings.LINK_SIGNING_KEYS, salt="class-session-confirmation")


def import_client_id(scope: str, content: str) -> UUID:
    """The id of an imported row: the same row of the same organisation always has the same one.

    Keyed, because whoever could guess an id could claim the session that it registered.
    """
    key = hmac.digest(settings.LINK_SIGNING_KEYS[-1].encode(), b"import-row", hashlib.sha256)
    keyed = hmac.new(key, f"{scope}\n{content}".encode(), hashlib.sha256).hexdigest()
    return uuid5(NAMESPACE_OID, keyed)


def vouched_token(scope: str, text: str) -> str:
    """The keyed hash of a teacher's mark in a file: an e-mail address gives the same token as
    the account's, anything else is one teacher within the organisation that sent the file."""
    mark = text.strip()
    if not mark:
        return ""
    return teacher_token(mark if "@" in mark else f"{scope}\n{mark}")
