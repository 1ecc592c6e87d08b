"""The sample kit, built once for all tests that look into it."""

from functools import lru_cache
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from lessons.kits.build import build_files
from lessons.kits.sheets import BuiltFile, PlanSheet
from tests.lessons.sample_sheet import SAMPLE

FONT_DIR = Path(__file__).parents[2] / "node_modules/@expo-google-fonts/atkinson-hyperlegible-next"


@lru_cache
def sample_kit() -> dict[str, BuiltFile]:
    """The files of the sample kit by name."""
    return kit_of(SAMPLE)


def kit_of(sheet: PlanSheet) -> dict[str, BuiltFile]:
    """The files of any sheet's kit by name."""
    return {file.name: file for file in build_files(sheet, FONT_DIR)}


def pdf_text(content: bytes) -> str:
    """All words of a PDF with single spaces between them."""
    pages = PdfReader(BytesIO(content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())
