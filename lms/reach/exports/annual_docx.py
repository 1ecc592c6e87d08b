"""The tables of the year as a Word document: headings, captions, header rows on every page."""

import io
from collections.abc import Sequence
from typing import Any

import docx
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Row

from lms.core.safe_cell import safe_cell
from lms.reach.annual.values import AnnualRow, AnnualTable, Kind
from lms.reach.annual.written import written
from lms.reach.drawing import LOOKS, Chart, charts_of, draw_png, draw_svg
from lms.reach.exports import word_look
from lms.reach.exports.headings import Heading
from lms.reach.exports.layout import column_widths, is_wide

_PORTRAIT, _LANDSCAPE, _MARGIN = (Mm(210), Mm(297)), (Mm(297), Mm(210)), Mm(16)
_CHART_WIDTH = Mm(150)


def annual_docx(heading: Heading, tables: Sequence[AnnualTable]) -> bytes:
    """The document, in the words of the present language."""
    language = get_language() or "ro"
    document = docx.Document()
    word_look.set_styles(document, "ro-RO" if language == "ro" else "en-GB")
    title = heading.title
    document.core_properties.title, document.core_properties.author = title, "ProTECT"
    document.core_properties.language = language
    _turn(document.sections[0], wide=False)
    word_look.add_page_number(document.sections[0].footer.paragraphs[0], title)
    document.add_paragraph(title, "Title")
    document.add_paragraph(heading.standing, "Subtitle")
    charts = {chart.table: chart for chart in charts_of(tables)}
    wide = False
    for table in tables:
        if is_wide(table) is not wide:
            wide = is_wide(table)
            _turn(document.add_section(WD_SECTION.NEW_PAGE), wide=wide)
        _add_table(document, table, charts.get(table.key), language)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _turn(section: Any, *, wide: bool) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = _LANDSCAPE if wide else _PORTRAIT
    section.left_margin = section.right_margin = section.top_margin = _MARGIN
    section.bottom_margin = Mm(18)


def _add_table(document: Document, table: AnnualTable, chart: Chart | None, language: str) -> None:
    document.add_heading(f"{table.key}. {table.title}", 1)
    if chart:
        _add_chart(document, chart)
    if not table.rows:
        document.add_paragraph(table.note)
        document.add_paragraph(_("Niciun rând în acest an."))
        return
    caption = document.add_paragraph(f"{table.key}. {table.note}", "Caption")
    caption.paragraph_format.keep_with_next = True
    grid = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    grid.autofit = False
    word_look.describe(grid, table.title, table.note)
    _fill(grid.rows[0], [column.label for column in table.columns], table, bold=True)
    word_look.make_header(grid.rows[0])
    for row in table.rows:
        line = grid.add_row()
        _fill(line, _words(table, row, language), table)
        indent = Mm(5) if row.is_part else Mm(0)
        line.cells[0].paragraphs[0].paragraph_format.left_indent = indent
    if table.total:
        last = grid.add_row()
        _fill(last, _words(table, table.total, language), table, bold=True)
        word_look.shade(last, "E3F1EF")
    _set_widths(grid, table, (_LANDSCAPE if is_wide(table) else _PORTRAIT)[0] - 2 * _MARGIN)


def _add_chart(document: Document, chart: Chart) -> None:
    """The drawing of the page as a picture, because Word on an office computer may know no SVG."""
    look = LOOKS["zi"]
    png = draw_png(draw_svg(chart.spec(look), look))
    document.add_paragraph(chart.title).paragraph_format.keep_with_next = True
    picture = document.add_picture(io.BytesIO(png), width=_CHART_WIDTH)
    properties = picture._inline.docPr
    properties.set("descr", chart.alt)
    properties.set("title", chart.title)


def _words(table: AnnualTable, row: AnnualRow, language: str) -> list[str]:
    return [
        str(safe_cell(written(value, column.kind, language)))
        if column.kind is Kind.TEXT
        else written(value, column.kind, language)
        for column, value in zip(table.columns, row.cells, strict=True)
    ]


def _fill(row: _Row, words: Sequence[str], table: AnnualTable, *, bold: bool = False) -> None:
    for column, text, cell in zip(table.columns, words, row.cells, strict=True):
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_after = Pt(0)
        # A copied row brings the words of the one above.
        run = paragraph.runs[0] if paragraph.runs else paragraph.add_run()
        run.text, run.bold, run.font.size = text, bold, Pt(9)
        if column.kind is not Kind.TEXT:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if bold:
            run.font.color.rgb = RGBColor(0x08, 0x4F, 0x49)


def _set_widths(grid: Table, table: AnnualTable, room: int) -> None:
    widths = column_widths(table)
    for at, width in enumerate(widths):
        share = int(room * width / sum(widths))
        grid.columns[at].width = share
        for cell in grid.columns[at].cells:
            cell.width = share
