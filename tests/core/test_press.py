"""A PDF is made whatever stands in its texts: signs that the fonts lack are left out."""

import io
from datetime import UTC, datetime

import pytest
import typst
from django.conf import settings
from pypdf import PdfReader

from lms.core.press import FontMissingError, Press

MADE_AT = datetime(2026, 11, 23, tzinfo=UTC)
TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Probă")
#set text(font: ("Atkinson Hyperlegible Next", "Source Sans 3"), lang: "ro")
#data.text
"""


@pytest.fixture
def press(tmp_path):
    (tmp_path / "sheet.typ").write_text(TEMPLATE)
    return Press(tmp_path, settings.PRINT_FONTS_DIR, MADE_AT)


def printed(press, text):
    pdf = press.print("sheet", {"text": text})
    return PdfReader(io.BytesIO(pdf)).pages[0].extract_text()


@pytest.mark.parametrize(
    "foreign",
    [
        "王小明",
        "ไทย ภาษา",
        "조선",
        "".join(map(chr, range(0x4E00, 0x4E80))),
        "\x00\x07\x9f",
        "\u202e\u200d\U000e0001",
        "\ue000\uf8ff",
        "\u0378\uffff",
        "\ud800",
        "⛄☔",
    ],
)
def test_a_text_with_signs_that_the_fonts_lack_still_gives_a_document(press, foreign):
    text = printed(press, f"Ana {foreign}\\Țăran")
    assert "Ana" in text
    assert "\\Țăran" in text


def test_names_in_the_scripts_of_the_neighbours_stay(press):
    assert "Іван Ґалаґан" in printed(press, "Іван Ґалаґан")


def test_cyrillic_is_set_without_serifs(press):
    page = PdfReader(io.BytesIO(press.print("sheet", {"text": "Ana Їжак"}))).pages[0]
    fonts = {font.get_object()["/BaseFont"] for font in page["/Resources"]["/Font"].values()}
    assert len(fonts) == 2
    assert any("SourceSans3" in font for font in fonts)


def test_a_line_break_stays_one(press):
    assert printed(press, "unu\ndoi").split("\n") == ["unu", "doi"]


def test_a_missing_font_is_an_error_and_not_an_empty_page(tmp_path):
    with pytest.raises(FontMissingError):
        Press(tmp_path, tmp_path, MADE_AT)


def test_what_cannot_be_made_shorter_is_not_tried_again(press, monkeypatch):
    tried = []

    def refuse(template, content):
        tried.append(content)
        raise typst.TypstError('the text `"x"` could not be displayed')

    monkeypatch.setattr(press, "_compile", refuse)
    with pytest.raises(typst.TypstError):
        press.print("sheet", {"text": "x"})
    assert len(tried) == 2
