import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.enums import AgeBand, Cycle
from lms.core.grades import (
    GRADE_BY_ROMAN,
    GRADES,
    PRE,
    age_band_of,
    cycle_of,
    grade_label,
    grades_label,
)

ALL_GRADES = [PRE, *range(14)]


def test_the_table_holds_kindergarten_and_grades_0_to_13_once_each():
    assert [row.grade for row in GRADES] == ALL_GRADES


@pytest.mark.parametrize(
    ("grades", "cycle"),
    [
        ([PRE], Cycle.PRESCHOOL),
        (range(5), Cycle.PRIMARY),
        (range(5, 9), Cycle.LOWER_SECONDARY),
        (range(9, 14), Cycle.UPPER_SECONDARY),
        ([None], Cycle.UNSPECIFIED),
    ],
)
def test_every_grade_has_its_cycle(grades, cycle):
    assert {cycle_of(grade) for grade in grades} == {cycle}


@pytest.mark.parametrize(
    ("grades", "band"),
    [
        ([PRE, *range(5)], AgeBand.AGES_6_10),
        (range(5, 9), AgeBand.AGES_11_14),
        (range(9, 14), AgeBand.AGES_15_18),
    ],
)
def test_every_grade_has_its_age_band(grades, band):
    assert {age_band_of(grade) for grade in grades} == {band}


def test_the_ninth_grade_belongs_to_15_18():
    assert age_band_of(9) == "15-18"


@pytest.mark.parametrize("wrong", [-2, 14, 100])
def test_a_grade_outside_the_table_is_refused(wrong):
    for ask in (age_band_of, cycle_of, grade_label):
        with pytest.raises(ValueError, match="no such grade"):
            ask(wrong)


def test_roman_numerals_name_grades_1_to_13():
    assert sorted(GRADE_BY_ROMAN.values()) == list(range(1, 14))
    assert GRADE_BY_ROMAN["IX"] == 9


@pytest.mark.parametrize(
    ("grades", "written"),
    [
        ([5, 6, 7, 8], "V–VIII"),
        ([9, 10, 11, 12], "IX–XII"),
        ([7], "VII"),
        ([8, 5, 6], "V–VI, VIII"),
        ([5, 5, 6], "V–VI"),
        ([0], "pregătitoare"),
        ([0, 1, 2, 3, 4], "pregătitoare–IV"),
        ([1, 3, 5], "I, III, V"),
        ([PRE], "preșcolar"),
        ([PRE, 0, 1], "preșcolar, pregătitoare–I"),
        ([], ""),
    ],
)
def test_grades_are_written_as_ranges(grades, written):
    assert grades_label(grades) == written


@given(st.lists(st.sampled_from(ALL_GRADES)))
def test_the_order_of_grades_does_not_change_how_they_are_written(grades):
    assert grades_label(grades) == grades_label(reversed(grades))


@given(st.sets(st.sampled_from(ALL_GRADES)), st.sets(st.sampled_from(ALL_GRADES)))
def test_different_sets_of_grades_are_written_differently(first, second):
    assert (grades_label(first) == grades_label(second)) == (first == second)
