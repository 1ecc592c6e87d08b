"""The slide deck: a title slide, the plan's slides with notes, and help lines at the end."""

import io
import math
from copy import deepcopy
from datetime import UTC, datetime, time
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.oxml.ns import qn
from pptx.util import Mm, Pt

from lessons.kits.archives import repack
from lessons.kits.labels import labels_for
from lessons.kits.richtext import Block, Run, parse
from lessons.kits.sheets import HelpLine, PlanSheet, Slide
from lessons.kits.slides_style import HELP_LAYOUT, TEXT_LAYOUT, TITLE_LAYOUT, new_deck

_HUES = ("0B6B63", "1F5A94", "6A3D7C", "A8481F")
_MOST_HELPLINES = 4
# The text area of the white panel in points, and how wide an average letter is in ems: rather
# too wide, because machines without our typeface take wider ones.
_PANEL_WIDTH, _PANEL_HEIGHT, _LETTER_WIDTH, _GAP = 750, 300, 0.56, 0.45


def slides_pptx(sheet: PlanSheet) -> bytes:
    """The deck as an editable file, for the teacher: notes hold what is said aloud."""
    labels = labels_for(sheet.locale)
    deck = new_deck()
    _add_opening(deck, sheet)
    for slide in sheet.slides:
        _add_slide(deck, slide)
    if sheet.helplines:
        _add_help(deck, sheet)
    foot = (
        f"{sheet.title} · {sheet.edition_label} · {labels['version']} {sheet.version}"
        f" · {sheet.licence}"
    )
    for made in list(deck.slides)[1:]:
        _add_footer(made, foot)
    _set_language(deck, labels["language_tag"])
    _set_properties(deck, sheet)
    out = io.BytesIO()
    deck.save(out)
    return repack(out.getvalue())


