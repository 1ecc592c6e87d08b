"""Our look in Word: styles, head, footer and shaded boxes on python-docx's plain document."""

import io
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, time
from functools import lru_cache
from typing import Any

import docx
from docx.document import Document
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from lessons.kits.labels import labels_for
from lessons.kits.richtext import Block, Run
from lessons.kits.sheets import PlanSheet

INK, INK_2 = RGBColor(0x1B, 0x2A, 0x33), RGBColor(0x4A, 0x5B, 0x66)
TEAL, TEAL_DARK = RGBColor(0x0B, 0x6B, 0x63), RGBColor(0x08, 0x4F, 0x49)
TEAL_TINT, AMBER_TINT, GREEN_TINT, CREAM = "E3F1EF", "FFF4D9", "E7F3E9", "FBF7EF"
# Word files are edited on school laptops that lack our typeface, so they use one that all have.
FACE = "Arial"


def new_document(sheet: PlanSheet, title: str) -> Document:
    """An empty A4 document with our styles, language, properties and footer."""
    document = docx.Document(io.BytesIO(_styled(labels_for(sheet.locale)["language_tag"])))
    _set_properties(document, sheet, title)
    _set_footer(document.sections[0].footer.paragraphs[0], sheet)
    return document


@lru_cache
def _styled(language: str) -> bytes:
    """The empty document in our look, made once for each language."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(20)
    section.top_margin, section.bottom_margin = Mm(16), Mm(20)
    _set_styles(document, language)
    _drop_ballast(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _drop_ballast(document: Document) -> None:
    """Take out what python-docx's own document brings along and ours never uses.

    That is a preview of an empty page, a second copy of all styles, and ninety table styles:
    nine tenths of what every file would parse and carry.
    """
    for rels in (document.part.package.rels, document.part.rels):
        for key, relation in list(rels.items()):
            if relation.reltype.endswith(("/thumbnail", "/stylesWithEffects")):
                del rels[key]
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:default")) != "1":
            styles.remove(style)


def _set_styles(document: Document, language: str) -> None:
    looks = (
        ("Normal", 11, False, INK, 0, 6),
        ("Title", 26, True, TEAL_DARK, 0, 4),
        ("Subtitle", 12, False, INK_2, 0, 10),
        ("Heading 1", 16, True, TEAL_DARK, 18, 6),
        ("Heading 2", 13, True, TEAL_DARK, 12, 4),
        ("Heading 3", 11, True, INK, 8, 3),
        ("Footer", 8.5, False, INK_2, 0, 0),
        ("List Bullet", 11, False, INK, 0, 3),
        ("List Number", 11, False, INK, 0, 3),
    )
    for name, size, bold, colour, before, after in looks:
        style: Any = document.styles[name]
        style.font.name, style.font.size, style.font.bold = FACE, Pt(size), bold
        style.font.italic, style.font.color.rgb = False, colour
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # The theme's fonts win over named ones unless they are taken out.
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), FACE)
    for name in ("Title", "Subtitle"):
        # python-docx's own have a rule below and letters set apart.
        element = document.styles[name].element
        for own in [
            *element.iter(qn("w:pBdr")),
            *element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"),
        ]:
            own.getparent().remove(own)
    for mark in document.styles.element.iter(qn("w:lang")):
        mark.set(qn("w:val"), language)


def _set_properties(document: Document, sheet: PlanSheet, title: str) -> None:
    labels = labels_for(sheet.locale)
    moment = datetime.combine(sheet.built_on, time(), UTC)
    properties = document.core_properties
    properties.title, properties.author = title, labels["platform"]
    properties.last_modified_by = labels["platform"]
    properties.subject, properties.language = sheet.title, labels["language_tag"]
    properties.keywords, properties.comments = sheet.theme_label, sheet.licence
    properties.created = properties.modified = moment
    properties.version = str(sheet.version)


def _set_footer(paragraph: Paragraph, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    paragraph.paragraph_format.tab_stops.clear_all()
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(170), WD_TAB_ALIGNMENT.RIGHT)
    rule_above(paragraph)
    words = (
        f"{sheet.title} · {sheet.edition_label} · {labels['version']} {sheet.version}"
        f" · {sheet.licence}\t{labels['page']} "
    )
    paragraph.add_run(words)
    number = paragraph.add_run()
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        element.text = text or None
        number._r.append(element)


def add_paragraph(place: Any, text: str = "", style: str = "") -> Paragraph:
    """A paragraph in a document or cell, in the style with this id ("Heading1", "ListBullet").

    Sets the id itself: python-docx searches all styles twice for each name, which took a third
    of the time of a kit.
    """
    paragraph: Paragraph = place.add_paragraph(text)
    if style:
        paragraph._p.style = style
    return paragraph


def add_heading(place: Any, text: str, level: int) -> Paragraph:
    """A heading of level 1 to 3."""
    return add_paragraph(place, text, f"Heading{level}")


def add_head(document: Document, kind: str, title: str, below: str = "") -> None:
    """Kind of document, title and perhaps a line below it, closed by a teal rule."""
    small = document.add_paragraph()
    small.paragraph_format.space_after = Pt(2)
    run = small.add_run(kind)
    run.bold, run.font.size, run.font.color.rgb = True, Pt(10), TEAL
    last = add_paragraph(document, title, "Title")
    if below:
        last = add_paragraph(document, below, "Subtitle")
    else:
        last.paragraph_format.space_after = Pt(10)
    border(last, "bottom", "0B6B63", 18, space=6)


def shade(paragraph: Paragraph, fill: str, edge: str | None = None) -> None:
    """A coloured box around one paragraph; neighbours with the same look join into one."""
    properties = paragraph._p.get_or_add_pPr()
    if edge:
        border(paragraph, "left", edge, 30, space=8)
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{key}"), value)
    properties.insert_element_before(
        shading, "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )
    paragraph.paragraph_format.left_indent = Mm(4)
    paragraph.paragraph_format.right_indent = Mm(2)


def border(paragraph: Paragraph, sides: str, colour: str, eighths: int, space: int = 1) -> None:
    """Lines on the named sides ("left", "bottom between"), in eighths of a point, in one colour."""
    properties = paragraph._p.get_or_add_pPr()
    box = OxmlElement("w:pBdr")
    for side in sides.split():
        edge = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", eighths), ("space", space), ("color", colour)):
            edge.set(qn(f"w:{key}"), str(value))
        box.append(edge)
    properties.insert_element_before(
        box, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def rule_above(paragraph: Paragraph) -> None:
    """The thin rule that parts the foot of a page from its text."""
    border(paragraph, "top", "D3DCDA", 6, space=6)


def add_box(document: Document, fill: str, edge: str) -> Any:
    """A shaded box with a coloured left edge, as the one cell of a table, to be written into."""
    cell = document.add_table(rows=1, cols=1).rows[0].cells[0]
    shade_cell(cell, fill)
    edges = OxmlElement("w:tcBorders")
    left = OxmlElement("w:left")
    for key, value in (("val", "single"), ("sz", "36"), ("color", edge)):
        left.set(qn(f"w:{key}"), value)
    edges.append(left)
    cell._tc.get_or_add_tcPr().insert_element_before(edges, "w:shd")
    spacer = cell.paragraphs[0]
    spacer.paragraph_format.space_after = Pt(0)
    spacer.paragraph_format.line_spacing = Pt(5)
    return cell


def shade_cell(cell: Any, fill: str) -> None:
    """A coloured background for one table cell."""
    shading = OxmlElement("w:shd")
    for key, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(qn(f"w:{key}"), value)
    cell._tc.get_or_add_tcPr().append(shading)


def add_rich(place: Any, blocks: list[Block], level: int = 2, depth: int = 0) -> list[Paragraph]:
    """Write blocks into a document or a table cell; h2 and h3 take the given heading level."""
    made: list[Paragraph] = []
    for block in blocks:
        if block.kind in ("ul", "ol"):
            for number, item in enumerate(block.children, start=1):
                made += _add_item(place, item, number if block.kind == "ol" else None, level, depth)
        else:
            style = f"Heading{level}" if block.kind in ("h2", "h3") else ""
            paragraph = add_paragraph(place, style=style)
            add_runs(paragraph, block.runs)
            made.append(paragraph)
    return made


def _add_item(
    place: Any, item: Block, number: int | None, level: int, depth: int
) -> list[Paragraph]:
    # Word would go on counting from list to list, so ordered items carry their number as text.
    if number is None:
        paragraph = add_paragraph(place, style="ListBullet")
    else:
        paragraph = place.add_paragraph()
        paragraph.add_run(f"{number}.\t").bold = True
        paragraph.paragraph_format.space_after = Pt(3)
    paragraph.paragraph_format.left_indent = Mm(7 + 6 * depth)
    paragraph.paragraph_format.first_line_indent = Mm(-6)
    paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(7 + 6 * depth))
    add_runs(paragraph, item.runs)
    return [paragraph, *add_rich(place, item.children, level, depth + 1)]


def add_list(place: Any, items: Iterable[str], *, numbered: bool = False) -> None:
    """Plain texts as a list with bullets, or with numbers from 1."""
    kind = "ol" if numbered else "ul"
    add_rich(place, [Block(kind, children=[Block("li", [Run(item)]) for item in items])])


def keep_together(paragraphs: Sequence[Paragraph]) -> None:
    """Keep these neighbours on one page: each but the last stays with the one that follows."""
    for paragraph in paragraphs[:-1]:
        paragraph.paragraph_format.keep_with_next = True


def add_runs(paragraph: Paragraph, runs: list[Run]) -> None:
    """Write runs into a paragraph, keeping bold, italic and line breaks."""
    for run in runs:
        if run.text == "\n":
            paragraph.add_run().add_break()
            continue
        written = paragraph.add_run(run.text)
        written.bold, written.italic = run.bold or None, run.italic or None
