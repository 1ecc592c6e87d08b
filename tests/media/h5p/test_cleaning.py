"""Text of content: words stay, what could run goes, by the semantics of approved libraries."""

import time

import pytest

from media.h5p.cleaning import clean, clean_text
from media.h5p.naming import LibraryName

NAME = LibraryName("H5P.Protect", 1, 0)
SEMANTICS = [
    {"name": "question", "type": "text", "widget": "html", "tags": ["b", "table"]},
    {"name": "label", "type": "text"},
    {"name": "one", "type": "group", "fields": [{"name": "tip", "type": "text"}]},
    {
        "name": "answers",
        "type": "list",
        "field": {
            "name": "answer",
            "type": "group",
            "fields": [
                {"name": "text", "type": "text", "tags": ["em"]},
                {"name": "correct", "type": "boolean"},
            ],
        },
    },
    {"name": "child", "type": "library"},
]
EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script><b>bine</b>"


def cleaned(**params):
    return clean(params, NAME, {NAME: SEMANTICS}.get)[0]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (EVIL, "<b>bine</b>"),
        ("<strong>bine</strong>", "<strong>bine</strong>"),
        ("<em>bine</em>", "bine"),
        ("<table><tr><td>1</td></tr></table>", "<table><tbody><tr><td>1</td></tr></tbody></table>"),
        ("<p onclick='x()'>bine</p>", "<p>bine</p>"),
        ("3 &lt; 4 și „așa”", "3 &lt; 4 și „așa”"),
    ],
)
def test_a_field_keeps_the_elements_that_it_asks_for(text, kept):
    assert cleaned(question=text)["question"] == kept


def test_a_field_without_elements_shows_them_as_text():
    assert cleaned(label="<b>&lt;i&gt;")["label"] == "&lt;b&gt;&lt;i&gt;"


def test_plain_words_are_left_as_they_are():
    assert clean({"label": "a & b"}, NAME, {NAME: SEMANTICS}.get) == ({"label": "a & b"}, ())


def test_a_group_with_a_single_field_is_stored_without_the_group():
    assert cleaned(one="<b>")["one"] == "&lt;b&gt;"


def test_lists_are_cleaned_through():
    answers = cleaned(answers=[{"text": "<em>da</em><script>x</script>", "correct": True}])
    assert answers["answers"] == [{"text": "<em>da</em>", "correct": True}]


def test_a_child_is_cleaned_by_its_own_semantics():
    child = {"library": str(NAME), "params": {"label": "<b>"}, "subContentId": "1"}
    assert cleaned(child=child)["child"] == {**child, "params": {"label": "&lt;b&gt;"}}


@pytest.mark.parametrize("library", ["H5P.Strain 1.0", "nimic", ""])
def test_a_child_of_which_nothing_is_known_keeps_plain_formatting(library):
    child = {"library": library, "params": {"x": f"{EVIL}<em>da</em>"}}
    assert cleaned(child=child)["child"]["params"] == {"x": "bine<em>da</em>"}


def test_a_field_that_nobody_named_keeps_plain_formatting():
    assert cleaned(altceva=[{"deep": EVIL}])["altceva"] == [{"deep": "bine"}]


def test_what_is_of_another_shape_than_said_is_cleaned_all_the_same():
    assert cleaned(answers={"text": EVIL}, question=[EVIL]) == {
        "answers": {"text": "bine"}, "question": ["bine"],
    }  # fmt: skip


def test_a_field_that_asks_for_no_element_has_paragraphs():
    assert clean_text("<p>da</p><b>x</b>", {"tags": []}) == "<p>da</p>x"
    assert clean_text("<p>da</p>", {}) == "&lt;p&gt;da&lt;/p&gt;"


@pytest.mark.parametrize("tag", ["script", "iframe", "svg", "img", "object", "style", "form"])
def test_no_semantics_may_ask_for_what_runs_or_loads(tag):
    assert f"<{tag}" not in clean_text(f"<{tag}>x</{tag}>", {"tags": [tag]})


@pytest.mark.parametrize("address", ["javascript:x()", "data:text/html,x", "vbscript:x"])
def test_a_link_leads_nowhere_that_runs(address):
    assert "href" not in clean_text(f'<a href="{address}">x</a>', {"tags": ["a"]})


def test_styles_are_those_that_the_field_asks_for():
    text = '<p style="color:red;text-align:center;background:url(http://x)">x</p>'
    assert clean_text(text, {"tags": ["p"]}) == '<p style="text-align:center">x</p>'


def test_a_field_with_colours_keeps_them():
    kept = clean_text('<p style="color:red">x</p>', {"tags": ["p"], "font": {"color": True}})
    assert kept == '<p style="color:red">x</p>'


def test_what_was_changed_is_told_by_its_path():
    params = {"answers": [{"text": "da"}, {"text": EVIL}]}
    assert clean(params, NAME, {NAME: SEMANTICS}.get)[1] == ("$.answers[1].text",)


def test_content_without_end_is_refused():
    deep: object = "x"
    for _ in range(200):
        deep = [deep]
    with pytest.raises(ValueError, match="nested too deep"):
        clean({"altceva": deep}, NAME, {}.get)


def test_cleaning_twice_changes_nothing_more():
    once = cleaned(question=EVIL, label="<b>", altceva=EVIL)
    assert clean(once, NAME, {NAME: SEMANTICS}.get) == (once, ())


@pytest.mark.parametrize("element", ["<div>", "<ul><li>"])
def test_elements_without_an_end_keep_nobody_waiting(element):
    began = time.process_time()
    cleaned = clean_text(element * 20_000, None)
    assert time.process_time() - began < 0.3
    assert "<" not in cleaned
