"""Counties as people write them into tables."""

import pytest

from lms.organisations.selectors import county_codes, county_key
from tests.factories import CountyFactory


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Cluj", "județul Cluj", "Jud. CLUJ", "cj"])
def test_a_county_is_found_by_its_name_or_mnemonic(text):
    CountyFactory()
    assert county_codes().get(county_key(text)) == "CJ"


@pytest.mark.django_db
@pytest.mark.parametrize("text", ["Caraș-Severin", "Caras Severin", "jud. cara\u015f - severin"])
def test_a_county_with_a_hyphen_is_found_without_it(text):
    CountyFactory(mnemonic="CS", name="Caraș-Severin", iso_code="RO-CS", nuts3="RO422")
    assert county_codes().get(county_key(text)) == "CS"
