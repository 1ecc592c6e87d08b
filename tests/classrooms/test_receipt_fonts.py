"""A PDF is made whatever stands in its texts: signs that the fonts lack are left out."""

import io
from datetime import UTC, datetime

import pytest
from pypdf import PdfReader

from lms.classrooms.receipts import press

MADE_AT = datetime(2026, 11, 23, tzinfo=UTC)
FRAME = {
    "title": "Adeverință", "locale": "ro", "platform": "ProTECT", "footer": "f",
    "name_label": "Se adeverește că", "statement": "a ținut", "columns": list("abcdef"),
    "lines": [list("abcdef")], "note": "n",
}  # fmt: skip


def text_of(name):
    pdf = press.print_pdf("activity", {**FRAME, "name": name}, MADE_AT)
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
def test_a_name_with_signs_that_the_fonts_lack_still_gives_a_document(foreign):
    text = text_of(f"Ana {foreign}\\Țăran")
    assert "Ana" in text
    assert "\\Țăran" in text


def test_names_in_the_scripts_of_the_neighbours_stay():
    assert "Іван Ґалаґан" in text_of("Іван Ґалаґан")


def test_what_cannot_be_made_shorter_is_not_tried_again(monkeypatch):
    import typst

    tried = []

    def refuse(compiler, template, content, made_at):
        tried.append(content)
        raise typst.TypstError('the text `"x"` could not be displayed')

    monkeypatch.setattr(press, "_compile", refuse)
    with pytest.raises(typst.TypstError):
        press.print_pdf("activity", {**FRAME, "name": "x"}, MADE_AT)
    assert len(tried) == 2
