"""A table as a page writes it: every value in words, every figure with the list that it opens."""

from collections.abc import Sequence
from dataclasses import dataclass

from lms.reach.annual.values import AnnualRow, AnnualTable, Kind
from lms.reach.annual.written import written


@dataclass(frozen=True, slots=True)
class ShownCell:
    """One value; `label` is its column's, for phones, `url` the list behind it or empty."""

    text: str
    label: str
    is_number: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A line: its name, then the rest. A line of zeros is quieter."""

    name: ShownCell
    cells: tuple[ShownCell, ...]
    is_part: bool = False
    is_zero: bool = False


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table in words. `heads` are the columns' names, without values."""

    key: str
    title: str
    note: str
    heads: tuple[ShownCell, ...]
    rows: tuple[ShownRow, ...]
    total: ShownRow | None


def shown_table(
    table: AnnualTable,
    *,
    base: str,
    language: str,
    rows: Sequence[AnnualRow] | None = None,
) -> ShownTable:
    """The table, or only these of its rows. `base` is what the links of its lines stand below."""
    lines = table.rows if rows is None else rows
    return ShownTable(
        key=table.key,
        title=table.title,
        note=table.note,
        heads=tuple(
            ShownCell("", column.label, column.kind is not Kind.TEXT) for column in table.columns
        ),
        rows=tuple(_shown(table, row, base, language) for row in lines),
        total=_shown(table, table.total, base, language) if table.total else None,
    )


def _shown(table: AnnualTable, row: AnnualRow, base: str, language: str) -> ShownRow:
    cells: list[ShownCell] = []
    for column, value in zip(table.columns, row.cells, strict=True):
        # The name of a line opens the whole line.
        link = row.links.get(column.key) or ("" if cells else row.link)
        cells.append(
            ShownCell(
                text=written(value, column.kind, language),
                label=column.label,
                is_number=column.kind is not Kind.TEXT,
                url=f"{base}{link}" if link else "",
            )
        )
    figures = [value for value in row.cells if isinstance(value, int | float)]
    return ShownRow(cells[0], tuple(cells[1:]), row.is_part, bool(figures) and not any(figures))
