"""The members as a new site starts with them: only what the source says."""

import tomllib

import pytest

from lms.organisations import starter as organisations
from lms.organisations.models import County, MemberOrganisation
from lms.pages.models import MemberOffer, MemberPage, StandardPage, WorkingGroup
from lms.pages.starter import homes, members

pytestmark = pytest.mark.django_db


def test_every_member_has_a_page_with_offers_and_a_second_time_adds_nothing():
    organisations.load()
    homes.load()
    assert members.load() == 2 * MemberOrganisation.objects.count() + 4
    assert members.load() == 0
    assert not MemberPage.objects.filter(offers=None).exists()
    assert WorkingGroup.objects.filter(page__locale__language_code="ro").count() == 5
    assert StandardPage.objects.filter(slug="how-to-join").exists()
    assert len(set(MemberPage.objects.filter(slug="iza").values_list("translation_key"))) == 1
    in_tulcea = MemberOffer.objects.filter(counties="TL").values_list("page__slug", flat=True)
    assert set(in_tulcea) == {"iza"}


def test_offers_name_counties_and_organisations_that_exist():
    organisations.load()
    rows = tomllib.loads((members.FOLDER / "offers.toml").read_text())["offers"]
    assert {county for row in rows for county in row.get("counties", [])} <= set(
        County.objects.values_list("pk", flat=True)
    )
    assert {row["code"] for row in rows} == set(
        MemberOrganisation.objects.values_list("code", flat=True)
    )
