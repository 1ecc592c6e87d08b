from datetime import date, datetime

import pytest
from django.utils import translation
from django.utils.formats import date_format
from hypothesis import given
from hypothesis import strategies as st

from lms.core.numbers import (
    NO_BREAK_SPACE,
    format_date,
    format_decimal,
    format_month,
    format_number,
    format_size,
)


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (0, "0"),
        (999, "999"),
        (1000, "1~000"),
        (78970, "78~970"),
        (1234567, "1~234~567"),
        (-4050, "-4~050"),
    ],
)
def test_numbers_are_grouped_by_three_with_a_no_break_space(number, written):
    assert format_number(number) == written.replace("~", "\u00a0")


@given(st.integers())
def test_a_number_is_read_back_without_its_spaces(number):
    assert int(format_number(number).replace(NO_BREAK_SPACE, "")) == number


@pytest.mark.parametrize(
    ("size", "written"),
    [
        (0, "0~B"),
        (999, "999~B"),
        (1000, "1~kB"),
        (40_400, "40~kB"),
        (999_499, "999~kB"),
        (999_999, "1~MB"),
        (1_234_567, "1,2~MB"),
        (20_000_000, "20~MB"),
        (999_999_999, "1~GB"),
        (2_500_000_000, "2,5~GB"),
        (7 * 10**15, "7000~TB"),
    ],
)
def test_sizes_are_written_in_romanian(size, written):
    assert format_size(size) == written.replace("~", "\u00a0")


@pytest.mark.parametrize("language", ["en", "en-gb"])
def test_english_writes_a_size_with_a_point(language):
    assert format_size(1_234_567, language) == "1.2\u00a0MB"


@pytest.mark.parametrize("language", ["ro", "hu", "uk"])
def test_other_languages_write_a_size_with_a_comma(language):
    assert format_size(1_234_567, language) == "1,2\u00a0MB"


def test_a_negative_size_is_refused():
    with pytest.raises(ValueError, match="negative"):
        format_size(-1)


def test_a_date_is_written_day_first():
    assert format_date(date(2026, 11, 3)) == "03.11.2026"


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [("uk", "30.11.2026", "11.2026"), ("hu", "2026. 11. 30.", "2026. 11.")],
)
def test_hungarian_writes_the_year_first(language, day, month):
    assert format_date(date(2026, 11, 30), language) == day
    assert format_month(date(2026, 11, 30), language) == month


@pytest.mark.parametrize(
    ("language", "written"),
    [("ro", "30.11.2026"), ("en", "30.11.2026"), ("uk", "30.11.2026"), ("hu", "2026. 11. 30.")],
)
@pytest.mark.parametrize("name", ["DATE_FORMAT", "SHORT_DATE_FORMAT"])
def test_pages_write_a_date_as_their_language_does(language, written, name):
    with translation.override(language):
        assert date_format(date(2026, 11, 30), name) == written


def test_a_moment_is_written_as_its_own_day():
    assert format_date(datetime(2026, 11, 23, 23, 59)) == "23.11.2026"


@pytest.mark.parametrize(
    ("language", "written"), [("ro", "1~234,6"), ("hu", "1~234,6"), ("en", "1~234.6")]
)
def test_a_decimal_has_the_mark_of_its_language(language, written):
    assert format_decimal(1234.56, language) == written.replace("~", "\u00a0")
