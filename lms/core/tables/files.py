"""What a sent file holds, whatever its name says: a workbook, a text, or no table at all."""

import csv
import io
import zipfile
import zlib
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, time
from itertools import islice

from django.utils.translation import gettext as _

from lms.core.tables.problems import Problem, Unreadable

MOST_BYTES = 2_000_000
# A small archive that unpacks to more is no table that somebody typed.
_MOST_UNPACKED_BYTES = 8_000_000
# A workbook writes a text once, however many cells show it: counted as often as it is shown.
_MOST_LETTERS = 8_000_000
# Of a text as large as may be sent, ten bytes a line: every list that is one has more of them.
_MOST_LINES = 200_000
# What openpyxl and zipfile raise for files that are damaged or locked.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, RuntimeError, OSError, EOFError,
    ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip
# PDF, the workbook of old Excel, pictures.
_SOMETHING_ELSE = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_FORMULA = "="

Table = list[list[str]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a workbook, its cells as text."""

    name: str
    rows: Table


def check_size(content: bytes) -> None:
    """Raises Unreadable for a file that is too big."""
    if len(content) > MOST_BYTES:
        raise refused(_("Fișierul este prea mare: cel mult 2 MB."))


def is_workbook(content: bytes) -> bool:
    """Whether it is an archive, as XLSX and XLSM are."""
    return content.startswith(b"PK\x03\x04")


def is_wide(content: bytes) -> bool:
    """Whether it is marked as UTF-16, which Excel calls Unicode text."""
    return content.startswith(_WIDE)


def check_is_text(content: bytes) -> None:
    """Raises Unreadable for a PDF, a picture, an old workbook, or anything else that is no text."""
    if content.startswith(_SOMETHING_ELSE) or (b"\0" in content[:4096] and not is_wide(content)):
        raise refused(_("Trimiteți un tabel CSV sau XLSX; acest fișier este altceva."))


def decoded(content: bytes) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, else as an old Romanian Windows wrote.

    ISO 8859-16 has the letters of Romanian at the same places. Raises Unreadable.
    """
    return _text_in(("utf-16",) if is_wide(content) else ("utf-8-sig", "cp1250"), content)


def utf8_text(content: bytes) -> str:
    """The text of a file whose letters must not be guessed. Raises Unreadable for any other than
    UTF-8, and says what to do."""
    return _text_in(() if b"\0" in content else ("utf-8-sig",), content)


def _text_in(encodings: Iterable[str], content: bytes) -> str:
    for encoding in encodings:
        with suppress(UnicodeDecodeError):
            return content.decode(encoding)
    raise refused(_("Salvați fișierul ca „CSV UTF-8” și trimiteți-l din nou."))


def csv_table(text: str, separator: str, most_columns: int) -> Table:
    """The rows of a text. Raises Unreadable for one whose quotes do not close, whose cells are
    endless, or that is hardly more than line breaks."""
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        rows = [row[:most_columns] for row in islice(reader, _MOST_LINES + 1)]
    except csv.Error as error:
        raise refused(_("Tabelul CSV este deteriorat și nu poate fi citit.")) from error
    if len(rows) > _MOST_LINES:
        raise refused(_("Tabelul CSV este deteriorat și nu poate fi citit."))
    return rows


def sheets_of(
    content: bytes,
    *,
    most_rows: int,
    most_columns: int,
    most_sheets: int = 1,
    computed: bool = False,
) -> list[Sheet]:
    """The first sheets of a workbook that its author sees, hidden ones left out; of each one row
    more than `most_rows`, so that whoever reads it notices. A formula is its text, or what it came
    to when it was saved (`computed`). Macros are never run. Raises Unreadable.
    """
    # 15 MB that only a worker needs that reads a workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED_BYTES:
                raise refused(_("Fișierul este prea mare după dezarhivare."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=computed)
        found, letters = [], 0
        shown = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"]
        for sheet in shown[:most_sheets]:
            # Some programs write that a full sheet is one cell large.
            sheet.reset_dimensions()
            table: Table = []
            for cells in sheet.iter_rows(
                max_row=most_rows + 1, max_col=most_columns, values_only=True
            ):
                table.append(_row(cells))
                letters += sum(map(len, table[-1]))
                if letters > _MOST_LETTERS:
                    raise refused(_("Fișierul este prea mare după dezarhivare."))
            found.append(Sheet(sheet.title, table))
    except (*_BROKEN, InvalidFileException) as error:
        raise refused(_("Fișierul nu poate fi citit ca tabel Excel (XLSX).")) from error
    if not found:
        raise refused(_("Fișierul nu are nicio foaie care se vede."))
    return found


def refused(reason: str) -> Unreadable:
    """The whole file is wrong, for this reason."""
    return Unreadable(Problem(0, "", reason))


def _row(cells: tuple[object, ...]) -> list[str]:
    """The cells as text, up to the last one that says something."""
    row = [_text(cell) for cell in cells]
    while row and not row[-1]:
        row.pop()
    return row


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.isoformat() if cell.time() != time.min else cell.date().isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    # Anything else that is no text is a formula over several cells.
    return str(cell) if isinstance(cell, str | int | float) else _FORMULA
