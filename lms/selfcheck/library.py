"""The instruments of this app's folder, read once a process."""

import io
from functools import cache
from pathlib import Path

from django.conf import settings

from lms.core.tables.files import utf8_text
from lms.core.tables.problems import Unreadable
from lms.selfcheck.instrument import Instrument, Row, build, read_rows

FOLDER = Path(__file__).parent / "instruments"


@cache
def offered() -> tuple[str, ...]:
    """The keys of all instruments, which are their addresses as well, in the order of the list."""
    return tuple(sorted((path.name for path in FOLDER.iterdir() if path.is_dir()), reverse=True))


def rows_of(key: str, language: str) -> list[Row]:
    """The rows of one file. Raises FileNotFoundError, ValueError."""
    content = (FOLDER / key / f"{language}.csv").read_bytes()
    try:
        return read_rows(io.StringIO(utf8_text(content), newline=""))
    except Unreadable as unreadable:
        raise ValueError(unreadable.problems[0].reason) from unreadable


@cache
def instrument(key: str, language: str) -> Instrument:
    """An instrument in this language, or in Romanian where it is not there in it."""
    there = (FOLDER / key / f"{language}.csv").exists()
    shown = language if there else settings.LANGUAGE_CODE
    return build(key, shown, rows_of(key, shown))


def all_instruments(language: str) -> list[Instrument]:
    """All of them, in the order in which they are offered."""
    return [instrument(key, language) for key in offered()]


@cache
def languages_of(key: str) -> tuple[str, ...]:
    """The languages of the site in which this instrument can be answered."""
    codes = (code for code, _name in settings.LANGUAGES)
    return tuple(code for code in codes if (FOLDER / key / f"{code}.csv").exists())
