"""The micro-syntax of gaps, as the players read it."""

import pytest
from hypothesis import given

from media.h5p.content import Blank, Drop
from media.h5p.content.gaps import read_blanks, read_drops, write_blanks, write_drops
from tests.media.h5p_content.worlds import blank_lines, drop_texts


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("<p>Sun la *112*.</p>", ("<p>Sun la ", Blank(("112",)), ".</p>")),
        (
            "*112/unu-unu-doi:un indiciu*",
            (Blank(("112", "unu-unu-doi"), "un indiciu"),),
        ),
        ("* a / b :tip*", (Blank(("a", "b"), "tip"),)),
        ("*a:b:c*", (Blank(("a",), "b:c"),)),
        ("5 * 3", ("5 * 3",)),
        ("a ** b", ("a ** b",)),
        ("** *a*", ("** ", Blank(("a",)))),
        ("*<b>a</b>*", (Blank(("a",)),)),
        ("*Tom &amp; Ana*", (Blank(("Tom & Ana",)),)),
        ("*1&#47;2*", (Blank(("1/2",)),)),
        ("*a* *b*", (Blank(("a",)), " ", Blank(("b",)))),
        ("*a**b*", (Blank(("a",)), "*b*")),
        ("* *", (Blank(("",)),)),
        ("", ()),
    ],
)
def test_blanks_are_read_as_the_player_reads_them(source, parts):
    assert read_blanks(source) == parts


@pytest.mark.parametrize(
    ("source", "parts"),
    [
        ("a *b:tip* c\nd", ("a ", Drop("b", "tip"), " c\nd")),
        ("*b:tip\\+da\\-nu*", (Drop("b", "tip", "da", "nu"),)),
        ("*b\\-nu:tip*", (Drop("b", "tip", "", "nu"),)),
        ("*b *", (Drop("b"),)),
        ("*a**b*", (Drop("a"), Drop("b"))),
        ("*b\\+da\\+nu*", (Drop("b\\+da\\+nu", "", "da", ""),)),
        ("*x&#42;y* &lt; 1", (Drop("x*y"), " < 1")),
        ("un * singur", ("un * singur",)),
    ],
)
def test_drops_are_read_as_the_player_reads_them(source, parts):
    assert read_drops(source) == parts


def test_two_gaps_have_a_space_between_them():
    assert write_blanks([Blank(("a",)), Blank(("b",))]) == "*a* *b*"


def test_what_would_be_syntax_is_written_as_a_reference():
    assert write_blanks(["5 * 3 = ", Blank(("1/2:a", "*"))]) == "5 &#42; 3 = *1&#47;2&#58;a/&#42;*"
    assert write_drops(["2*2", Drop("a:b\\c<")]) == "2&#42;2*a&#58;b&#92;c&lt;*"


@given(blank_lines)
def test_blanks_come_back(parts):
    assert read_blanks(write_blanks(parts)) == parts


@given(drop_texts)
def test_drops_come_back(parts):
    assert read_drops(write_drops(parts)) == parts
