"""The code with which a class that was held without a network reaches the report.

Twenty letters of `lms.core.codes` in groups of four: 40 bits of what the teacher typed (how many
pupils, and if they like the day and the class) and 34 bits of a seal, an HMAC with a key of its
own for each module. No pupil is in it, and no teacher.

Against what: a wrong letter, a code made up, a code of another module, a code taken for a second
class. A mistyped code passes once in 17 thousand million, one made up blindly not more often than
that times the number of modules. Not against: somebody who has the pack. The key is in it, as the
pack makes codes without a network, and whoever reads its scripts can make a code for any number of
pupils. That gains nothing: the code only fills in the form of a class session, which the same
person can fill in by hand, and which is checked, doubted and confirmed as any other.
The seal of one pack says nothing of the keys of others, nor of the server's (HMAC one way).
"""

import hashlib
import hmac
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from lms.core.codes import ALPHABET, normalise_code

LETTERS = 20
MOST_PUPILS = 127
FIRST_DAY = date(2026, 1, 1)
LAST_DAY = FIRST_DAY + timedelta(days=4094)
_DAY, _GRADE, _LETTER, _NONCE, _SEAL = 12, 4, 5, 12, 34
_PURPOSE = b"clasa1"


class BadClassCode(ValueError):  # noqa: N818 - named as people say it
    """No pack of ours made this code, or a letter of it is wrong."""


@dataclass(frozen=True, slots=True)
class ClassResult:
    """What a code says. `grade` is 0–13, `letter` A–Z; `nonce` tells two equal classes apart."""

    pupils: int
    day: date | None = None
    grade: int | None = None
    letter: str = ""
    nonce: int = 0


def pack_key(ring_key: str, module: str) -> bytes:
    """The key of one module's pack; `module` names it for good."""
    return hmac.digest(ring_key.encode(), f"offline-class:{module}".encode(), hashlib.sha256)[:16]


def write(result: ClassResult, key: bytes) -> str:
    """The code of a result. Raises ValueError for what no code can say."""
    facts = _facts(result)
    number = facts << _SEAL | _seal(facts, key)
    letters = ""
    for _ in range(LETTERS):
        number, place = divmod(number, len(ALPHABET))
        letters = ALPHABET[place] + letters
    return "-".join(letters[at : at + 4] for at in range(0, LETTERS, 4))


def read(code: str, keys: Iterable[bytes]) -> tuple[ClassResult, bytes]:
    """What a typed code says, and which of the keys sealed it. Raises BadClassCode."""
    tidy = (normalise_code(code) or "").replace("-", "")
    if len(tidy) != LETTERS:
        raise BadClassCode("not a class code")
    number = 0
    for letter in tidy:
        number = number * len(ALPHABET) + ALPHABET.index(letter)
    facts, seal = number >> _SEAL, number & (1 << _SEAL) - 1
    for key in keys:
        if facts < 1 << 40 and hmac.compare_digest(_packed(seal), _packed(_seal(facts, key))):
            return _result(facts), key
    raise BadClassCode("no pack of ours made this code")


def _facts(result: ClassResult) -> int:
    days = (result.day - FIRST_DAY).days + 1 if result.day else 0
    grade = 0 if result.grade is None else result.grade + 1
    letter = ord(result.letter) - 64 if result.letter else 0
    facts = 0
    for bits, value in (
        (7, result.pupils), (_DAY, days), (_GRADE, grade), (_LETTER, letter), (_NONCE, result.nonce)
    ):  # fmt: skip
        if not 0 <= value < 1 << bits:
            raise ValueError("no code can say this")
        facts = facts << bits | value
    return facts


def _result(facts: int) -> ClassResult:
    values = []
    for bits in (_NONCE, _LETTER, _GRADE, _DAY, 7):
        facts, value = facts >> bits, facts & (1 << bits) - 1
        values.append(value)
    nonce, letter, grade, days, pupils = values
    # A sealed code that says something else was made by a script that is not ours.
    if letter > 26 or grade > 14 or not pupils:
        raise BadClassCode("says what no class can be")
    return ClassResult(
        pupils=pupils,
        day=FIRST_DAY + timedelta(days=days - 1) if days else None,
        grade=grade - 1 if grade else None,
        letter=chr(64 + letter) if letter else "",
        nonce=nonce,
    )


def _seal(facts: int, key: bytes) -> int:
    digest = hmac.digest(key, _PURPOSE + _packed(facts), hashlib.sha256)
    return int.from_bytes(digest[:5]) >> 40 - _SEAL


def _packed(number: int) -> bytes:
    return number.to_bytes(5)
