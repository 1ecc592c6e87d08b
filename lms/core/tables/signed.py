"""Rows that a preview showed, signed, so that what is saved is what was shown. No file and no
draft of it stays here."""

from collections.abc import Sequence
from typing import Any

from django.core import signing

# Somebody who goes home and presses the button in the morning is asked for the file again.
_SECONDS = 4 * 3600


def sign_rows(rows: Sequence[Any], *, salt: str, scope: Sequence[object]) -> str:
    """Rows of what JSON can hold, for whom and what `scope` names."""
    return signing.dumps([list(scope), list(rows)], salt=salt, compress=True)


def signed_rows(text: str, *, salt: str, scope: Sequence[object]) -> list[Any] | None:
    """The rows again; None when they were changed, are too old or were shown to somebody else."""
    try:
        found, rows = signing.loads(text, salt=salt, max_age=_SECONDS)
    except signing.BadSignature:
        return None
    return list(rows) if found == list(scope) else None
