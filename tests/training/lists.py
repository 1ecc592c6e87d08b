"""Lists of participants as trainers send them, written by hand."""

import io
from datetime import datetime
from zoneinfo import ZoneInfo

from openpyxl import Workbook

from lms.training.models import TrainingSitting
from lms.training.participant_files.reading import ListFile, read_list

BUCHAREST = ZoneInfo("Europe/Bucharest")
TITLES = ("nume", "e-mail", "grup", "instituție", "județ", "întâlnirea 1")
ANA = ("Ana Popescu", "ana@example.org", "profesori", "Școala nr. 5", "Cluj", "da")
COUNTIES = {
    "cluj": "CJ", "cj": "CJ", "bucuresti": "B", "b": "B", "brasov": "BV", "bv": "BV",
}  # fmt: skip


def sitting(number: int, day: int, hour: int = 9) -> TrainingSitting:
    """A sitting of November 2026, not saved."""
    starts, ends = (datetime(2026, 11, day, at, tzinfo=BUCHAREST) for at in (hour, hour + 2))
    return TrainingSitting(number=number, starts_at=starts, ends_at=ends)


ONE, TWO = [sitting(1, 23)], [sitting(1, 23), sitting(2, 24)]


def text(*rows: object, separator: str = ";", titles: tuple[str, ...] = TITLES) -> str:
    """A table as text; a row is a tuple of cells, or a line as it is."""
    lines = [row if isinstance(row, str) else separator.join(row) for row in (titles, *rows)]
    return "\r\n".join([*lines, ""])


def csv(*rows: object, encoding: str = "utf-8", **how: object) -> bytes:
    """The same as a file."""
    return text(*rows, **how).encode(encoding)


def book(*rows: object, titles: tuple[object, ...] = TITLES) -> Workbook:
    """A workbook with one sheet."""
    made = Workbook()
    for row in (titles, *rows):
        made.active.append(list(row))
    return made


def saved(made: Workbook) -> bytes:
    """The bytes of a workbook."""
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def xlsx(*rows: object, **how: object) -> bytes:
    """A workbook with these rows as a file."""
    return saved(book(*rows, **how))


def read(content: bytes, sittings: list[TrainingSitting] = ONE) -> ListFile:
    """What a file says, by itself."""
    return read_list(content, sittings, COUNTIES)
