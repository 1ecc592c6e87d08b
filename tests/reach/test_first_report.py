"""The live report read from the database."""

from datetime import date

import pytest

from lms.core.periods import Period
from lms.reach.counting import Breakdown
from lms.reach.selectors import live_report
from tests.factories import SchoolFactory
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
YEAR = Period(date(2026, 1, 1), date(2026, 12, 31))


def test_a_reported_session_counts_in_its_county():
    make_session(school=SchoolFactory())
    assert live_report(YEAR).breakdowns[Breakdown.COUNTY]["CJ"].pupils == 20
