"""Numbers of certificates: a changed character never verifies."""

from hypothesis import given
from hypothesis import strategies as st

from lms.core.codes import ALPHABET
from lms.training.numbers import new_number, normalise_number

places = st.integers(0, 11)


def place_in(number, at):
    return at + at // 4


@given(places, st.sampled_from(ALPHABET))
def test_a_changed_letter_never_verifies(at, letter):
    number = new_number()
    where = place_in(number, at)
    changed = number[:where] + letter + number[where + 1 :]
    assert (normalise_number(changed) is None) == (changed != number)


@given(places, places)
def test_two_exchanged_letters_never_verify(one, other):
    number = list(new_number())
    first, second = place_in(number, one), place_in(number, other)
    swapped = list(number)
    swapped[first], swapped[second] = number[second], number[first]
    assert (normalise_number("".join(swapped)) is None) == (swapped != number)


def test_a_number_may_be_typed_in_small_letters_without_hyphens():
    number = new_number()
    assert normalise_number(number.lower().replace("-", " ")) == number


def test_a_number_with_a_letter_too_few_is_none():
    assert normalise_number(new_number()[:-1]) is None


def test_nothing_is_no_number():
    assert normalise_number("") is None
