"""Numbers of certificates: "BCDH-JKLM-RTWX", random letters and a check letter at the end.

11 of the 12 letters are drawn from 13 (1.8 × 10¹² numbers, so that none is found by trying), the
last is a weighted sum modulo 13. 13 is a prime and the weights differ, so a number with one letter
changed, or with two different letters exchanged, never verifies.
"""

import secrets

from lms.core.codes import ALPHABET, normalise_code

_DRAWN = 11
_PRIME = len(ALPHABET)


def new_number() -> str:
    """A number that is random and right; the caller checks that it is not taken."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(_DRAWN))
    letters = drawn + _check_letter(drawn)
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))


def normalise_number(text: str) -> str | None:
    """A typed number in the form that `new_number` gives; None when it cannot be one, or a letter
    is wrong."""
    number = normalise_code(text)
    letters = number.replace("-", "") if number else ""
    if len(letters) != _DRAWN + 1 or _check_letter(letters[:_DRAWN]) != letters[_DRAWN]:
        return None
    return number


def _check_letter(drawn: str) -> str:
    """The letter that makes the weighted sum of all, the last with weight 12, a multiple of 13."""
    total = sum(weight * ALPHABET.index(letter) for weight, letter in enumerate(drawn, start=1))
    # 12 is -1 modulo 13, so the check letter is the sum itself.
    return ALPHABET[total % _PRIME]
