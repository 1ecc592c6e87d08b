"""The report as a workbook: typed numbers, one sheet a table, the method at the end."""

import tempfile
from typing import IO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from lms.core.safe_cell import safe_cell
from lms.reach.counting import Report
from lms.reach.exports.sheets import Sheet, sheets
from lms.reach.selectors.names import PartNames

_HEADER_FONT = Font(name="Calibri", bold=True, color="FFFFFF")
_HEADER_FILL = PatternFill("solid", fgColor="0B6B63")
# The comma stands for whatever sets groups apart where the file is opened.
_WHOLE = "#,##0"
_WIDEST = 60


def report_xlsx(report: Report, names: PartNames) -> IO[bytes]:
    """The workbook in a temporary file, at its beginning; closing it removes it."""
    workbook = Workbook(write_only=True)
    workbook.properties.title = f"ProTECT {report.period.label}"
    workbook.properties.creator = "ProTECT"
    for sheet in sheets(report, names):
        _write(workbook, sheet)
    file = tempfile.TemporaryFile()  # noqa: SIM115 - it outlives this function
    workbook.save(file)
    file.seek(0)
    return file


def _write(workbook: Workbook, sheet: Sheet) -> None:
    page = workbook.create_sheet(sheet.name[:31])
    page.freeze_panes = "A2"
    _set_paper(page)
    for at, width in enumerate(_widths(sheet), start=1):
        page.column_dimensions[get_column_letter(at)].width = width
    page.append([_header_cell(page, value) for value in sheet.header])
    for row in sheet.rows:
        page.append([_cell(page, value) for value in row])


def _set_paper(page: WriteOnlyWorksheet) -> None:
    """Printed on its side, every column on the page, the titles on each."""
    page.print_title_rows = "1:1"
    page.page_setup.orientation = "landscape"
    page.page_setup.paperSize = Worksheet.PAPERSIZE_A4
    page.page_setup.fitToHeight = 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def _header_cell(page: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=safe_cell(value))
    cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
    return cell


def _cell(page: WriteOnlyWorksheet, value: object) -> WriteOnlyCell:
    cell = WriteOnlyCell(page, value=safe_cell(value))
    if isinstance(value, int):
        cell.number_format = _WHOLE
    elif isinstance(value, str) and len(value) > _WIDEST:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    return cell


def _widths(sheet: Sheet) -> list[int]:
    """As wide as the longest text of each column, within reason."""
    lines = [sheet.header, *sheet.rows]
    columns = range(max(len(line) for line in lines))
    return [
        min(_WIDEST, 3 + max(len(str(line[at])) for line in lines if at < len(line)))
        for at in columns
    ]
