"""Words in files, one CSV a language, beside the code that reads them."""

import csv
from pathlib import Path

from django.conf import settings


def languages_in(folder: Path) -> frozenset[str]:
    """The languages that there are files in."""
    return frozenset(path.stem for path in folder.glob("*.csv"))


def rows_in(folder: Path, language: str) -> list[dict[str, str]]:
    """The rows in this language, or in Romanian where there are none in it."""
    shown = language if language in languages_in(folder) else settings.LANGUAGE_CODE
    with (folder / f"{shown}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
