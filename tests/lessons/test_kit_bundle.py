"""What is in a kit, for whom, and that pupils never get an answer."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from lessons.kits.build import build_files, bundle
from tests.lessons.built_kit import FONT_DIR, pdf_text, sample_kit
from tests.lessons.sample_sheet import (
    ANSWER_MARK,
    FEEDBACK_MARK,
    NOTES_MARK,
    SAMPLE,
    TEACHER_MARK,
)

SECRETS = (ANSWER_MARK, FEEDBACK_MARK, NOTES_MARK, TEACHER_MARK, SAMPLE.register_url)


def _names(archive: bytes) -> list[str]:
    return zipfile.ZipFile(BytesIO(archive)).namelist()


def _text_of(name: str, content: bytes) -> str:
    if name.endswith(".pdf"):
        return pdf_text(content)
    if name.endswith(".txt"):
        return content.decode("utf-8-sig")
    with zipfile.ZipFile(BytesIO(content)) as office:
        parts = [office.read(part).decode() for part in office.namelist() if part.endswith("xml")]
    return " ".join(re.sub("<[^>]+>", "", " ".join(parts)).split())


def test_the_kit_has_the_files_that_a_lesson_needs() -> None:
    assert set(sample_kit()) == {
        "CITESTE-MA.txt", "LICENTA.txt", "plan-de-lectie.pdf", "plan-de-lectie.docx",
        "prezentare.pptx", "fisa-1.pdf", "fisa-1.docx", "fisa-1-raspunsuri.pdf",
        "fisa-1-raspunsuri.docx", "planul-meu-de-siguranta.pdf", "planul-meu-de-siguranta.docx",
        "test.pdf", "test-cheie.pdf", "scrisoare-familie.pdf", "scrisoare-familie.docx",
        "foaie-de-prezenta.pdf", "bilet-inregistrare.pdf", "afis-ajutor.pdf", "studii-de-caz.pdf",
    }  # fmt: skip


def test_file_names_are_ascii() -> None:
    assert all(name.isascii() for name in sample_kit())


@pytest.mark.parametrize("secret", SECRETS)
def test_no_pupil_file_holds_what_is_for_the_teacher(secret: str) -> None:
    archive = zipfile.ZipFile(BytesIO(bundle(list(sample_kit().values()), "pupil")))
    assert all(secret not in _text_of(name, archive.read(name)) for name in archive.namelist())


@pytest.mark.parametrize("secret", [ANSWER_MARK, FEEDBACK_MARK, TEACHER_MARK])
def test_the_teacher_files_do_hold_it(secret: str) -> None:
    archive = zipfile.ZipFile(BytesIO(bundle(list(sample_kit().values()), "teacher")))
    assert any(secret in _text_of(name, archive.read(name)) for name in archive.namelist())


def test_the_pupil_bundle_has_only_the_pupil_folder_and_the_licence() -> None:
    names = _names(bundle(list(sample_kit().values()), "pupil"))
    assert {name.split("/")[0] for name in names} == {"elev", "LICENTA.txt"}


def test_the_whole_bundle_has_a_folder_for_each_audience() -> None:
    names = _names(bundle(list(sample_kit().values())))
    assert {name.split("/")[0] for name in names if "/" in name} == {"profesor", "elev", "familie"}


def test_the_readme_lies_at_the_top_of_the_whole_bundle() -> None:
    assert _names(bundle(list(sample_kit().values())))[0] == "CITESTE-MA.txt"


def test_the_readme_names_version_and_licence() -> None:
    text = sample_kit()["CITESTE-MA.txt"].content.decode("utf-8-sig")
    assert "versiunea 3" in text
    assert SAMPLE.licence in text


def test_the_same_sheet_gives_the_same_bytes() -> None:
    again = build_files(SAMPLE, FONT_DIR)
    assert bundle(again) == bundle(list(sample_kit().values()))


def test_another_version_gives_other_bytes() -> None:
    other = build_files(replace(SAMPLE, version=4), FONT_DIR)
    assert bundle(other) != bundle(list(sample_kit().values()))


def test_a_teachers_worksheet_stays_out_of_the_pupil_bundle() -> None:
    sheet = replace(SAMPLE, worksheets=(replace(SAMPLE.worksheets[0], audience="teacher"),))
    assert "elev/fisa-1.pdf" not in _names(bundle(build_files(sheet, FONT_DIR), "pupil"))


def test_a_plan_with_nothing_optional_still_gives_a_kit() -> None:
    bare = replace(
        SAMPLE, slides=(), quiz=(), worksheets=(), family_letter=None, helplines=(), cases=(),
        misconceptions=(), vocabulary=(), statistics=(), hooks=(), crc=(), materials=(),
        exit_questions=(), background_html="", before_html="", after_html="", disclosure_html="",
        trusted_map_html="", subtitle="", content_note="",
    )  # fmt: skip
    names = {file.name for file in build_files(bare, FONT_DIR)}
    assert {"plan-de-lectie.pdf", "plan-de-lectie.docx"} <= names
