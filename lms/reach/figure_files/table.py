"""A file that somebody sent as rows of text: CSV or XLSX, told by what it holds."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from django.utils.translation import gettext as _

from lms.reach.figure_files.columns import NEEDED, OPTIONAL
from lms.reach.importing.problems import CellProblem, Problem, Unreadable
from lms.reach.importing.reading import Reader, Row, csv_rows

MOST_BYTES = 2_000_000
# A table of a year's figures has some thirty lines.
MOST_LINES = 500
# A small archive that unpacks to more is no such table.
_MOST_UNPACKED_BYTES = 8_000_000
_MOST_COLUMNS = 30
# What openpyxl and zipfile raise for files that are damaged or locked.
_BROKEN = (
    zipfile.BadZipFile, zlib.error, SyntaxError, RuntimeError, OSError, EOFError,
    ArithmeticError, AttributeError, IndexError, KeyError, TypeError, ValueError,
)  # fmt: skip
# PDF, the workbook of old Excel, pictures.
_SOMETHING_ELSE = (b"%PDF", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff")
_FORMULA = "="


class FigureReader(Reader):
    """The rows of a sent file, by the rules of every import."""

    def __init__(self, content: bytes) -> None:
        super().__init__(Path(), NEEDED, OPTIONAL)
        self._content = content

    def _rows(self) -> Iterator[Row]:
        if len(self._content) > MOST_BYTES:
            raise _refused(_("Fișierul este prea mare: cel mult 2 MB."))
        is_workbook = self._content.startswith(b"PK\x03\x04")
        for number, cells in _xlsx(self._content) if is_workbook else _csv(self._content):
            if number > MOST_LINES:
                raise _refused(
                    _("Sunt prea multe rânduri; păstrați-le numai pe cele cu cifre, cel mult %d.")
                    % MOST_LINES
                )
            yield number, cells


def plain_text(cell: str) -> str:
    """A text as it was before a table of ours put an apostrophe before it (`safe_cell`).

    Raises CellProblem for a formula: what it comes to depends on who opens it.
    """
    if cell.startswith(_FORMULA):
        raise CellProblem(_("este o formulă; scrieți valoarea ei"))
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip()[:1] in {*"=+-@"} else cell


def _csv(content: bytes) -> Iterator[Row]:
    # A text in UTF-16 is full of NUL: it is a table in the wrong encoding, and is told so.
    is_wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    if content.startswith(_SOMETHING_ELSE) or (b"\0" in content[:4096] and not is_wide):
        raise _refused(_("Trimiteți un tabel CSV sau XLSX; acest fișier este altceva."))
    yield from csv_rows(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline=""))


def _xlsx(content: bytes) -> list[Row]:
    # 15 MB that only a worker needs that reads a workbook.
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(part.file_size for part in archive.infolist()) > _MOST_UNPACKED_BYTES:
                raise _refused(_("Fișierul este prea mare după dezarhivare."))
        book = load_workbook(io.BytesIO(content), read_only=True)
        sheet = book.worksheets[0]
        rows = sheet.iter_rows(max_row=MOST_LINES + 1, max_col=_MOST_COLUMNS, values_only=True)
        table = [[_text(cell) for cell in row] for row in rows]
    except (*_BROKEN, InvalidFileException) as error:
        raise _refused(_("Fișierul nu poate fi citit ca tabel Excel (XLSX).")) from error
    width = _width(table[0]) if table else 0
    return [
        (number, (row + [""] * width)[: max(width, _width(row))])
        for number, row in enumerate(table, start=1)
    ]


def _width(row: list[str]) -> int:
    """How many cells there are up to the last one that says something."""
    return max((at for at, cell in enumerate(row, start=1) if cell.strip()), default=0)


def _text(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "1" if cell else "0"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, date):
        return cell.isoformat()
    # Anything else that is no text is a formula over several cells.
    return str(cell) if isinstance(cell, str | int | float) else _FORMULA


def _refused(reason: str) -> Unreadable:
    return Unreadable(Problem(0, "", reason))
