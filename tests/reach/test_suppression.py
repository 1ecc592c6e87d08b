"""Public breakdowns: nothing small is shown and nothing hidden comes back by subtraction."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.suppression import SMALLEST_SHOWN, suppress

figures = st.one_of(st.just(0), st.integers(1, 12), st.integers(10, 500))
breakdowns = st.dictionaries(
    st.text("abcdefgh", min_size=1, max_size=3), figures, min_size=2, max_size=42
)


def hidden(parts):
    return {part for part, shown in suppress(parts).items() if shown is None}


def test_without_small_figures_everything_is_shown():
    assert suppress({"AB": 0, "CJ": 10, "B": 25}) == {"AB": 0, "CJ": 10, "B": 25}


@pytest.mark.parametrize("small", range(1, 10))
def test_a_figure_from_one_to_nine_is_hidden(small):
    assert suppress({"AB": small, "CJ": 50, "B": 70})["AB"] is None


def test_a_lone_small_figure_takes_the_smallest_shown_one_with_it():
    assert hidden({"AB": 5, "CJ": 50, "B": 70}) == {"AB", "CJ"}


def test_small_figures_whose_sum_is_small_take_another_one_with_them():
    assert hidden({"AB": 3, "CJ": 4, "B": 70, "TM": 80}) == {"AB", "CJ", "B"}


def test_small_figures_that_hide_each_other_need_no_other():
    assert hidden({"AB": 6, "CJ": 7, "B": 70}) == {"AB", "CJ"}


def test_ten_ones_are_not_given_away_by_their_sum():
    parts = {str(at): 1 for at in range(10)} | {"B": 70, "CJ": 90}
    assert "B" in hidden(parts)


def test_zeros_are_shown_beside_hidden_figures():
    assert suppress({"AB": 0, "CJ": 5, "B": 70})["AB"] == 0


def test_with_nothing_to_hide_behind_the_whole_breakdown_is_hidden():
    assert set(suppress({"AB": 0, "CJ": 5}).values()) == {None}


def test_a_figure_below_zero_is_refused():
    with pytest.raises(ValueError, match="fewer than none"):
        suppress({"AB": -1})


@given(breakdowns)
def test_no_small_figure_is_ever_shown(parts):
    assert not any(shown and shown < SMALLEST_SHOWN for shown in suppress(parts).values())


@given(breakdowns)
def test_what_is_shown_is_true(parts):
    assert all(shown in (None, parts[part]) for part, shown in suppress(parts).items())


@given(breakdowns)
def test_subtraction_from_the_national_total_gives_no_hidden_figure_back(parts):
    """The attacker knows the total, what is shown, and that hidden figures are not zero."""
    kept = suppress(parts)
    gone = [part for part, shown in kept.items() if shown is None]
    if not gone:
        return
    rest = sum(parts.values()) - sum(shown for shown in kept.values() if shown is not None)
    least = 0 if len(gone) == len(parts) else 1
    # Each hidden figure may be anything from `least` to what the others leave: more than one value.
    assert len(gone) >= 2
    assert rest - least * (len(gone) - 1) > least


@given(breakdowns)
def test_the_hidden_figures_together_are_no_small_figure(parts):
    kept = suppress(parts)
    gone = [part for part, shown in kept.items() if shown is None]
    if gone and len(gone) < len(parts):
        assert sum(parts[part] for part in gone) >= SMALLEST_SHOWN


@given(breakdowns)
def test_the_order_of_the_parts_is_kept(parts):
    assert list(suppress(parts)) == list(parts)
