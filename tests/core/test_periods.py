from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lms.core.periods import (
    Period,
    parse_school_year,
    school_year_of,
    school_year_start,
    school_year_value,
)

DAYS = st.dates(date(1990, 1, 1), date(2200, 1, 1))


def test_a_year_runs_from_january_to_december():
    assert Period.year(2026) == Period(date(2026, 1, 1), date(2026, 12, 31))


def test_february_has_29_days_in_a_leap_year():
    assert Period.month(2028, 2).end == date(2028, 2, 29)


def test_december_ends_in_its_own_year():
    assert Period.month(2026, 12).end == date(2026, 12, 31)


def test_a_school_year_runs_from_september_to_august():
    assert Period.school_year(2026) == Period(date(2026, 9, 1), date(2027, 8, 31))


def test_a_period_holds_its_first_and_last_day_and_no_other():
    march = Period.month(2026, 3)
    assert march.contains(date(2026, 3, 1))
    assert march.contains(date(2026, 3, 31))
    assert not march.contains(date(2026, 2, 28))
    assert not march.contains(date(2026, 4, 1))


def test_a_moment_is_refused_because_its_day_depends_on_the_zone():
    with pytest.raises(TypeError):
        Period.year(2026).contains(datetime(2026, 5, 1, 12))


def test_a_period_cannot_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        Period(date(2026, 2, 1), date(2026, 1, 31))


def test_there_is_no_thirteenth_month():
    with pytest.raises(ValueError, match="month"):
        Period.month(2026, 13)


@pytest.mark.parametrize(
    ("period", "label"),
    [
        (Period.year(2026), "2026"),
        (Period.month(2026, 3), "martie 2026"),
        (Period.month(2026, 12), "decembrie 2026"),
        (Period.school_year(2026), "anul școlar 2026–2027"),
        (Period(date(2026, 3, 1), date(2026, 4, 15)), "01.03.2026–15.04.2026"),
        (Period(date(2026, 11, 23), date(2026, 11, 23)), "23.11.2026"),
    ],
)
def test_a_period_is_written_for_people(period, label):
    assert period.label == label


@pytest.mark.parametrize(
    ("day", "start"),
    [(date(2026, 8, 31), 2025), (date(2026, 9, 1), 2026), (date(2027, 1, 1), 2026)],
)
def test_the_school_year_turns_on_the_first_of_september(day, start):
    assert school_year_start(day) == start


def test_a_school_year_is_stored_with_both_years():
    assert school_year_of(date(2027, 6, 15)) == "2026-2027"


@given(DAYS)
def test_every_day_is_in_its_own_school_year(day):
    assert Period.school_year(school_year_start(day)).contains(day)


@given(DAYS)
def test_months_follow_each_other_without_a_gap(day):
    month = Period.month(day.year, day.month)
    after = month.end + timedelta(days=1)
    assert month.contains(day)
    assert after.day == 1


@given(st.integers(1900, 2500))
def test_a_stored_school_year_is_read_back(year):
    assert parse_school_year(school_year_value(year)) == year


@pytest.mark.parametrize("wrong", ["", "2026", "2026-2028", "2026/2027", "26-27", "x2026-2027"])
def test_another_text_is_not_a_school_year(wrong):
    with pytest.raises(ValueError, match="not a school year"):
        parse_school_year(wrong)
