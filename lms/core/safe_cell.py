"""Every value that leaves in a table (CSV or XLSX) passes `safe_cell`.

A spreadsheet runs a text that starts like a formula. A school, a class label or a comment is typed
by strangers, and the table is opened by the secretariat.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal

Cell = str | int | float | Decimal | date | time | None

_FORMULA_STARTS = frozenset("=+-@")
# Cc control, Cf invisible (direction marks, zero width, BOM: they hide what stands first),
# Cs half of a surrogate pair, which UTF-8 cannot hold.
_UNWANTED = frozenset({"Cc", "Cf", "Cs"})
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def safe_cell(value: object) -> Cell:
    """The value as it may stand in a spreadsheet cell.

    Numbers, booleans, dates, times and None come back as they are. Anything else becomes text:
    control and invisible characters go (line breaks stay as "\\n", a tab becomes a space), and an
    apostrophe is put before a text that a spreadsheet would run (= + - @, full-width forms too,
    also behind leading white space).
    """
    if value is None or isinstance(value, int | float | Decimal | date | time):
        return value
    text = _without_control(str(value))
    first = unicodedata.normalize("NFKC", text.lstrip()[:1])[:1]
    return f"'{text}" if first in _FORMULA_STARTS else text


def write_csv(rows: Iterable[Iterable[object]], separator: str = ";") -> Iterator[bytes]:
    """The rows as CSV: a UTF-8 byte order mark, then one chunk of bytes per row, lines by CRLF.

    `separator` is ";" (what a Romanian spreadsheet expects) or ","; ValueError for another.
    Every text is quoted, so that a file opened with the wrong separator still cannot be split
    into a cell that starts with "=".
    """
    if separator not in {";", ","}:
        raise ValueError(f"separator must be ';' or ',': {separator!r}")
    return _csv_chunks(rows, separator)


def _csv_chunks(rows: Iterable[Iterable[object]], separator: str) -> Iterator[bytes]:
    yield _BYTE_ORDER_MARK
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=separator, quoting=csv.QUOTE_NONNUMERIC)
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
        yield buffer.getvalue().encode()
        buffer.seek(0)
        buffer.truncate()


def _without_control(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        sign for sign in lines if sign in "\t\n" or unicodedata.category(sign) not in _UNWANTED
    )
    # At the start they are only a way to hide what follows.
    return kept.lstrip("\t\n").replace("\t", " ")
