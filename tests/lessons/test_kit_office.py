"""Word and PowerPoint files open with their libraries and say what the sheet says."""

from io import BytesIO
from typing import Any

import docx
import pytest
from pptx import Presentation
from pptx.oxml.ns import qn

from tests.lessons.built_kit import sample_kit
from tests.lessons.sample_sheet import NOTES_MARK, SAMPLE

DOCX_NAMES = (
    "plan-de-lectie.docx",
    "fisa-1.docx",
    "fisa-1-raspunsuri.docx",
    "planul-meu-de-siguranta.docx",
    "scrisoare-familie.docx",
)


def _deck() -> Any:
    return Presentation(BytesIO(sample_kit()["prezentare.pptx"].content))


def _document(name: str) -> Any:
    return docx.Document(BytesIO(sample_kit()[name].content))


@pytest.mark.parametrize("name", DOCX_NAMES)
def test_a_word_file_opens_and_has_a_title_paragraph(name: str) -> None:
    assert any(p.style.name == "Title" and p.text for p in _document(name).paragraphs)


@pytest.mark.parametrize("name", DOCX_NAMES)
def test_a_word_file_is_in_romanian(name: str) -> None:
    languages = {
        mark.get(docx.oxml.ns.qn("w:val"))
        for mark in _document(name).styles.element.iter(docx.oxml.ns.qn("w:lang"))
    }
    assert languages == {"ro-RO"}


def test_the_word_plan_has_every_step_as_heading() -> None:
    headings = [
        p.text
        for p in _document("plan-de-lectie.docx").paragraphs
        if p.style.name.startswith("Heading")
    ]
    assert all(any(step.title in text for text in headings) for step in SAMPLE.steps)


def test_the_qr_code_of_the_word_plan_has_an_alternative_text() -> None:
    picture = _document("plan-de-lectie.docx").inline_shapes[0]
    assert SAMPLE.short_register_url in picture._inline.docPr.get("descr")


def test_every_slide_has_a_title_placeholder_with_text() -> None:
    assert all(slide.shapes.title.text_frame.text for slide in _deck().slides)


def test_the_deck_opens_with_the_lesson_and_ends_with_help() -> None:
    titles = [slide.shapes.title.text_frame.text for slide in _deck().slides]
    assert titles == [SAMPLE.title, *(slide.title for slide in SAMPLE.slides), "Cui îi poți spune"]


def test_the_notes_hold_what_the_teacher_says() -> None:
    assert NOTES_MARK in _deck().slides[1].notes_slide.notes_text_frame.text


def test_every_run_on_a_slide_is_marked_romanian() -> None:
    languages = {
        run.find(qn("a:rPr")).get("lang")
        for slide in _deck().slides
        for run in slide.element.iter(qn("a:r"))
    }
    assert languages == {"ro-RO"}


def test_every_slide_after_the_first_has_a_slide_number() -> None:
    for slide in list(_deck().slides)[1:]:
        kinds = [shape.placeholder_format.type.name for shape in slide.placeholders]
        assert "SLIDE_NUMBER" in kinds


def test_drawn_shapes_on_the_help_slide_have_alternative_texts() -> None:
    drawn = [shape for shape in _deck().slides[-1].shapes if not shape.is_placeholder]
    assert drawn
    assert all(shape._element.find(f".//{qn('p:cNvPr')}").get("descr") for shape in drawn)


def test_no_shape_identity_is_used_twice_on_a_slide() -> None:
    for slide in _deck().slides:
        numbers = [shape.shape_id for shape in slide.shapes]
        assert len(numbers) == len(set(numbers))


def test_a_help_line_stands_at_the_foot_of_each_page_of_a_word_worksheet() -> None:
    foot = _document("fisa-1.docx").sections[0].footer.paragraphs[0].text
    assert all(line.number in foot.replace("\u00a0", " ") for line in SAMPLE.helplines[:3])


def test_the_exit_questions_of_the_word_plan_are_numbered() -> None:
    texts = {paragraph.text for paragraph in _document("plan-de-lectie.docx").paragraphs}
    numbered = {f"{n}.\t{q}" for n, q in enumerate(SAMPLE.exit_questions, start=1)}
    assert numbered <= texts


def test_the_parts_of_a_task_stay_on_one_page_of_a_word_worksheet() -> None:
    paragraphs = _document("fisa-1.docx").paragraphs
    first = next(n for n, p in enumerate(paragraphs) if p.style.name == "Heading 1")
    after = next(n for n, p in enumerate(paragraphs) if n > first and p.style.name == "Heading 1")
    assert all(p.paragraph_format.keep_with_next for p in paragraphs[first : after - 1])


def test_the_foot_of_a_slide_says_which_version_it_is() -> None:
    texts = [shape.text_frame.text for shape in _deck().slides[1].placeholders]
    assert any("versiunea 3" in text for text in texts)