def _add_opening(deck: Any, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    slide = deck.slides.add_slide(deck.slide_layouts[TITLE_LAYOUT])
    slide.shapes.title.text = sheet.title
    body = slide.placeholders[1].text_frame
    body.text = sheet.subtitle or sheet.grades_label
    body.add_paragraph().text = sheet.essential_question
    slide.notes_slide.notes_text_frame.text = (
        f"{labels['slide_open_notes']} {sheet.essential_question}"
    )


def _add_slide(deck: Any, content: Slide) -> None:
    slide = deck.slides.add_slide(deck.slide_layouts[TEXT_LAYOUT])
    slide.shapes.title.text = content.title
    blocks = parse(content.body_html)
    frame = slide.placeholders[1].text_frame
    frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    size = _size_for(blocks)
    _write_blocks(frame, blocks, size)
    slide.notes_slide.notes_text_frame.text = content.notes


def _size_for(blocks: list[Block]) -> int:
    """The largest point size at which the text stays inside the white panel."""
    lines = _all_lines(blocks)
    for size in (40, 36, 33, 30, 27, 24, 21):
        letters_per_row = int(_PANEL_WIDTH / (size * _LETTER_WIDTH))
        rows = sum(math.ceil((len(line) + 3) / letters_per_row) for line in lines)
        if rows * size * 1.2 + len(lines) * size * _GAP <= _PANEL_HEIGHT:
            return size
    return 18


def _all_lines(blocks: list[Block]) -> list[str]:
    lines = [block.text for block in blocks if block.runs]
    for block in blocks:
        lines += _all_lines(block.children)
    return lines


def _write_blocks(frame: Any, blocks: list[Block], size: int) -> None:
    for block in blocks:
        if block.kind in ("ul", "ol"):
            for number, item in enumerate(block.children, start=1):
                _write_line(frame, item.runs, size, f"{number}." if block.kind == "ol" else "•")
                _write_blocks(frame, item.children, size)
        else:
            heading = block.kind in ("h2", "h3")
            runs = [Run(run.text, run.bold or heading, run.italic) for run in block.runs]
            _write_line(frame, runs, size, "")


def _write_line(frame: Any, runs: list[Run], size: int, bullet: str) -> None:
    first = frame.paragraphs[0]
    paragraph = frame.add_paragraph() if first.runs else first
    properties = paragraph._p.get_or_add_pPr()
    indent = int(Pt(size * 1.1)) if bullet else 0
    properties.set("marL", str(indent))
    properties.set("indent", str(-indent))
    paragraph.space_before, paragraph.space_after = Pt(0), Pt(size * _GAP)
    if bullet:
        colour = properties.makeelement(qn("a:buClr"), {})
        colour.append(colour.makeelement(qn("a:srgbClr"), {"val": "0B6B63"}))
        properties.append(colour)
        properties.append(
            properties.makeelement(qn("a:buChar"), {"char": "•"})
            if bullet == "•"
            else properties.makeelement(qn("a:buAutoNum"), {"type": "arabicPeriod"})
        )
    else:
        properties.append(properties.makeelement(qn("a:buNone"), {}))
    for run in runs:
        if run.text == "\n":
            paragraph.add_line_break()
            continue
        written = paragraph.add_run()
        written.text = run.text
        written.font.size = Pt(size)
        written.font.bold, written.font.italic = run.bold or None, run.italic or None


def _add_help(deck: Any, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    slide = deck.slides.add_slide(deck.slide_layouts[HELP_LAYOUT])
    slide.shapes.title.text = labels["slide_help"]
    for index, line in enumerate(sheet.helplines[:_MOST_HELPLINES]):
        _add_help_row(slide, line, index)
    slide.notes_slide.notes_text_frame.text = labels["slide_help_notes"]


def _add_help_row(slide: Any, line: HelpLine, index: int) -> None:
    hue = RGBColor.from_string(_HUES[index % len(_HUES)])
    top = Mm(48) + index * Mm(31)
    card = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE, Mm(24), top, Mm(92), Mm(26))
    card.fill.solid()
    card.fill.fore_color.rgb = hue
    card.line.fill.background()
    card.shadow.inherit = False
    card.adjustments[0] = 0.2
    number = card.text_frame.paragraphs[0].add_run()
    number.text = line.number
    number.font.size, number.font.bold = Pt(32 if len(line.number) < 13 else 16), True
    number.font.color.rgb = RGBColor(0xFF, 0xFF, 0xFF)
    about = slide.shapes.add_textbox(Mm(120), top, Mm(194), Mm(26))
    about.text_frame.word_wrap = True
    about.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
    name = about.text_frame.paragraphs[0].add_run()
    name.text, name.font.size, name.font.bold, name.font.color.rgb = line.name, Pt(20), True, hue
    for_whom = about.text_frame.add_paragraph().add_run()
    for_whom.text = f"{line.for_whom} ({line.terms})" if line.terms else line.for_whom
    for_whom.font.size = Pt(16)
    for shape, text in ((card, f"{line.number}: {line.name}"), (about, line.for_whom)):
        shape._element.find(f".//{qn('p:cNvPr')}").set("descr", text)


def _add_footer(slide: Any, text: str) -> None:
    """Copy the layout's footer and slide number; python-pptx leaves them out of new slides."""
    for shape in slide.slide_layout.placeholders:
        if shape.placeholder_format.type.name not in ("FOOTER", "SLIDE_NUMBER"):
            continue
        copied = deepcopy(shape._element)
        slide.shapes._spTree.append(copied)
        copied.find(f".//{qn('p:cNvPr')}").set("id", str(500 + len(slide.shapes)))
        if shape.placeholder_format.type.name == "FOOTER":
            slide.shapes[-1].text_frame.text = text


def _set_language(deck: Any, language: str) -> None:
    """State the language on every run, so that spelling and voices are Romanian."""
    holders = [deck.slide_master, *deck.slide_layouts]
    for slide in deck.slides:
        holders += [slide, slide.notes_slide]
    for holder in holders:
        for run in holder.element.iter(qn("a:r"), qn("a:fld"), qn("a:br")):
            if run.find(qn("a:rPr")) is None:
                run.insert(0, run.makeelement(qn("a:rPr"), {}))
        for properties in holder.element.iter(qn("a:rPr"), qn("a:defRPr"), qn("a:endParaRPr")):
            properties.set("lang", language)


def _set_properties(deck: Any, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    properties = deck.core_properties
    properties.title, properties.author = sheet.title, labels["platform"]
    properties.last_modified_by = labels["platform"]
    properties.language, properties.subject = labels["language_tag"], labels["slides"]
    properties.created = properties.modified = datetime.combine(sheet.built_on, time(), UTC)
