"""Codes that are read from a board, said aloud and typed on a phone: "WDJB-MJHT"."""

import re
import secrets
import unicodedata

# No vowels, so that no code is a word; no digits, so that none is taken for a letter. Of letters
# that look or sound alike at most one is left: C of C G Q, M of M N, B of B P V, W of V W, and
# neither F nor S. 13 letters make 29 bits in two groups of four: enough behind a rate limit, not
# without one.
ALPHABET = "BCDHJKLMRTWXZ"
_BETWEEN = re.compile(r"[\s\-‐‑‒–—―−._]+")


def new_code(groups: int = 2, size: int = 4) -> str:
    """A random code of `groups` groups of `size` letters, joined by hyphens.

    Drawn from the system's secure source; the caller checks that it is not taken.
    """
    return "-".join("".join(secrets.choice(ALPHABET) for _ in range(size)) for _ in range(groups))


def normalise_code(text: str, size: int = 4) -> str | None:
    """A typed code in the form that `new_code` gives, or None when it cannot be one.

    Lower case, spaces, dots, other dashes and missing or extra hyphens are accepted:
    " wdjb mjht" is "WDJB-MJHT". None for another letter, a digit, an incomplete last group, or
    nothing.
    """
    letters = _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper()
    if not letters or len(letters) % size or any(letter not in ALPHABET for letter in letters):
        return None
    return "-".join(letters[at : at + size] for at in range(0, len(letters), size))
