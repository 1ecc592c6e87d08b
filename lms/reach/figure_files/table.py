"""A file that somebody sent as rows of text: CSV or XLSX, told by what it holds."""

import io
from collections.abc import Iterator
from pathlib import Path

from django.utils.translation import gettext as _

from lms.core.tables.files import check_is_text, check_size, is_workbook, refused, sheets_of
from lms.reach.figure_files.columns import NEEDED, OPTIONAL
from lms.reach.importing.reading import Reader, Row, csv_rows

# A table of a year's figures has some thirty lines.
MOST_LINES = 500
_MOST_COLUMNS = 30


class FigureReader(Reader):
    """The rows of a sent file, by the rules of every import."""

    def __init__(self, content: bytes) -> None:
        super().__init__(Path(), NEEDED, OPTIONAL)
        self._content = content

    def _rows(self) -> Iterator[Row]:
        check_size(self._content)
        read = _xlsx if is_workbook(self._content) else _csv
        for number, cells in read(self._content):
            if number > MOST_LINES:
                raise refused(
                    _("Sunt prea multe rânduri; păstrați-le numai pe cele cu cifre, cel mult %d.")
                    % MOST_LINES
                )
            yield number, cells


def _csv(content: bytes) -> Iterator[Row]:
    # A text in UTF-16 is a table in the wrong encoding, and is told so.
    check_is_text(content)
    yield from csv_rows(io.TextIOWrapper(io.BytesIO(content), encoding="utf-8-sig", newline=""))


def _xlsx(content: bytes) -> Iterator[Row]:
    table = sheets_of(content, most_rows=MOST_LINES, most_columns=_MOST_COLUMNS)[0].rows
    width = _width(table[0]) if table else 0
    for number, row in enumerate(table, start=1):
        yield number, (row + [""] * width)[: max(width, _width(row))]


def _width(row: list[str]) -> int:
    """How many cells there are up to the last one that says something."""
    return max((at for at, cell in enumerate(row, start=1) if cell.strip()), default=0)
