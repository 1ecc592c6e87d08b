"""One rule of freshness for what is read once and called for months."""

from datetime import date, timedelta

import pytest

from lms.core.freshness import DAYS, WARNED_DAYS, Shelf, is_nearly_stale, is_stale

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize("kind", Shelf)
def test_a_value_is_trusted_to_its_last_day_and_warned_of_a_month_before(kind):
    last = TODAY - timedelta(days=DAYS[kind])
    day, warned = timedelta(days=1), last + timedelta(days=WARNED_DAYS)
    assert (is_stale(kind, last, TODAY), is_stale(kind, last - day, TODAY)) == (False, True)
    assert is_nearly_stale(kind, warned - day, TODAY)
    assert not is_nearly_stale(kind, warned, TODAY)
    assert is_stale(kind, None, TODAY)
