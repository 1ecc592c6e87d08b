"""The tables of the year as a workbook: typed values, one sheet a table, native charts."""

import io
from collections.abc import Sequence
from math import ceil

from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.chart import BarChart, Reference
from openpyxl.chart.label import DataLabelList
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from lms.core.safe_cell import safe_cell
from lms.reach.annual.values import AnnualRow, AnnualTable, Column, Kind, Value
from lms.reach.exports.headings import Heading
from lms.reach.exports.layout import column_widths

_FACE = "Calibri"
_HEADER_FONT, _BOLD = Font(name=_FACE, bold=True, color="FFFFFF"), Font(name=_FACE, bold=True)
_LINK = Font(name=_FACE, color="0B6B63", underline="single")
# Points: what a line of text takes.
_LINE = 15
_HEADER_FILL = PatternFill("solid", fgColor="0B6B63")
_TOTAL_FILL = PatternFill("solid", fgColor="E3F1EF")
_TEAL, _GREY = "0B6B63", "9FB0AE"
# The comma stands for whatever sets groups apart where the file is opened.
_FORMATS = {Kind.COUNT: "#,##0", Kind.PERCENT: "0.0", Kind.RATE: "0.0", Kind.DAY: "DD.MM.YYYY"}
# Tables with a chart: the columns that it shows.
_CHARTS = {"T7": ("pupils",), "T8": ("before", "now")}


def annual_xlsx(heading: Heading, tables: Sequence[AnnualTable]) -> bytes:
    """The workbook. Its first sheet lists the others with their notes."""
    workbook = Workbook()
    workbook.properties.title = f"ProTECT {heading.year}"
    workbook.properties.creator = "ProTECT"
    _contents(workbook.active, tables)
    for table in tables:
        _write(workbook.create_sheet(table.key), table)
    file = io.BytesIO()
    workbook.save(file)
    return file.getvalue()


def _contents(sheet: Worksheet, tables: Sequence[AnnualTable]) -> None:
    sheet.title = _("Cuprins")
    sheet.append([_("Tabel"), _("Titlu"), _("Ce arată")])
    for table in tables:
        sheet.append([table.key, safe_cell(table.title), safe_cell(table.note)])
        line = sheet.max_row
        sheet.cell(line, 1).hyperlink = f"#'{table.key}'!A1"
        sheet.cell(line, 1).font = _LINK
        sheet.cell(line, 3).alignment = Alignment(wrap_text=True, vertical="top")
    widths = [9, 52, 70]
    for column, width in zip("ABC", widths, strict=True):
        sheet.column_dimensions[column].width = width
    _style_header(sheet)
    _set_heights(sheet, widths)
    _set_paper(sheet)


def _write(sheet: Worksheet, table: AnnualTable) -> None:
    sheet.append([safe_cell(column.label) for column in table.columns])
    for row in table.rows:
        _append(sheet, table, row)
    if table.total:
        _append(sheet, table, table.total)
        for cell in sheet[sheet.max_row]:
            cell.font, cell.fill = _BOLD, _TOTAL_FILL
    widths = column_widths(table)
    for at, width in enumerate(widths, start=1):
        sheet.column_dimensions[get_column_letter(at)].width = width
    _style_header(sheet, table.columns)
    _set_heights(sheet, widths)
    _set_paper(sheet)
    if table.key in _CHARTS and table.rows:
        _add_chart(sheet, table)


def _append(sheet: Worksheet, table: AnnualTable, row: AnnualRow) -> None:
    sheet.append([safe_cell(value) for value in row.cells])
    for column, value, cell in zip(table.columns, row.cells, sheet[sheet.max_row], strict=True):
        _style(cell, column, value)
    if row.is_part:
        sheet.cell(sheet.max_row, 1).alignment = Alignment(indent=2, wrap_text=True, vertical="top")


def _style(cell: Cell, column: Column, value: Value) -> None:
    if column.kind is Kind.TEXT:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        return
    cell.alignment = Alignment(vertical="top")
    if value is not None:
        cell.number_format = _FORMATS[column.kind]


def _style_header(sheet: Worksheet, columns: Sequence[Column] = ()) -> None:
    for cell in sheet[1]:
        cell.font, cell.fill = _HEADER_FONT, _HEADER_FILL
        cell.alignment = Alignment(wrap_text=True, vertical="center")
    # A title stands over its figures, which stand on the right.
    for column, cell in zip(columns, sheet[1], strict=False):
        if column.kind is not Kind.TEXT:
            cell.alignment = Alignment(wrap_text=True, vertical="center", horizontal="right")
    sheet.freeze_panes = "B2"


def _set_heights(sheet: Worksheet, widths: list[int]) -> None:
    """Room for every wrapped text: not every program finds it by itself."""
    for row in sheet.iter_rows():
        lines = (
            ceil(len(cell.value) / (width - 2))
            for cell, width in zip(row, widths, strict=True)
            if isinstance(cell.value, str)
        )
        sheet.row_dimensions[row[0].row].height = _LINE * max(lines, default=1)


def _set_paper(sheet: Worksheet) -> None:
    """Printed on its side, every column on the page, the titles on each."""
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = sheet.PAPERSIZE_A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _add_chart(sheet: Worksheet, table: AnnualTable) -> None:
    """Bars beside the table, one for each line: the total is no bar."""
    last = len(table.rows) + 1
    chart = BarChart()
    chart.type = "col" if table.key == "T7" else "bar"
    chart.title, chart.width, chart.height = table.title, 26, 12 if table.key == "T7" else 16
    for key in _CHARTS[table.key]:
        at = table.at(key) + 1
        chart.add_data(Reference(sheet, min_col=at, min_row=1, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=2, max_row=last))
    for series, colour in zip(reversed(chart.series), (_TEAL, _GREY), strict=False):
        series.graphicalProperties.solidFill = colour
    # Without this, newer spreadsheets take both axes for hidden.
    chart.x_axis.delete = chart.y_axis.delete = False
    if chart.type == "bar":
        chart.x_axis.scaling.orientation = "maxMin"
    # A nine stands beside a seventy thousand: the bar cannot be seen, its number can.
    chart.dataLabels = DataLabelList(
        showVal=True, showCatName=False, showSerName=False, showLegendKey=False, showPercent=False
    )
    chart.y_axis.majorGridlines = None
    if len(chart.series) == 1:
        chart.legend = None
    sheet.add_chart(chart, f"{get_column_letter(len(table.columns) + 2)}2")
