"""What python-docx has no words for: our styles, repeated header rows, shading, page numbers."""

from typing import Any

from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

_INK, _INK_2, _TEAL_DARK = (
    RGBColor(0x1B, 0x2A, 0x33),
    RGBColor(0x4A, 0x5B, 0x66),
    RGBColor(0x08, 0x4F, 0x49),
)
# Word files are opened on office computers that lack our typeface.
_FACE = "Arial"
_STYLES = (
    ("Normal", 10, False, _INK),
    ("Title", 24, True, _TEAL_DARK),
    ("Subtitle", 11, False, _INK_2),
    ("Heading 1", 15, True, _TEAL_DARK),
    ("Caption", 9, False, _INK_2),
    ("Footer", 8.5, False, _INK_2),
)


def set_styles(document: Document, language: str) -> None:
    """Typeface, sizes, colours and language of the styles that the report uses."""
    for name, size, bold, colour in _STYLES:
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.bold = _FACE, Pt(size), bold
        style.font.italic, style.font.color.rgb = False, colour
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # The theme's fonts win over named ones unless they are taken out.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), _FACE)
        # The template's blue rule under a title, and its letters set apart.
        for unwanted in [
            *style.element.iter(qn("w:pBdr")),
            *style.element.rPr.iter(qn("w:spacing")),
        ]:
            unwanted.getparent().remove(unwanted)
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)


def make_header(row: _Row) -> None:
    """The row is the table's head, again on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    properties.append(OxmlElement("w:tblHeader"))
    shade(row, "E3F1EF")


def shade(row: _Row, fill: str) -> None:
    """A colour behind the row, as six hexadecimal digits."""
    for cell in row.cells:
        shading = OxmlElement("w:shd")
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
            shading.set(qn(f"w:{key}"), value)
        cell._tc.get_or_add_tcPr().append(shading)


def describe(table: Table, title: str, note: str) -> None:
    """What a screen reader says of the table."""
    properties = table._tbl.tblPr
    for tag, text in (("w:tblCaption", title), ("w:tblDescription", note)):
        element = OxmlElement(tag)
        element.set(qn("w:val"), text)
        properties.append(element)


def add_page_number(paragraph: Paragraph, words: str) -> None:
    """The foot of every page: what this is, and the number of the page."""
    paragraph.add_run(f"ProTECT · {words} · ")
    number = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        number._r.append(element)
