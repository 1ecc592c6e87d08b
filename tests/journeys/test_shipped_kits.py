"""What pupils get of the shipped lessons holds no answer: every kit is unpacked and read."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from pypdf import PdfReader

from lessons.kit_sheets import sheet_of
from lessons.kits.sheets import PlanSheet
from lessons.models import Kit

KEYS = r"(raspunsuri|cheie|answers|key)\.pdf$"


def squeezed(text: str) -> str:
    """Text without anything that a line break or a hyphen could change."""
    return re.sub(r"[\s\u00ad-]", "", text)


def text_of(archive: zipfile.ZipFile, names: str = "") -> str:
    """The words of all files, or of those that are named so, squeezed."""
    chosen = [name for name in archive.namelist() if re.search(names, name)]
    return squeezed(" ".join(words(name, archive.read(name)) for name in chosen))


def words(name: str, content: bytes) -> str:
    """The words of a PDF, of an office file's every part, or of a plain file."""
    if name.endswith(".pdf"):
        return " ".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    if name.endswith((".docx", ".pptx")):
        office = zipfile.ZipFile(BytesIO(content))
        parts = [office.read(part).decode() for part in office.namelist() if part.endswith("xml")]
        return re.sub("<[^>]+>", "", " ".join(parts))
    return "" if name.endswith(".mp4") else content.decode()


def answers(sheet: PlanSheet) -> Iterator[str]:
    """What only the teacher may read: answers of worksheets, and why an option fits or does not.

    An answer that only repeats what the task offers to choose from gives nothing away.
    """
    for worksheet in sheet.worksheets:
        for task in worksheet.tasks:
            offered = squeezed(" ".join((task.prompt, *task.options)))
            if task.answer and squeezed(task.answer) not in offered:
                yield task.answer
    for question in sheet.quiz:
        yield from (choice.feedback for choice in question.choices if choice.feedback)


def test_no_pupil_kit_of_a_shipped_lesson_holds_an_answer(site):
    """The keys do hold the same answers, so that reading too little would be noticed."""
    kits = list(Kit.objects.all())
    assert len(kits) >= 4
    for kit in kits:
        plan = kit.edition.revision.as_object()
        secrets = set(answers(sheet_of(plan, kit.edition, kit.version, kit.built_at.date())))
        with kit.bundle.open() as whole, kit.pupil_bundle.open() as part:
            keys, pupils = text_of(zipfile.ZipFile(whole), KEYS), text_of(zipfile.ZipFile(part))
        assert len(secrets) > 20
        assert [secret for secret in secrets if squeezed(secret) not in keys] == []
        assert [secret for secret in secrets if squeezed(secret) in pupils] == []
