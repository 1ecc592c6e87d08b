"""The rows that a preview showed, signed for the person and the event."""

from collections.abc import Sequence
from dataclasses import asdict

from lms.core.tables import signed
from lms.people.models import User
from lms.training.models import TrainingEvent
from lms.training.participant_files.reading import SaidRow

_SALT = "lms.training.participant_files"


def sign_list(rows: Sequence[SaidRow], digest: str, *, event: TrainingEvent, by: User) -> str:
    """The rows, and the digest of what they were shown to change."""
    plain = [digest, *(asdict(row) for row in rows)]
    return signed.sign_rows(plain, salt=_SALT, scope=_scope(event, by))


def signed_list(text: str, *, event: TrainingEvent, by: User) -> tuple[list[SaidRow], str] | None:
    """The rows and the digest again; None when they were changed, are too old or were shown to
    somebody else, or of another event."""
    plain = signed.signed_rows(text, salt=_SALT, scope=_scope(event, by))
    if not plain:
        return None
    digest, *rows = plain
    # JSON knows no tuples.
    return [SaidRow(**row | {"marks": tuple(map(tuple, row["marks"]))}) for row in rows], digest


def _scope(event: TrainingEvent, by: User) -> list[int]:
    return [event.pk, by.pk]
