"""How many pupils there are: by school year, with a source, never guessed."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.utils import timezone

from lms.organisations.models import PupilNumber
from lms.organisations.selectors import pupil_numbers
from lms.people.roles import Role
from tests.factories import CountyFactory, make_user

pytestmark = pytest.mark.django_db


def say(pupils, school_year, county=None):
    return PupilNumber.objects.create(
        pupils=pupils,
        school_year=school_year,
        county=county,
        source="INS",
        checked_on=date(2026, 11, 1),
    )


def test_a_calendar_year_takes_the_school_year_that_it_begins_in():
    say(1_000, 2025)
    say(2_000, 2026)
    assert pupil_numbers(2026)[""].pupils == 1_000


def test_an_older_number_stands_in_for_one_that_is_not_known():
    say(1_000, 2020)
    assert pupil_numbers(2026)[""].pupils == 1_000


def test_a_county_has_a_number_of_its_own():
    say(1_000, 2025)
    say(300, 2025, CountyFactory())
    assert {part: one.pupils for part, one in pupil_numbers(2026).items()} == {"": 1_000, "CJ": 300}


def test_the_country_has_one_number_a_year():
    say(1_000, 2025)
    with pytest.raises(IntegrityError):
        say(2_000, 2025)


def test_a_county_has_one_number_a_year():
    county = CountyFactory()
    say(1_000, 2025, county)
    with pytest.raises(IntegrityError):
        say(2_000, 2025, county)


def test_the_secretariat_writes_a_number_with_its_source(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    form = {
        "county": CountyFactory().pk, "school_year": "2025", "pupils": "90000",
        "source": "INS", "source_address": "", "checked_on": "2026-11-01",
    }  # fmt: skip
    client.post("/admin/elevi/new/", form)
    assert PupilNumber.objects.get().pupils == 90_000


def test_a_number_without_a_source_is_refused(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    form = {"county": "", "school_year": "2025", "pupils": "9", "source": "", "checked_on": ""}
    client.post("/admin/elevi/new/", form)
    assert not PupilNumber.objects.exists()


def test_nobody_has_checked_a_number_tomorrow(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    form = {
        "county": "", "school_year": "2025", "pupils": "9", "source": "INS", "source_address": "",
        "checked_on": str(timezone.localdate() + timedelta(days=1)),
    }  # fmt: skip
    client.post("/admin/elevi/new/", form)
    assert not PupilNumber.objects.exists()
