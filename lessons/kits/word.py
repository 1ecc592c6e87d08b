"""Word files: the plan, worksheets with and without answers, the family letter."""

import io
from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph

from lessons.kits import word_style as look
from lessons.kits.archives import repack
from lessons.kits.documents import options_across, unnumbered
from lessons.kits.labels import labels_for
from lessons.kits.richtext import Run, parse
from lessons.kits.sheets import Letter, PlanSheet, Step, Task, Worksheet
from lessons.kits.word_reference import add_helplines, add_reference
from lms.core.qr import qr_png


def plan_docx(sheet: PlanSheet) -> bytes:
    """The whole plan as an editable document, for the teacher."""
    labels = labels_for(sheet.locale)
    document = look.new_document(sheet, f"{labels['plan']}: {sheet.title}")
    look.add_head(document, f"{labels['plan']} · {labels['platform']}", sheet.title, sheet.subtitle)
    _add_glance(document, sheet)
    document.add_paragraph(sheet.summary)
    question = document.add_paragraph()
    look.add_runs(
        question,
        [Run(labels["essential_question"] + ": "), Run(sheet.essential_question, bold=True)],
    )
    look.shade(question, look.CREAM, "FFC94A")
    _add_list(document, labels["outcomes"], sheet.outcomes)
    if sheet.content_note:
        note = document.add_paragraph(f"{labels['content_note']}: {sheet.content_note}")
        look.shade(note, look.AMBER_TINT)
    _add_list(document, labels["materials"], sheet.materials)
    _add_section(document, labels["background"], sheet.background_html)
    _add_section(document, labels["before"], sheet.before_html)
    _add_steps(document, sheet)
    _add_list(document, labels["exit_questions"], sheet.exit_questions, numbered=True)
    _add_section(document, labels["trusted_map"], sheet.trusted_map_html)
    _add_section(document, labels["after"], sheet.after_html)
    look.add_heading(document, labels["disclosure"], 1)
    look.add_rich(look.add_box(document, look.TEAL_TINT, "0B6B63"), parse(sheet.disclosure_html))
    add_reference(document, sheet)
    _add_registration(document, sheet)
    return _finished(document)


def worksheet_docx(sheet: PlanSheet, worksheet: Worksheet, *, answers: bool) -> bytes:
    """One worksheet; the answers are written only into the teacher's copy."""
    labels = labels_for(sheet.locale)
    kind = f"{labels['worksheet']} · {labels['answers']}" if answers else labels["worksheet"]
    document = look.new_document(sheet, worksheet.title)
    _shrink_headings(document, 12.5, 12)
    look.add_head(document, kind, worksheet.title, sheet.title)
    if answers:
        mark = document.add_paragraph()
        mark.add_run(labels["answers_for_teacher"]).bold = True
        look.shade(mark, "FCEEE6", "A8481F")
    elif worksheet.private:
        look.shade(document.add_paragraph(labels["private_note"]), "F3EBF6", "6A3D7C")
    else:
        document.add_paragraph(labels["no_name"])
    if worksheet.intro:
        document.add_paragraph(worksheet.intro)
    for number, task in enumerate(worksheet.tasks, start=1):
        _add_task(document, number, task, labels, answers=answers)
    if sheet.helplines:
        _add_short_help(document, sheet)
    return _finished(document)


def _add_task(document: Document, number: int, task: Task, labels: Any, *, answers: bool) -> None:
    prompt = look.add_heading(document, f"{number}. {unnumbered(task.prompt, number)}", 1)
    parts = [prompt]
    parts += _add_options(document, task.options)
    if answers and task.answer:
        parts.append(document.add_paragraph(f"{labels['good_answer']}: {task.answer}"))
        look.shade(parts[-1], look.GREEN_TINT, "2B6A3A")
    elif not answers:
        parts += _add_lines(document, task.lines)
    look.keep_together(parts)


def _add_options(document: Document, options: Sequence[str]) -> list[Paragraph]:
    across = options_across(options)
    rows = [
        document.add_paragraph("\t".join(f"☐  {text}" for text in options[first : first + across]))
        for first in range(0, len(options), across)
    ]
    for row in rows:
        row.paragraph_format.left_indent = Mm(6)
        for column in range(1, across):
            row.paragraph_format.tab_stops.add_tab_stop(Mm(6 + column * 164 / across))
    return rows


def letter_docx(sheet: PlanSheet, letter: Letter) -> bytes:
    """The family letter with the help lines."""
    document = look.new_document(sheet, letter.title)
    _shrink_headings(document, 11, 8)
    document.styles["Title"].font.size = Pt(20)
    for name in ("Normal", "List Bullet"):
        document.styles[name].font.size = Pt(10)
        document.styles[name].paragraph_format.space_after = Pt(3)
    look.add_head(document, sheet.title, letter.title)
    look.add_rich(document, parse(letter.body_html), level=1)
    add_helplines(document, sheet)
    return _finished(document)


