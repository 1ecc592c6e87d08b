"""A file of class sessions as rows of text, whatever its name says it is."""

import csv
import io
import zipfile
import zlib
from datetime import date, datetime

from django.utils.translation import gettext as _

from lms.classrooms.importing.columns import known_columns

MOST_BYTES = 2_000_000
# A table of two thousand rows is far below; a small archive that unpacks to more is no table.
MOST_UNPACKED_BYTES = 8_000_000
MOST_ROWS = 2_000
MOST_COLUMNS = 60
LONGEST_CELL = 300
# The title row need not be the first: people put a heading above their tables.
_HEADER_WITHIN = 15
# The key of a row's number in the file, beside its columns.
ROW_NUMBER = "row_number"
_NEEDED = {"date", "lesson_code"}
# What openpyxl and zipfile raise for files that are damaged or locked.
BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, RuntimeError, OSError, EOFError,
    ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip
_ENCODINGS = ("utf-8-sig", "cp1250")


class UnreadableFile(Exception):  # noqa: N818 - named as people say it
    """The file is not a table of class sessions; the message says why, for people."""


def read_rows(content: bytes) -> list[dict[str, str]]:
    """The rows as {column: text}, only the columns that we know; empty rows are left out. Each
    carries the number that a spreadsheet shows beside it, so that an error leads to its row.

    The kind of file is told by its content. Raises UnreadableFile.
    """
    if len(content) > MOST_BYTES:
        raise UnreadableFile(_("Fișierul este prea mare: cel mult 2 MB."))
    if not content.strip():
        raise UnreadableFile(_("Fișierul este gol."))
    table = _xlsx(content) if content.startswith(b"PK\x03\x04") else _csv(content)
    return _with_names(table)


def _xlsx(content: bytes) -> list[list[str]]:
    # 15 MB that only a worker needs that reads a workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > MOST_UNPACKED_BYTES:
                raise UnreadableFile(_("Fișierul este prea mare după dezarhivare."))
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_ROWS + 50, max_col=MOST_COLUMNS, values_only=True)
        return [[_text(cell) for cell in row] for row in rows]
    except (*BROKEN, InvalidFileException) as error:
        raise UnreadableFile(_("Fișierul nu poate fi citit ca tabel Excel (XLSX).")) from error


def _csv(content: bytes) -> list[list[str]]:
    if b"\x00" in content[:4096] or content.startswith((b"%PDF", b"\xd0\xcf\x11\xe0")):
        raise UnreadableFile(_("Trimiteți un tabel CSV sau XLSX; acest fișier este altceva."))
    text = _decoded(content).replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    separator = max(";,\t", key=first.count)
    try:
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
        return [[_text(cell) for cell in row[:MOST_COLUMNS]] for row in reader]
    except csv.Error as error:
        raise UnreadableFile(_("Tabelul CSV este deteriorat și nu poate fi citit.")) from error


def _decoded(content: bytes) -> str:
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile(_("Salvați fișierul ca „CSV UTF-8” și trimiteți-l din nou."))


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())[:LONGEST_CELL]


def _with_names(table: list[list[str]]) -> list[dict[str, str]]:
    titles = (known_columns(row) for row in table[:_HEADER_WITHIN])
    found = ((at, names) for at, names in enumerate(titles) if set(names.values()) >= _NEEDED)
    at, names = next(found, (0, {}))
    if not names:
        raise UnreadableFile(
            _("Nu am găsit coloanele. Rândul de titlu trebuie să aibă cel puțin data și lecția.")
        )
    rows = [
        (number, {name: row[index] for index, name in names.items() if index < len(row)})
        for number, row in enumerate(table[at + 1 :], start=at + 2)
    ]
    filled = [{**row, ROW_NUMBER: str(number)} for number, row in rows if any(row.values())]
    if not filled:
        raise UnreadableFile(_("Sub rândul de titlu nu este niciun rând."))
    if len(filled) > MOST_ROWS:
        raise UnreadableFile(_("Sunt prea multe rânduri: cel mult 2 000 într-un fișier."))
    return filled
