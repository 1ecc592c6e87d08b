"""Class labels as people type them, brought to one form (reach rule RR5)."""

import re
from dataclasses import dataclass

from .grades import GRADE_BY_ROMAN, grade_label
from .text import fold

_QUOTES = re.compile(r"[\"'`´„“”«»‹›‚‘’′″]")
_DOTS = re.compile(r"[._]")
_DASH = re.compile(r" *[-‐‑‒–—―−] *")

_ROMAN = "|".join(sorted((roman.lower() for roman in GRADE_BY_ROMAN), key=len, reverse=True))
_NUMBER = rf"(?P<number>0?[0-9]|1[0-3]|{_ROMAN})"
# In both languages of the site: a label is read back as it was printed.
_CLASS_WORD = r"(?:(?:clasa|cls|cl|class|grade)[ -]?)?"
_LETTER = r"(?:(?P<gap>[ -]?)(?P<letter>[a-z]))?"

_PATTERNS = tuple(
    re.compile(_CLASS_WORD + body)
    for body in (
        # "pregătitoare A", "preparatory A", "zero", "CP B", "C.P. B", "CPB"
        r"(?:(?:pregatitoare|preparatory(?: class)?|preg|prep|zero)(?:[ -](?P<letter>[a-z]))?)",
        r"c ?p(?:[ -]?(?P<letter>[a-z]))?",
        # "a VII-a B", "a 7-a": after the article, a first "a" is the ordinal and not a letter.
        rf"a[ -]{_NUMBER}(?:[ -]?a)?{_LETTER}",
        # "VII-a B" without the article: the "a" is an ordinal only where a letter still follows.
        # "VII A-B" names two classes and matches nothing here.
        rf"{_NUMBER}(?:-a(?=[ -][a-z]$)|[ ]?a(?= [a-z]$)){_LETTER}",
        # "VII B", "7b", "VII-B", "VII"
        rf"{_NUMBER}{_LETTER}",
    )
)


@dataclass(frozen=True, slots=True, order=True)
class ClassLabel:
    """A class within a school: `grade` 0–13, `letter` one of A–Z or empty."""

    grade: int
    letter: str

    def __str__(self) -> str:
        """As printed: "VII B", "pregătitoare A", "IX"; in the active language."""
        return f"{grade_label(self.grade)} {self.letter}".rstrip()


def normalise_class_label(text: str | None) -> ClassLabel | None:
    """The class that a typed label names, or None when it names none or more than one.

    "VII B", "7b", "a VII-a B", "Clasa 7 B", "cls. VII-B" and "„7 B”" are all (7, "B"). Case,
    diacritics, spaces, hyphens and quotes do not matter; "pregătitoare", "preparatory", "CP" and
    "zero" are grade 0.
    A range ("V-VIII", "IX-X") or several classes ("VII A-B") is not a class: None.
    """
    tidy = _tidy(text or "")
    match = next((found for pattern in _PATTERNS if (found := pattern.fullmatch(tidy))), None)
    if match is None:
        return None
    parts = match.groupdict()
    number, letter = parts.get("number"), parts["letter"] or ""
    if number is None:
        return ClassLabel(0, letter.upper())
    if not number.isdigit():
        if _is_doubtful(number, parts["gap"], letter):
            return None
        return ClassLabel(GRADE_BY_ROMAN[number.upper()], letter.upper())
    return ClassLabel(int(number), letter.upper())


def _tidy(text: str) -> str:
    """Folded text, no quotes or dots, every dash a bare hyphen, none at the end."""
    folded = fold(_QUOTES.sub(" ", text))
    return _DASH.sub("-", " ".join(_DOTS.sub(" ", folded).split())).rstrip("-")


def _is_doubtful(roman: str, gap: str | None, letter: str) -> bool:
    """Whether the letter could as well belong to a numeral: "VIIII" or the range "IX-X"."""
    second = GRADE_BY_ROMAN.get(letter.upper())
    if second is None:
        return False
    return gap == "" or (gap == "-" and second > GRADE_BY_ROMAN[roman.upper()])
