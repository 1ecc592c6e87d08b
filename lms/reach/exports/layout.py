"""How wide the columns of a table are, for every kind of file."""

from lms.reach.annual.values import AnnualTable, Kind
from lms.reach.annual.written import written

# From this many columns on a sheet of paper lies on its side.
WIDE = 7
_NARROWEST, _WIDEST = 6, 44


def is_wide(table: AnnualTable) -> bool:
    """Whether the table needs a sheet on its side."""
    return len(table.columns) >= WIDE


def column_widths(table: AnnualTable) -> list[int]:
    """The columns' widths in letters: of words as long as the longest text within reason, of
    figures as long as the longest figure or the longest word of the column's name."""
    lines = [*table.rows, *([table.total] if table.total else [])]
    widths = []
    for at, column in enumerate(table.columns):
        longest = max((len(written(row.cells[at], column.kind)) for row in lines), default=0)
        word = max(map(len, column.label.split()), default=0)
        if column.kind is Kind.TEXT:
            longest = max(longest, len(column.label))
        widths.append(min(_WIDEST, max(_NARROWEST, longest, word) + 2))
    return widths
