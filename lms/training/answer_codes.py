"""The code that pairs a participant's two questionnaires.

The participant makes it by a recipe. It is never kept: only a keyed hash of it, with a salt of the
event's own.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata

from django.conf import settings

# Two letters, the day in one or two digits, two digits; a letter more where two made the same.
_SHAPE = re.compile(r"([^\W\d_]{2})(\d{1,2})(\d{2})([^\W\d_]?)")


def normalise_answer_code(text: str) -> str | None:
    """The code as it is hashed, however it was typed ("ma-7-42", "MA 07 42"); None for no code."""
    plain = unicodedata.normalize("NFKD", text)
    kept = "".join(sign for sign in plain if sign.isalnum()).upper()
    found = _SHAPE.fullmatch(kept)
    if found is None or not 1 <= int(found[2]) <= 31:
        return None
    return f"{found[1]}{int(found[2]):02d}{found[3]}{found[4]}"


def answer_code_hash(code: str, salt: str) -> str:
    """The keyed hash (64 hex digits) of a normalised code at one event. The last key of the ring
    makes it, so that a rotation between the two questionnaires parts no pair."""
    key = hmac.digest(settings.LINK_SIGNING_KEYS[-1].encode(), b"training-answers", hashlib.sha256)
    return hmac.new(key, f"{salt}:{code}".encode(), hashlib.sha256).hexdigest()


def new_salt() -> str:
    """A salt for one event."""
    return secrets.token_hex(32)
