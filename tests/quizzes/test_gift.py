"""GIFT: what Moodle gets, and that it comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizzes.drafts import make_sheet
from quizzes.enums import Kind
from quizzes.gift import UnreadableGift, read, write
from tests.quizzes.drafts import BY_KIND, SAMPLES

EXACT = [kind for kind in Kind if kind != Kind.BRANCHING]
exact_sheets = st.one_of(*(BY_KIND[kind] for kind in EXACT)).map(make_sheet)


def written(kind):
    return write([make_sheet(SAMPLES[kind])])


@given(st.lists(exact_sheets, max_size=4))
def test_questions_come_back_from_gift_as_they_were(sheets):
    assert read(write(sheets)) == sheets


@given(BY_KIND[Kind.BRANCHING].map(make_sheet))
def test_a_story_comes_back_as_its_beginning(sheet):
    (back,) = read(write([sheet]))
    assert (back.kind, back.closing) == (Kind.FREE_TEXT, sheet.closing)
    assert back.text.startswith(sheet.text)


def test_a_story_says_that_gift_has_no_form_for_it():
    assert "// note: GIFT has no form" in written(Kind.BRANCHING)


@pytest.mark.parametrize(
    ("kind", "lines"),
    [
        (Kind.SINGLE, ["\t~A#De ce. A", "\t=B#De ce. B", "\t####Bine."]),
        (Kind.MULTIPLE, ["\t~%50%A#De ce. A", "\t~%-50%C#De ce. C"]),
        (Kind.TRUE_FALSE, ["\tT#De ce. Fals#De ce. Adevărat", "// a: Adevărat"]),
        (Kind.MATCH, ["\t=A -> 112", "// feedback a: De ce. A"]),
        (Kind.FILL, ["\t=\\{1\\} -> nu", "\t= -> mâine"]),
        (Kind.SCALE, ["\t~%100%deloc#De ce. deloc"]),
        (Kind.FREE_TEXT, ["::1::[plain]Cui îi spui? {"]),
    ],
)
def test_each_kind_is_written_as_moodle_reads_it(kind, lines):
    assert set(lines) <= set(written(kind).split("\n"))


def test_three_right_ones_share_a_weight_that_moodle_knows():
    sheet = make_sheet(SAMPLES[Kind.MULTIPLE])
    three = read(write([sheet]).replace("%50%", "%33.33333%").replace("~%-50%C", "~%33.33333%C"))
    assert "%33.33333%" in write(three)


@pytest.mark.parametrize(
    ("text", "kind", "options"),
    [
        ("Cine e? {=Ana ~Ion}", Kind.SINGLE, ["Ana", "Ion"]),
        ("// x\n$CATEGORY: a\n\n::T::Cine e? {\n=Ana\n~Ion\n}", Kind.SINGLE, ["Ana", "Ion"]),
        ("Două: {~%50%unu ~%50%doi ~trei}", Kind.MULTIPLE, ["unu", "doi", "trei"]),
        ("E adevărat.{TRUE}", Kind.TRUE_FALSE, ["Adevărat", "Fals"]),
        ("Perechi {=a -> 1 =b -> 2 =c -> 3}", Kind.MATCH, ["a", "b", "c"]),
        ("Scrie.{}", Kind.FREE_TEXT, []),
        ("Sună la {=119 ~118} acum.", Kind.SINGLE, ["119", "118"]),
    ],
)
def test_files_of_others_are_read(text, kind, options):
    (sheet,) = read(text)
    assert (sheet.kind, [option.text for option in sheet.options]) == (kind, options)


@pytest.mark.parametrize("text", ["fără răspunsuri", "Cât? {#3:1}", "Scurt? {=unu =doi}"])
def test_what_we_have_no_kind_for_is_refused(text):
    with pytest.raises(UnreadableGift):
        read(text)


def test_an_empty_file_has_no_questions():
    assert read("\n\n// nimic\n") == []