def _shrink_headings(document: Document, size: float, before: float) -> None:
    """Headings for a sheet of one or two pages, which a whole plan's would fill."""
    style = document.styles["Heading 1"]
    style.font.size = Pt(size)
    style.paragraph_format.space_before = Pt(before)
    style.paragraph_format.space_after = Pt(before / 3)


def _add_section(document: Document, title: str, html: str) -> None:
    if html:
        look.add_heading(document, title, 1)
        look.add_rich(document, parse(html))


def _add_list(
    document: Document, title: str, items: tuple[str, ...], *, numbered: bool = False
) -> None:
    if items:
        look.add_heading(document, title, 1)
        look.add_list(document, items, numbered=numbered)


def _add_glance(document: Document, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    facts = (
        (labels["glance_grades"], sheet.grades_label),
        (labels["glance_age"], sheet.age_band_label),
        (labels["glance_duration"], f"{sheet.duration} {labels['min']}"),
        (labels["glance_theme"], sheet.theme_label),
        (labels["glance_edition"], sheet.edition_label),
    )
    table = document.add_table(rows=1, cols=len(facts))
    for cell, (name, value) in zip(table.rows[0].cells, facts, strict=True):
        look.shade_cell(cell, look.TEAL_TINT)
        paragraph = cell.paragraphs[0]
        paragraph.paragraph_format.space_before = Pt(5)
        first = paragraph.add_run(name)
        first.font.size, first.font.color.rgb = Pt(9), look.INK_2
        first.add_break()
        second = paragraph.add_run(value)
        second.bold, second.font.size, second.font.color.rgb = True, Pt(13), look.TEAL_DARK
    document.add_paragraph().paragraph_format.space_after = Pt(0)


def _add_steps(document: Document, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    look.add_heading(document, labels["steps"], 1)
    document.add_paragraph(
        f"{labels['legend_before']} {labels['short_quoted']} {labels['legend_after']} "
        f"{sheet.short_duration} {labels['min']}."
    )
    for number, step in enumerate(sheet.steps, start=1):
        look.add_heading(document, f"{number}. {step.title}", 2)
        look.shade(_timing(document, step, labels), look.TEAL_TINT, "0B6B63")
        look.add_rich(document, parse(step.body_html), level=3)


def _timing(document: Document, step: Step, labels: Any) -> Any:
    paragraph = document.add_paragraph()
    minutes = paragraph.add_run(f"{step.minutes} {labels['min']}")
    minutes.bold, minutes.font.size, minutes.font.color.rgb = True, Pt(13), look.TEAL_DARK
    paragraph.add_run(f"   {step.grouping_label}   ")
    short = f"{step.short_minutes} {labels['min']}" if step.short_minutes else labels["skipped"]
    mark = paragraph.add_run(f"{labels['short']}: {short}")
    mark.bold, mark.font.color.rgb = True, RGBColor(0x8A, 0x5A, 0x00)
    paragraph.paragraph_format.keep_with_next = True
    return paragraph


def _add_lines(document: Document, count: int) -> list[Paragraph]:
    lines = [document.add_paragraph() for _ in range(count)]
    for line in lines:
        line.paragraph_format.space_before = line.paragraph_format.space_after = Pt(0)
        line.paragraph_format.line_spacing = Pt(26)
        # Word draws "bottom" only below the last of equal neighbours, "between" for the others.
        look.border(line, "bottom between", "9FB0AE", 6)
    return lines


def _add_short_help(document: Document, sheet: PlanSheet) -> None:
    """The first help lines at the foot of every page: what a pupil takes home carries help."""
    labels = labels_for(sheet.locale)
    paragraph = document.sections[0].footer.paragraphs[0].insert_paragraph_before(style="Footer")
    runs = [Run(f"{labels['if_needed']}:", bold=True)]
    for line in sheet.helplines[:3]:
        runs += [Run("  "), Run(line.number, bold=True), Run(f" {line.for_whom}")]
    look.add_runs(paragraph, runs)
    # Like the line below it, so that Word draws one rule above both.
    look.rule_above(paragraph)


def _add_registration(document: Document, sheet: PlanSheet) -> None:
    labels = labels_for(sheet.locale)
    look.add_heading(document, labels["register"], 1)
    document.add_paragraph(labels["register_why"])
    paragraph = document.add_paragraph()
    run = paragraph.add_run()
    picture = run.add_picture(io.BytesIO(qr_png(sheet.register_url)), width=Mm(32))
    about = picture._inline.docPr
    about.set("descr", f"{labels['qr_alt']} {sheet.short_register_url}")
    about.set("title", labels["register"])
    document.add_paragraph().add_run(sheet.short_register_url).bold = True
    document.add_paragraph(f"{labels['readme_fresh']} {sheet.address}")


def _finished(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return repack(out.getvalue())
