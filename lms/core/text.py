"""Romanian text made comparable (`fold`) and made correct (`mend_cedilla`); lines, free names."""

import re
import unicodedata
from collections.abc import Container
from itertools import chain, count

# A base Latin letter with its accents. Marks on other scripts stay: Ukrainian "й" is not "и".
_ACCENTED_LATIN = re.compile(r"([a-z])[\u0300-\u036f]+")
# A letter that follows another one in the alphabet is written as that one and what no name has.
_AFTER = {"ă": "azz", "â": "azzz", "î": "izz", "ș": "szz", "ț": "tzz"}
_CEDILLA_TO_COMMA = str.maketrans("şŞţŢ", "șȘțȚ")
# The same letters in two code points: a base letter and a combining cedilla.
_COMBINING_CEDILLA = re.compile("([sStT])\u0327")


def fold(text: str) -> str:
    """The text in lower case, Latin letters without accents, runs of white space as one space.

    "Școală", "şcoală" and "SCOALA" fold to "scoala". Compatibility forms (full-width letters,
    Roman numeral signs, ligatures) become ordinary letters. Folding twice changes nothing.
    """
    # Case is taken before and after: a few signs decompose into capitals.
    # PostgreSQL stores no NUL.
    decomposed = unicodedata.normalize("NFKD", text.replace("\0", " ").lower()).lower()
    plain = _ACCENTED_LATIN.sub(r"\1", unicodedata.normalize("NFKD", decomposed))
    return " ".join(unicodedata.normalize("NFC", plain).split())


def alphabetical(text: str) -> str:
    """A key that sorts names as the Romanian alphabet does, in any database: a ă â … i î … s ș t ț.

    "Brașov" stands before "Brăila", because ă is a letter of its own after a. The key is made of
    plain letters and single spaces, in lower case; other accents are left out.
    """
    composed = unicodedata.normalize("NFC", mend_cedilla(text))
    return fold("".join(_AFTER.get(sign, sign) for sign in composed.lower()))


def mend_cedilla(text: str) -> str:
    """The text with ş and ţ (cedilla) written as ș and ț (comma below); case and all else kept."""
    joined = _COMBINING_CEDILLA.sub("\\1\u0326", text)
    composed = re.sub("[sStT]\u0326", lambda match: unicodedata.normalize("NFC", match[0]), joined)
    return composed.translate(_CEDILLA_TO_COMMA)


def lines(text: str) -> list[str]:
    """The lines of a text that say something, without the white space around them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def first_free(name: str, taken: Container[str]) -> str:
    """The name, or with the first number from 2 on with which nothing else has it."""
    numbered = (f"{name}-{number}" for number in count(2))
    return next(one for one in chain([name], numbered) if one not in taken)
