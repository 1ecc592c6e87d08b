"""A file of class sessions as rows of text, whatever its name says it is."""

from django.utils.translation import gettext as _

from lms.classrooms.importing.columns import known_columns
from lms.core.tables.files import (
    check_is_text,
    check_size,
    csv_table,
    decoded,
    is_workbook,
    sheets_of,
)
from lms.core.tables.problems import Unreadable

MOST_ROWS = 2_000
MOST_COLUMNS = 60
LONGEST_CELL = 300
# The title row need not be the first: people put a heading above their tables.
_HEADER_WITHIN = 15
# The key of a row's number in the file, beside its columns.
ROW_NUMBER = "row_number"
_NEEDED = {"date", "lesson_code"}


class UnreadableFile(Exception):  # noqa: N818 - named as people say it
    """The file is not a table of class sessions; the message says why, for people."""


def read_rows(content: bytes) -> list[dict[str, str]]:
    """The rows as {column: text}, only the columns that we know; empty rows are left out. Each
    carries the number that a spreadsheet shows beside it, so that an error leads to its row.

    The kind of file is told by its content. Raises UnreadableFile.
    """
    if not content.strip():
        raise UnreadableFile(_("Fișierul este gol."))
    try:
        check_size(content)
        table = _xlsx(content) if is_workbook(content) else _csv(content)
    except Unreadable as unreadable:
        raise UnreadableFile(unreadable.problems[0].reason) from unreadable
    return _with_names([[_text(cell) for cell in row] for row in table])


def _xlsx(content: bytes) -> list[list[str]]:
    sheet = sheets_of(content, most_rows=MOST_ROWS + 50, most_columns=MOST_COLUMNS, computed=True)[
        0
    ]
    return sheet.rows


def _csv(content: bytes) -> list[list[str]]:
    check_is_text(content)
    text = decoded(content).replace("\0", "")
    first = next((line for line in text.splitlines() if line.strip()), "")
    return csv_table(text, max(";,\t", key=first.count), MOST_COLUMNS)


def _text(cell: str) -> str:
    return " ".join(cell.split())[:LONGEST_CELL]


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
