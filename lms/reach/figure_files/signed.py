"""The rows that a preview showed, signed, so that what is saved is what was shown. No file and no
draft of it stays here."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core import signing

from lms.people.models import User
from lms.reach.figure_files.rows import FigureKey, FigureRow

_SALT = "lms.reach.figure_files"
# Somebody who goes home and presses the button in the morning is asked for the file again.
_SECONDS = 4 * 3600


@dataclass(frozen=True, slots=True)
class SignedRow:
    """What a shown row says of which figure, and which revision it was compared with."""

    line: int
    key: FigureKey
    said: dict[str, Any]
    seen: int


def sign_rows(rows: Sequence[FigureRow], *, year: int, by: User) -> str:
    """The rows that say something, for this person, organisation and year."""
    plain = [(row.line, row.key, row.said, row.seen) for row in rows if row.said]
    return signing.dumps([_scope(year, by), plain], salt=_SALT, compress=True)


def signed_rows(text: str, *, year: int, by: User) -> list[SignedRow] | None:
    """The rows again; None when they were changed, are too old or were shown to somebody else."""
    try:
        scope, plain = signing.loads(text, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return None
    if scope != _scope(year, by):
        return None
    return [SignedRow(line, FigureKey(*key), said, seen) for line, key, said, seen in plain]


def _scope(year: int, by: User) -> list[int | None]:
    return [year, by.pk, by.organisation_id]
