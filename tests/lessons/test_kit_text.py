"""Reading the small HTML subset, cleaning text, and the two tables of words."""

from dataclasses import replace
from io import BytesIO

import docx
import pytest

from lessons.kits.build import build_files
from lessons.kits.cleaning import clean_sheet, clean_text
from lessons.kits.documents import options_across, unnumbered
from lessons.kits.labels import LABELS
from lessons.kits.richtext import Run, parse, plain
from tests.lessons.built_kit import FONT_DIR, kit_of, pdf_text
from tests.lessons.sample_sheet import SAMPLE


def test_a_paragraph_keeps_bold_and_italic() -> None:
    (block,) = parse("<p>unu <strong>doi</strong> <em>trei</em></p>")
    assert block.runs == [Run("unu "), Run("doi", True), Run(" "), Run("trei", False, True)]


def test_a_list_holds_its_items() -> None:
    (block,) = parse("<ul><li>a</li><li>b<ol><li>c</li></ol></li></ul>")
    assert [item.text for item in block.children] == ["a", "b"]
    assert block.children[1].children[0].kind == "ol"


def test_text_between_tags_of_layout_is_not_a_block() -> None:
    assert [block.kind for block in parse("\n<p>a</p>\n\n<h3>b</h3>\n")] == ["p", "h3"]


def test_a_paragraph_inside_an_item_is_the_item() -> None:
    (block,) = parse("<ul><li><p>a</p><p>b</p></li></ul>")
    assert block.children[0].text == "a\nb"


def test_text_after_a_list_is_a_paragraph_again() -> None:
    assert [block.kind for block in parse("<ul><li>a</li></ul><p>b</p>")] == ["ul", "p"]


def test_bare_text_becomes_a_paragraph() -> None:
    assert plain("salut") == "salut"


def test_unknown_tags_go_and_their_text_stays() -> None:
    assert plain('<p>vezi <a href="javascript:x">aici</a></p>') == "vezi aici"


def test_scripts_go_with_their_text() -> None:
    assert plain("<p>a</p><script>alert(1)</script><p>b</p>") == "a\nb"


@pytest.mark.parametrize("html", ["<p><ul><li>", "</p></ul>", "<li>a", "<b><i>x", "&lt;p&gt;", ""])
def test_broken_html_is_read_without_an_error(html: str) -> None:
    assert isinstance(parse(html), list)


def test_control_characters_are_stripped() -> None:
    assert clean_text("a\x00b\x0bc\ud800d\u202ee\ufffff") == "abcdef"


def test_line_breaks_and_tabs_stay() -> None:
    assert clean_text("a\r\nb\tc") == "a\nb\tc"


def test_a_combined_letter_becomes_one_character() -> None:
    assert clean_text("s\u0326") == "ș"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("0800 800 678", "0800\u00a0800\u00a0678"),
        ("2 500 de euro", "2\u00a0500 de euro"),
        ("61 % dintre", "61\u00a0% dintre"),
        ("20 min", "20\u00a0min"),
        ("5 minori", "5 minori"),
    ],
)
def test_no_line_break_tears_a_figure_apart(typed: str, printed: str) -> None:
    assert clean_text(typed) == printed


def test_cleaning_reaches_every_nested_text() -> None:
    step = replace(SAMPLE.steps[0], title="Pas\x07ul")
    assert clean_sheet(replace(SAMPLE, steps=(step,))).steps[0].title == "Pasul"


def test_control_characters_do_not_stop_any_file() -> None:
    kit = kit_of(replace(SAMPLE, title="Cum \x00\x1bsă fii", summary="Un\x0c rezumat"))
    document = docx.Document(BytesIO(kit["plan-de-lectie.docx"].content))
    assert any(paragraph.text == "Cum să fii" for paragraph in document.paragraphs)
    assert "Cum să fii" in pdf_text(kit["plan-de-lectie.pdf"].content)


def test_a_prompt_that_brings_its_number_is_not_numbered_twice() -> None:
    assert unnumbered("2. Propozițiile mele", 2) == "Propozițiile mele"


def test_a_number_that_is_part_of_the_prompt_stays() -> None:
    assert unnumbered("3 oameni în care am încredere", 3) == "3 oameni în care am încredere"


def test_both_languages_have_the_same_words() -> None:
    assert LABELS["ro"].keys() == LABELS["en"].keys()


def test_an_english_kit_has_no_romanian_label() -> None:
    english = build_files(replace(SAMPLE, locale="en"), FONT_DIR)
    names = {file.name for file in english}
    assert {"lesson-plan.pdf", "quiz-key.pdf", "README.txt"} <= names
    plan = next(file for file in english if file.name == "lesson-plan.pdf")
    assert "Pașii lecției" not in pdf_text(plan.content)


def test_romanian_words_use_the_comma_letters() -> None:
    assert not set("şţŞŢ") & set("".join(LABELS["ro"].values()))


@pytest.mark.parametrize(
    ("options", "across"),
    [
        (("da", "nu", "poate"), 3),
        (("da", "nu știu încă, mai întreb"), 2),
        (("da", "îi spun unui adult în care am încredere, azi"), 1),
        ((), 3),
    ],
)
def test_short_options_stand_side_by_side(options: tuple[str, ...], across: int) -> None:
    assert options_across(options) == across
