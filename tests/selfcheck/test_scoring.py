"""Scoring: pure functions, the same in each language."""

import pytest
from django.conf import settings
from hypothesis import given
from hypothesis import strategies as st

from lms.selfcheck import library
from lms.selfcheck.scoring import band_of, outcome, total

KEYS = library.offered()
SOURCE = {key: library.instrument(key, settings.LANGUAGE_CODE) for key in KEYS}
FOUR_LANGUAGES = ("ro", "en", "hu", "uk")


@st.composite
def answered(draw):
    """An instrument's key and an answer to each of its items."""
    key = draw(st.sampled_from(KEYS))
    steps = st.integers(0, len(SOURCE[key].scale) - 1)
    size = len(SOURCE[key].items)
    return key, tuple(draw(st.lists(steps, min_size=size, max_size=size)))


def heaviest(instrument) -> tuple[int, ...]:
    """The answers that add most."""
    return tuple(item.points.index(max(item.points)) for item in instrument.items)


def lightest(instrument) -> tuple[int, ...]:
    """The answers that add nothing."""
    return tuple(item.points.index(0) for item in instrument.items)


@given(answered())
def test_r20_the_same_answers_give_the_same_band_in_each_language(given_answers):
    key, answers = given_answers
    bands = {band_of(library.instrument(key, code), answers).key for code in FOUR_LANGUAGES}
    assert len(bands) == 1


@given(answered(), st.data())
def test_a_heavier_answer_never_leads_to_a_lighter_band(given_answers, data):
    key, answers = given_answers
    instrument = SOURCE[key]
    place = data.draw(st.integers(0, len(answers) - 1))
    item = instrument.items[place]
    heavier = data.draw(
        st.sampled_from([a for a, p in enumerate(item.points) if p >= item.points[answers[place]]])
    )
    changed = (*answers[:place], heavier, *answers[place + 1 :])
    assert band_of(instrument, changed).least >= band_of(instrument, answers).least


@given(answered())
def test_every_answer_is_shown_once_and_advice_is_as_much_as_it_says(given_answers):
    key, answers = given_answers
    found = outcome(SOURCE[key], answers)
    assert len(found.advised) + len(found.others) == len(answers)
    assert len(found.advised) <= SOURCE[key].most_advice
    assert all(one.points >= one.item.advice_from for one in found.advised)


@pytest.mark.parametrize("key", KEYS)
def test_the_lightest_answers_fall_in_the_first_band_and_the_heaviest_in_the_last(key):
    instrument = SOURCE[key]
    assert total(instrument, lightest(instrument)) == 0
    assert band_of(instrument, lightest(instrument)) == instrument.bands[0]
    assert band_of(instrument, heaviest(instrument)) == instrument.bands[-1]


@pytest.mark.parametrize("key", KEYS)
def test_an_answer_that_is_missing_is_no_answer(key):
    with pytest.raises(ValueError, match="every item"):
        total(SOURCE[key], lightest(SOURCE[key])[1:])


def test_no_hope_is_met_with_words_whatever_the_sum():
    instrument = SOURCE["cum-ma-descurc"]
    answers = [*lightest(instrument)]
    place = [item.key for item in instrument.items].index("hope")
    answers[place] = heaviest(instrument)[place]
    found = outcome(instrument, answers)
    assert found.band == instrument.bands[0]
    assert "112" in found.cares[0]


def test_every_risky_answer_about_an_offer_is_met_with_advice():
    instrument = SOURCE["capcana-unei-oferte"]
    found = outcome(instrument, heaviest(instrument))
    assert [one.item for one in found.advised] == list(instrument.items)
