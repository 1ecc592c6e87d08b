"""A table of ours as a file to take away."""

import io
from collections.abc import Iterable, Sequence
from datetime import date

from lms.core.safe_cell import safe_cell, write_csv

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table_file(
    rows: Iterable[Sequence[object]], kind: str, *, widths: Sequence[int], freeze: str
) -> bytes:
    """The rows, titles first, as a file of one of KINDS. `widths` are those of a workbook's
    columns, `freeze` is its first cell that moves."""
    if kind == "csv":
        return b"".join(write_csv(rows))
    # 15 MB that only a worker needs that writes a workbook.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append([safe_cell(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if isinstance(cell.value, date):
                cell.number_format = "dd.mm.yyyy"
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    sheet.freeze_panes = freeze
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()
