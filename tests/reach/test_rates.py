"""Reached pupils beside all pupils: by hand, and nothing where nobody says how many there are."""

from datetime import date

import pytest

from lms.organisations.models import PupilNumber
from lms.reach.annual import annual_tables
from lms.reach.selectors.annual import annual_report
from tests.factories import CountyFactory, SchoolFactory
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
YEAR = 2026


def table(key):
    return next(one for one in annual_tables(annual_report(YEAR)) if one.key == key)


def say(pupils, county):
    PupilNumber.objects.create(
        pupils=pupils, school_year=2025, county=county, source="INS", checked_on=date(2026, 11, 1)
    )


def test_a_rate_is_of_a_thousand_pupils():
    make_session(school=SchoolFactory())
    say(8_000, CountyFactory())
    assert table("T4a").cell("CJ", "rate") == 2.5


def test_without_a_number_there_is_no_rate():
    make_session(school=SchoolFactory())
    assert table("T4a").cell("CJ", "rate") is None


def test_the_country_is_divided_by_its_own_number():
    make_session(school=SchoolFactory())
    say(40_000, None)
    total = table("T4a").total
    assert total.cells[table("T4a").at("rate")] == 0.5


def test_the_notes_name_the_source():
    say(40_000, None)
    notes = " ".join(str(row.cells[1]) for row in table("T12").rows)
    assert "INS (2025-2026, 01.11.2026)" in notes
