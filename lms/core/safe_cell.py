"""Every value that leaves in a table (CSV or XLSX) passes `safe_cell`.

A spreadsheet runs a text that starts like a formula. A school, a class label or a comment is typed
by strangers, and the table is opened by the secretariat.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, time
from decimal import Decimal
from itertools import islice

SEPARATOR = ";"
Cell = str | int | float | Decimal | date | time | None

FORMULA_STARTS = frozenset("=+-@")
# Cc control, Cf invisible (direction marks, zero width, BOM: they hide what stands first),
# Cs half of a surrogate pair, which UTF-8 cannot hold.
_UNWANTED = frozenset({"Cc", "Cf", "Cs"})
# No text has them, and the XML of a workbook cannot hold them.
_NO_SIGNS = "\ufffe\uffff"
_LINES_A_CHUNK = 256
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
    text = str(value)
    # Nothing unwanted is printable, and nearly every text is: ten times as fast.
    if not text.isprintable():
        text = _without_control(text)
    first = text.lstrip()[:1]
    if not first.isascii():
        first = unicodedata.normalize("NFKC", first)[:1]
    return f"'{text}" if first in FORMULA_STARTS else text


def csv_cell(value: object) -> str:
    """A safe cell as it stands in a CSV file of ours: numbers bare, everything else quoted."""
    cell = safe_cell(value)
    if isinstance(cell, int | float | Decimal):
        return str(cell)
    return '""' if cell is None else '"' + str(cell).replace('"', '""') + '"'


def write_csv(rows: Iterable[Iterable[object]], separator: str = SEPARATOR) -> Iterator[bytes]:
    """The rows as CSV: a UTF-8 byte order mark, the first row, then chunks of bytes; lines end by
    CRLF.

    `separator` is ";" (what a Romanian spreadsheet expects) or ","; ValueError for another.
    Every text is quoted, so that a file opened with the wrong separator still cannot be split
    into a cell that starts with "=".
    """
    if separator not in {";", ","}:
        raise ValueError(f"separator must be ';' or ',': {separator!r}")
    return csv_chunks(separator.join(map(csv_cell, row)) for row in rows)


def csv_chunks(lines: Iterable[str]) -> Iterator[bytes]:
    """Lines of csv_cells as the bytes of a file: the first one at once, for whoever waits for it,
    the others by some 64 kB."""
    yield _BYTE_ORDER_MARK
    rest = iter(lines)
    for first in rest:
        yield f"{first}\r\n".encode()
        break
    while some := list(islice(rest, _LINES_A_CHUNK)):
        some.append("")
        yield "\r\n".join(some).encode()


def _without_control(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(
        sign
        for sign in lines
        if sign in "\t\n" or (unicodedata.category(sign) not in _UNWANTED and sign not in _NO_SIGNS)
    )
    # At the start they are only a way to hide what follows.
    return kept.lstrip("\t\n").replace("\t", " ")
