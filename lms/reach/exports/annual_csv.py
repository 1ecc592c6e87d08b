"""All tables of the year in one CSV: one line a cell, named by its table, line and column."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from lms.core.numbers import NO_BREAK_SPACE, format_decimal
from lms.core.safe_cell import write_csv
from lms.reach.annual.values import AnnualRow, AnnualTable, Kind, Value


def annual_csv(tables: Iterable[AnnualTable]) -> Iterator[bytes]:
    """Every value of every table. The columns of a line's name are words, the rest stand one
    below the other, so that a filter or a pivot table finds any figure."""
    return write_csv(_lines(tables))


def table_csv(table: AnnualTable) -> Iterator[bytes]:
    """One table as it stands on its page, without the sum: a list is sorted and filtered anew."""
    header = [column.label for column in table.columns]
    return write_csv([header, *(row.cells for row in table.rows)])


def _lines(tables: Iterable[AnnualTable]) -> Iterator[list[object]]:
    yield [
        _("tabel"), _("titlu"), _("rând"), _("denumire"), _("coloană"), _("cifra"), _("valoare")
    ]  # fmt: skip
    for table in tables:
        for row in (*table.rows, *([table.total] if table.total else [])):
            yield from _cells(table, row)


def _cells(table: AnnualTable, row: AnnualRow) -> Iterator[list[object]]:
    names = name_columns(table)
    name = " · ".join(str(value) for value in row.cells[:names] if value)
    for column, value in list(zip(table.columns, row.cells, strict=True))[names:]:
        yield [
            table.key, table.title, row.key, name, column.key, column.label,
            _with_comma(value) if column.kind in (Kind.PERCENT, Kind.RATE) else value,
        ]  # fmt: skip


def name_columns(table: AnnualTable) -> int:
    """How many columns at the start of a line say what it is: the words before anything else; of a
    table of words only, the first."""
    kinds = [column.kind is Kind.TEXT for column in table.columns]
    return 1 if all(kinds) else kinds.index(False)


class _WithComma(float):
    """A Romanian spreadsheet takes 5.2 for the fifth of February. It is still a number: a text
    that starts with a minus would be kept from being one."""

    def __str__(self) -> str:
        return format_decimal(float(self)).replace(NO_BREAK_SPACE, "")


def _with_comma(value: Value) -> object:
    return _WithComma(value) if isinstance(value, int | float) else value
