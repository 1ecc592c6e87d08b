"""Guessing at codes is limited by failures and never by successes.

A school stands behind one address: thirty who join at once must all come in, and what one of its
phones guesses must not lock the others out of a class that is running. So a code that brought
somebody in from an address stays good there, however much is guessed from it.
"""

from django.core.cache import cache
from django.utils.crypto import salted_hmac

from lms.core import limits

# With 13 letters in eight places and 5,000 open classes, one guess in 163,000 finds one: at most
# 1,440 guesses a day from an address.
MOST_WRONG_CODES = 60
WRONG_CODES_PER_SECONDS = 3600
# Of 1,320 picture codes: at most 30 in the hour and a half of a class.
MOST_WRONG_PICTURES = 5
WRONG_PICTURES_PER_SECONDS = 900
# Longer than any class is open.
_REMEMBERED_SECONDS = 12 * 3600

_CODES = "class-code"
_PICTURES = "class-seat"


def may_try_code(address: str, code: str) -> bool:
    """Whether a code from this address is looked up at all."""
    spent = limits.is_spent(_CODES, address, most=MOST_WRONG_CODES)
    return not spent or was_good(address, code)


def was_good(address: str, code: str) -> bool:
    """Whether this code brought somebody in from this address before."""
    return bool(cache.get(_known(address, code)))


def count_wrong_code(address: str) -> None:
    """A code that opens nothing, or a place that is not there, came from this address."""
    limits.may(_CODES, address, most=MOST_WRONG_CODES, seconds=WRONG_CODES_PER_SECONDS)


def remember_code(address: str, code: str) -> None:
    """A code brought somebody in from this address."""
    cache.add(_known(address, code), 1, _REMEMBERED_SECONDS)


def may_try_pictures(seat: str) -> bool:
    """Whether pictures for this place, named by class and nickname, are looked at at all."""
    return not limits.is_spent(_PICTURES, seat, most=MOST_WRONG_PICTURES)


def count_wrong_pictures(seat: str) -> None:
    """The pictures for this place were wrong."""
    limits.may(_PICTURES, seat, most=MOST_WRONG_PICTURES, seconds=WRONG_PICTURES_PER_SECONDS)


def _known(address: str, code: str) -> str:
    digest = salted_hmac("class-code-known", f"{address}\n{code}", algorithm="sha256").hexdigest()
    return f"class-code-known:{digest}"
