"""Every PDF of a kit is tagged, says what it should, and takes content as text only."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pytest
from pypdf import PdfReader

from lessons.kits.build import TEMPLATES
from lessons.kits.documents import plan_data
from lessons.kits.sheets import PlanSheet
from lms.core.press import Press
from lms.core.qr import qr_svg
from tests.lessons.built_kit import FONT_DIR, pdf_text, sample_kit
from tests.lessons.sample_sheet import SAMPLE

PDF_NAMES = (
    "plan-de-lectie.pdf",
    "fisa-1.pdf",
    "fisa-1-raspunsuri.pdf",
    "planul-meu-de-siguranta.pdf",
    "studii-de-caz.pdf",
    "test.pdf",
    "test-cheie.pdf",
    "scrisoare-familie.pdf",
    "foaie-de-prezenta.pdf",
    "bilet-inregistrare.pdf",
    "afis-ajutor.pdf",
)


def _reader(name: str) -> PdfReader:
    return PdfReader(BytesIO(sample_kit()[name].content))


@pytest.mark.parametrize("name", PDF_NAMES)
def test_a_pdf_is_tagged(name: str) -> None:
    root = _reader(name).trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root


@pytest.mark.parametrize("name", PDF_NAMES)
def test_a_pdf_declares_pdf_ua(name: str) -> None:
    metadata = _reader(name).trailer["/Root"]["/Metadata"].get_data()
    assert b"pdfuaid" in metadata


@pytest.mark.parametrize("name", PDF_NAMES)
def test_a_pdf_states_romanian_and_a_title(name: str) -> None:
    reader = _reader(name)
    assert reader.trailer["/Root"]["/Lang"] == "ro-RO"
    assert reader.metadata is not None
    assert reader.metadata.title


@pytest.mark.parametrize("name", PDF_NAMES)
def test_a_pdf_has_text_and_not_only_shapes(name: str) -> None:
    assert len(pdf_text(sample_kit()[name].content)) > 100


@pytest.mark.parametrize("name", ["plan-de-lectie.pdf", "bilet-inregistrare.pdf", "fisa-1.pdf"])
def test_the_title_keeps_its_diacritics(name: str) -> None:
    assert SAMPLE.title in pdf_text(sample_kit()[name].content)


def test_the_plan_lists_every_step() -> None:
    text = pdf_text(sample_kit()["plan-de-lectie.pdf"].content)
    assert all(step.title in text for step in SAMPLE.steps)


def test_the_poster_shows_every_help_line() -> None:
    text = pdf_text(sample_kit()["afis-ajutor.pdf"].content).replace("\u00a0", " ")
    assert all(line.number in text for line in SAMPLE.helplines)


def test_the_poster_says_that_a_call_is_free() -> None:
    assert "(non-stop, gratuit)" in pdf_text(sample_kit()["afis-ajutor.pdf"].content)


def test_the_poster_says_which_version_it_is() -> None:
    assert "versiunea 3" in pdf_text(sample_kit()["afis-ajutor.pdf"].content)


def test_the_slip_sheet_holds_six_slips() -> None:
    text = pdf_text(sample_kit()["bilet-inregistrare.pdf"].content)
    assert text.count(SAMPLE.short_register_url) == 6


def test_the_head_count_sheet_fits_one_page() -> None:
    assert len(_reader("foaie-de-prezenta.pdf").pages) == 1


def test_the_head_count_sheet_has_no_place_for_pupils_names() -> None:
    text = pdf_text(sample_kit()["foaie-de-prezenta.pdf"].content)
    assert "Nume" not in text
    assert "Semnătura" not in text


@pytest.mark.parametrize(
    "code",
    ['#import "lib.typ": *', "$x$", "*a* și _b_", "\\u{41}", "#sys.inputs", "@nota", "<eticheta>",
     '"); #panic("x")', "= Titlu fals", "[#read(\"plan.typ\")]"],
)  # fmt: skip
def test_text_that_looks_like_code_is_printed_as_it_stands(code: str) -> None:
    text = _plan_text(replace(SAMPLE, summary=code, outcomes=(code,)))
    assert text.count(" ".join(code.split())) >= 2


@pytest.mark.parametrize("odd", ["😀", "→", "\u0d9e", "кирилиця", "a\u0301\u0302\u0303"])
def test_a_character_without_glyph_does_not_stop_the_kit(odd: str) -> None:
    text = _plan_text(replace(SAMPLE, summary=f"Începe {odd} sfârșit"))
    assert "Începe" in text
    assert "sfârșit" in text


def _plan_text(sheet: PlanSheet) -> str:
    press = Press(TEMPLATES, FONT_DIR, datetime(2026, 11, 23, tzinfo=UTC))
    return pdf_text(press.print("plan", plan_data(sheet)))


def test_the_qr_code_carries_another_drawing_for_another_address() -> None:
    assert qr_svg("https://a.example.org/1") != qr_svg("https://a.example.org/2")


def test_the_fonts_of_the_tests_are_installed() -> None:
    assert list(FONT_DIR.rglob("*.ttf"))
