"""The rows that a preview showed, signed for this person, organisation and year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lms.core.tables import signed
from lms.people.models import User
from lms.reach.figure_files.rows import FigureKey, FigureRow

_SALT = "lms.reach.figure_files"


@dataclass(frozen=True, slots=True)
class SignedRow:
    """What a shown row says of which figure, and which revision it was compared with."""

    line: int
    key: FigureKey
    said: dict[str, Any]
    seen: int


def sign_rows(rows: Sequence[FigureRow], *, year: int, by: User) -> str:
    """The rows that say something."""
    plain = [(row.line, row.key, row.said, row.seen) for row in rows if row.said]
    return signed.sign_rows(plain, salt=_SALT, scope=_scope(year, by))


def signed_rows(text: str, *, year: int, by: User) -> list[SignedRow] | None:
    """The rows again; None when they were changed, are too old or were shown to somebody else."""
    plain = signed.signed_rows(text, salt=_SALT, scope=_scope(year, by))
    if plain is None:
        return None
    return [SignedRow(line, FigureKey(*key), said, seen) for line, key, said, seen in plain]


def _scope(year: int, by: User) -> list[int | None]:
    return [year, by.pk, by.organisation_id]
