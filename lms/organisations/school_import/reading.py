"""A register's file as rows of text, whatever spreadsheet it left."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import openpyxl
from openpyxl.cell.cell import Cell

# Old spreadsheets in Romania still save as Windows-1250.
_ENCODINGS = ("utf-8-sig", "cp1250")
_SEPARATORS = (";", ",", "\t")


class UnreadableFile(Exception):  # noqa: N818 - named as people say it
    """The file is not a table that can be read; the message says why, in Romanian."""


@dataclass(frozen=True)
class Table:
    """`headers` as typed; `rows` as (line in the file, {header: text}), empty lines left out."""

    headers: list[str]
    rows: list[tuple[int, dict[str, str]]]


def read_table(path: Path) -> Table:
    """Read a CSV (; , or tab; UTF-8 with or without BOM, Windows-1250) or the first XLSX sheet.

    Raises:
        UnreadableFile: no such file, neither CSV nor XLSX, or no header line.
    """
    if not path.is_file():
        raise UnreadableFile(f"Fișierul {path} nu există.")
    lines = list(_xlsx(path) if path.suffix.lower() == ".xlsx" else _csv(path))
    headers = lines[0][1] if lines else []
    if not any(headers):
        raise UnreadableFile("Primul rând trebuie să aibă numele coloanelor.")
    rows = [
        (number, dict(zip(headers, cells, strict=False)))
        for number, cells in lines[1:]
        if any(cells)
    ]
    return Table(headers, rows)


def _csv(path: Path) -> Iterator[tuple[int, list[str]]]:
    text = _decoded(path.read_bytes())
    head = text.split("\n", 1)[0]
    separator = max(_SEPARATORS, key=head.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for cells in reader:
            if reader.line_num == 1 or cells:
                yield reader.line_num, [cell.strip() for cell in cells]
    except csv.Error as error:
        raise UnreadableFile(f"Rândul {reader.line_num} nu se poate citi: {error}.") from error


def _decoded(raw: bytes) -> str:
    if b"\0" in raw:
        raise UnreadableFile("Fișierul nu este text. Salvați-l ca CSV UTF-8 sau XLSX.")
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise UnreadableFile("Literele fișierului nu se pot citi. Salvați-l ca CSV UTF-8.")


def _xlsx(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        book = openpyxl.load_workbook(path, read_only=True, data_only=True)
    except (BadZipFile, KeyError, ValueError, OSError) as error:
        raise UnreadableFile("Fișierul nu este un XLSX întreg.") from error
    try:
        sheet = book.worksheets[0]
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            yield number, [_cell_text(cell) for cell in cells]
    finally:
        book.close()


def _cell_text(cell: Cell) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    text = str(value).strip()
    # A code kept as a number under the format 0000000000 shows zeros that the number has not.
    zeros = cell.number_format if isinstance(value, int) else ""
    return text.zfill(len(zeros)) if zeros and not zeros.strip("0") else text
