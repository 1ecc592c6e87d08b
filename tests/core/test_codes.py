import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.codes import ALPHABET, new_code, normalise_code


def test_the_alphabet_has_no_vowel_and_no_digit():
    assert not set(ALPHABET) & set("AEIOUY0123456789")


@pytest.mark.parametrize("alike", ["CG", "MN", "BP", "VW", "QO", "FS"])
def test_of_letters_that_are_confused_at_most_one_is_used(alike):
    assert len(set(alike) & set(ALPHABET)) <= 1


def test_a_code_has_two_groups_of_four():
    first, second = new_code().split("-")
    assert len(first) == len(second) == 4


def test_the_shape_of_a_code_can_be_chosen():
    assert [len(group) for group in new_code(groups=3, size=2).split("-")] == [2, 2, 2]


def test_codes_do_not_repeat():
    assert len({new_code(groups=4) for _ in range(500)}) == 500


def test_every_letter_of_the_alphabet_is_drawn():
    assert set("".join(new_code() for _ in range(200))) == {*ALPHABET, "-"}


@pytest.mark.parametrize(
    "typed",
    [
        "WDJB-MJHT",
        "wdjb-mjht",
        "wdjb mjht",
        "wdjbmjht",
        " WDJB - MJHT ",
        "W D J B M J H T",
        "wd-jb-mj-ht",
        "WDJB–MJHT",
        "wdjb.mjht",
        "ＷＤＪＢ ＭＪＨＴ",
    ],
)
def test_every_way_to_type_a_code_is_one_code(typed):
    assert normalise_code(typed) == "WDJB-MJHT"


@pytest.mark.parametrize("typed", ["", "  ", "-", "WDJB-MJH1", "WDJB-MJHÂ", "<b>", "ЖЖЖЖ"])
def test_what_cannot_be_a_code_is_refused(typed):
    assert normalise_code(typed) is None


def test_an_incomplete_group_is_refused():
    assert normalise_code("WDJB-MJH") is None


def test_a_letter_outside_the_alphabet_is_refused():
    assert normalise_code("WDJA-MJHT") is None


@given(groups=st.integers(1, 4), size=st.integers(1, 6))
def test_a_new_code_is_already_normal(groups, size):
    code = new_code(groups=groups, size=size)
    assert normalise_code(code, size=size) == code
