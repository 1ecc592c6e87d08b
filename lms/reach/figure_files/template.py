"""The table to fill in, with what the organisation said already."""

import io
from collections.abc import Iterator, Sequence

from django.utils.translation import gettext as _

from lms.core.safe_cell import safe_cell, write_csv
from lms.reach.figure_files.columns import TITLES
from lms.reach.selectors.submissions import FigureLine, IndicatorLine

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
_WIDTHS = (26, 44, 22, 16, 10, 14, 26, 34, 34, 9)


def figures_file(lines: Sequence[IndicatorLine], kind: str) -> bytes:
    """The table as a file of one of KINDS: it says the same when it is read back."""
    rows: list[Sequence[object]] = [TITLES, *_rows(lines)]
    return b"".join(write_csv(rows)) if kind == "csv" else _xlsx(rows)


def _rows(lines: Sequence[IndicatorLine]) -> Iterator[list[object]]:
    """A row a figure; one to fill in where there is none yet."""
    for line in lines:
        if line.is_missing:
            yield [line.indicator.value, line.name, *[""] * (len(TITLES) - 2)]
        for one in line.figures:
            yield _said(line, one)


def _said(line: IndicatorLine, one: FigureLine) -> list[object]:
    figure, latest = one.figure, one.revision
    in_addition = _("da") if latest.in_addition else _("nu")
    return [
        line.indicator.value, line.name, figure.audience, figure.part, latest.value,
        latest.qualifier, latest.get_method_display(), latest.source, latest.evidence,
        in_addition if line.is_fed_by_records else "",
    ]  # fmt: skip


def _xlsx(rows: Sequence[Sequence[object]]) -> bytes:
    # 15 MB that only a worker needs that writes a workbook.
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    workbook = Workbook()
    sheet = workbook.active
    for row in rows:
        sheet.append([safe_cell(value) for value in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for cells in sheet.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    for letter, width in zip("ABCDEFGHIJ", _WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
    sheet.freeze_panes = "C2"
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()
