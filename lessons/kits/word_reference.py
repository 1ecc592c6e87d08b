"""The closing parts of the plan in Word: beliefs, cases, words, sources, help lines."""

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table

from lessons.kits import word_style as look
from lessons.kits.labels import labels_for
from lessons.kits.richtext import Run, parse
from lessons.kits.sheets import Case, PlanSheet


def add_reference(document: Document, sheet: PlanSheet) -> None:
    """Everything that is read up rather than taught through."""
    labels = labels_for(sheet.locale)
    add_helplines(document, sheet)
    if sheet.misconceptions:
        look.add_heading(document, labels["misconceptions"], 1)
    for item in sheet.misconceptions:
        paragraph = look.add_paragraph(document, style="ListBullet")
        look.add_runs(paragraph, [Run(f"{item.belief} "), Run(item.reply, bold=True)])
    if sheet.cases:
        look.add_heading(document, labels["cases"], 1)
    for case in sheet.cases:
        _add_case(document, case, sheet.locale)
    if sheet.vocabulary:
        look.add_heading(document, labels["vocabulary"], 1)
    for term in sheet.vocabulary:
        paragraph = document.add_paragraph()
        look.add_runs(paragraph, [Run(f"{term.term}: ", bold=True), Run(term.definition)])
    if sheet.hooks:
        look.add_heading(document, labels["hooks"], 1)
    for hook in sheet.hooks:
        text = f" ({hook.school_year}){': ' + hook.note if hook.note else ''}"
        paragraph = look.add_paragraph(document, style="ListBullet")
        look.add_runs(paragraph, [Run(hook.label, bold=True), Run(text)])
    if sheet.crc:
        look.add_heading(document, labels["crc"], 1)
        look.add_list(document, sheet.crc)
    if sheet.statistics:
        look.add_heading(document, labels["sources"], 1)
    for fact in sheet.statistics:
        rest = f" {fact.label}, {fact.period}. {fact.source_title}"
        look.add_runs(document.add_paragraph(), [Run(fact.value, bold=True), Run(rest)])


def add_helplines(document: Document, sheet: PlanSheet) -> None:
    """Numbers with whom each is for, as a table with a row each."""
    if not sheet.helplines:
        return
    look.add_heading(document, labels_for(sheet.locale)["helplines"], 1)
    table: Table = document.add_table(rows=0, cols=2)
    table.autofit = False
    table.columns[0].width, table.columns[1].width = Mm(40), Mm(130)
    made = []
    for line in sheet.helplines:
        number, about = table.add_row().cells
        number.width, about.width = Mm(40), Mm(130)
        look.shade_cell(number, look.TEAL_TINT)
        written = number.paragraphs[0].add_run(line.number)
        written.bold, written.font.size, written.font.color.rgb = True, Pt(13), look.TEAL_DARK
        terms = f" ({line.terms})" if line.terms else ""
        made.append(about.paragraphs[0])
        look.add_runs(
            made[-1], [Run(line.name, bold=True), Run(terms), Run("\n"), Run(line.for_whom)]
        )
    look.keep_together(made)


def _add_case(document: Document, case: Case, locale: str) -> None:
    labels = labels_for(locale)
    look.add_heading(document, case.title, 2)
    look.add_rich(look.add_box(document, look.CREAM, "1F5A94"), parse(case.story_html), level=3)
    if case.questions:
        look.add_heading(document, labels["case_questions"], 3)
        look.add_list(document, case.questions, numbered=True)
    if case.teacher_note_html:
        look.add_heading(document, labels["teacher_note"], 3)
        look.add_rich(document, parse(case.teacher_note_html), level=3)
