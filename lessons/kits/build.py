"""A kit from a sheet: every file of a lesson, and the ZIP archives people download."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime, time
from pathlib import Path

from lessons.kits import documents
from lessons.kits.archives import pack
from lessons.kits.cleaning import clean_sheet
from lessons.kits.labels import labels_for
from lessons.kits.recordings import left_out, recording_files
from lessons.kits.sheets import Audience, BuiltFile, Locale, PlanSheet, Worksheet
from lessons.kits.slides import slides_pptx
from lessons.kits.texts import text_file
from lessons.kits.word import letter_docx, plan_docx, worksheet_docx
from lms.core.numbers import format_date
from lms.core.press import Press

TEMPLATES = Path(__file__).parent / "templates"


def build_files(
    sheet: PlanSheet, font_dir: Path, recordings: Mapping[str, bytes] | None = None
) -> list[BuiltFile]:
    """All files of one kit, in the order in which people read them.

    The same sheet gives the same bytes. `recordings` are the bytes of videos and sounds by the keys
    that the sheet gives them; one that is missing is named in the read-me with its address.
    `font_dir` holds Atkinson Hyperlegible Next as TTF, at
    any depth; raises FontMissingError without it. Nothing is written to disk.
    """
    sheet = clean_sheet(sheet)
    press = Press(TEMPLATES, font_dir, datetime.combine(sheet.built_on, time(), UTC))
    files = [
        *_plan_files(sheet, press),
        *_worksheet_files(sheet, press),
        *_case_files(sheet, press),
        *_quiz_files(sheet, press),
        *_letter_files(sheet, press),
        *recording_files(sheet, recordings or {}),
        *_class_files(sheet, press),
    ]
    return [_readme(sheet, files, recordings or {}), _licence(sheet), *files]


def bundle(
    files: Sequence[BuiltFile], audience: Audience | None = None, *, locale: Locale = "ro"
) -> bytes:
    """A ZIP with a folder for each audience; with `audience`, only its files and the licence.

    Dates inside the archive are fixed, so the same files give the same bytes.
    """
    labels = labels_for(locale)
    parts = [
        (
            file.name
            if file.kind in ("readme", "licence")
            else f"{labels[file.audience]}/{file.name}",
            file.content,
        )
        for file in files
        if audience is None or file.audience == audience or file.kind == "licence"
    ]
    return pack(parts)


def _plan_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    labels = labels_for(sheet.locale)
    name, title = labels["file_plan"], labels["plan"]
    pdf = press.print("plan", documents.plan_data(sheet))
    yield BuiltFile(f"{name}.pdf", title, "plan", "teacher", "pdf", pdf)
    yield BuiltFile(f"{name}.docx", title, "plan", "teacher", "docx", plan_docx(sheet))
    if sheet.slides:
        yield BuiltFile(
            f"{labels['file_slides']}.pptx",
            labels["slides"],
            "slides",
            "teacher",
            "pptx",
            slides_pptx(sheet),
        )


def _worksheet_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    for worksheet in sheet.worksheets:
        yield from _worksheet_pair(sheet, worksheet, press, answers=False)
    for worksheet in sheet.worksheets:
        if any(task.answer for task in worksheet.tasks):
            yield from _worksheet_pair(sheet, worksheet, press, answers=True)


def _worksheet_pair(
    sheet: PlanSheet, worksheet: Worksheet, press: Press, *, answers: bool
) -> Iterator[BuiltFile]:
    labels = labels_for(sheet.locale)
    kind = "answers" if answers else "worksheet"
    audience: Audience = "teacher" if answers else worksheet.audience
    name = f"{worksheet.slug}-{labels['file_answers']}" if answers else worksheet.slug
    title = f"{worksheet.title} ({labels['answers']})" if answers else worksheet.title
    data = documents.worksheet_data(sheet, worksheet, answers=answers)
    pdf = press.print("worksheet", data)
    docx = worksheet_docx(sheet, worksheet, answers=answers)
    for format, content in (("pdf", pdf), ("docx", docx)):
        yield BuiltFile(f"{name}.{format}", title, kind, audience, format, content)


def _case_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    if sheet.cases:
        labels = labels_for(sheet.locale)
        name, title = labels["file_cases"], labels["cases"]
        paper = press.print("cases", documents.cases_data(sheet))
        yield BuiltFile(f"{name}.pdf", title, "cases", "pupil", "pdf", paper)


def _quiz_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    if not sheet.quiz:
        return
    labels = labels_for(sheet.locale)
    paper = press.print("quiz", documents.quiz_data(sheet, key=False))
    yield BuiltFile(f"{labels['file_quiz']}.pdf", labels["quiz"], "quiz", "pupil", "pdf", paper)
    key = press.print("quiz", documents.quiz_data(sheet, key=True))
    yield BuiltFile(
        f"{labels['file_quiz_key']}.pdf", labels["quiz_key"], "quiz_key", "teacher", "pdf", key
    )


def _letter_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    letter = sheet.family_letter
    if letter is None:
        return
    labels = labels_for(sheet.locale)
    name, title = labels["file_letter"], labels["letter"]
    pdf = press.print("letter", documents.letter_data(sheet, letter))
    for format, content in (("pdf", pdf), ("docx", letter_docx(sheet, letter))):
        yield BuiltFile(f"{name}.{format}", title, "family_letter", "parent", format, content)


def _class_files(sheet: PlanSheet, press: Press) -> Iterator[BuiltFile]:
    labels = labels_for(sheet.locale)
    teacher, everyone = documents.teacher_data(sheet), documents.frame_data(sheet)
    for kind in ("attendance", "slip"):
        yield BuiltFile(
            f"{labels[f'file_{kind}']}.pdf",
            labels[kind],
            kind,
            "teacher",
            "pdf",
            press.print(kind, teacher),
        )
    if sheet.helplines:
        yield BuiltFile(
            f"{labels['file_poster']}.pdf",
            labels["poster"],
            "poster",
            "pupil",
            "pdf",
            press.print("poster", everyone),
        )


def _readme(
    sheet: PlanSheet, files: Sequence[BuiltFile], recordings: Mapping[str, bytes]
) -> BuiltFile:
    labels = labels_for(sheet.locale)
    lines = [
        sheet.title,
        f"{sheet.subtitle} · {labels['glance_edition']} {sheet.edition_label} · "
        f"{labels['version']} {sheet.version}",
        "",
        sheet.summary,
        "",
        f"{labels['readme_files']}:",
        *(f"  {labels[f.audience]}/{f.name}: {f.title}" for f in files),
        *left_out(sheet, recordings),
        "",
        labels["readme_safety"],
        "",
        f"{labels['readme_register']}:",
        f"  {sheet.short_register_url}",
        f"{labels['readme_fresh']}:",
        f"  {sheet.address}",
        "",
        f"{labels['licence']}: {sheet.licence}",
        f"{labels['built_on']} {format_date(sheet.built_on)}",
    ]
    return text_file(f"{labels['file_readme']}.txt", labels["readme"], "readme", "teacher", lines)


def _licence(sheet: PlanSheet) -> BuiltFile:
    labels = labels_for(sheet.locale)
    lines = [
        f"{sheet.title} ({sheet.edition_label}, {labels['version']} {sheet.version})",
        f"{labels['licence']}: {sheet.licence}",
        "",
        labels["licence_text"],
        f"  {labels['platform']}, {sheet.address}",
    ]
    return text_file(f"{labels['file_licence']}.txt", labels["licence"], "licence", "pupil", lines)
