"""Counties, members and the demonstration register that a new site starts with."""

from datetime import date

import pytest

from lms.organisations.models import County, MemberOrganisation, School
from lms.organisations.starter import load

pytestmark = pytest.mark.django_db


def test_there_are_42_counties_and_21_members():
    load()
    assert (County.objects.count(), MemberOrganisation.objects.count()) == (42, 21)


def test_counties_are_in_the_order_of_the_alphabet():
    load()
    names = list(County.objects.values_list("name", flat=True))
    assert names.index("Dâmbovița") < names.index("Dolj")
    assert names.index("Brașov") < names.index("Brăila")
    assert names.index("Vaslui") < names.index("Vâlcea") < names.index("Vrancea")


def test_membership_is_dated():
    load()
    assert MemberOrganisation.objects.members_on(date(2020, 1, 1)).count() == 21
    assert MemberOrganisation.objects.members_on(date(2019, 12, 31)).count() == 0


def test_loading_twice_adds_nothing():
    load()
    before = School.objects.count(), County.objects.count()
    load()
    assert (School.objects.count(), County.objects.count()) == before


def test_loading_again_keeps_what_the_secretariat_changed():
    load()
    School.objects.filter(siiir="DEMO000001").update(name="Alt nume")
    load()
    assert School.objects.get(siiir="DEMO000001").name == "Alt nume"


def test_the_demonstration_register_covers_every_county_and_says_what_it_is():
    load()
    assert School.objects.values("county").distinct().count() == 42
    assert not School.objects.exclude(siiir__startswith="DEMO").exists()
    assert set(School.objects.values_list("medium", flat=True)) == {"urban", "rural"}


def test_production_gets_no_invented_schools(settings):
    settings.DEMO = False
    load()
    assert not School.objects.exists()
