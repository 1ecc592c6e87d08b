"""The campaign that a new site starts with: complete in Romanian and English, loaded once."""

import tomllib

import pytest
from wagtail.models import Locale

from lms.campaigns.models import CampaignPage, CampaignRunRevision
from lms.campaigns.starter import campaigns, demonstration
from lms.organisations.models import MemberOrganisation
from tests.factories import MemberOrganisationFactory, make_home

FILES = sorted(campaigns.FOLDER.glob("*.toml"))
READ = {path.name: tomllib.loads(path.read_text()) for path in FILES}


@pytest.fixture
def _homes(db):
    home = make_home()
    home.copy_for_translation(Locale.objects.get_or_create(language_code="en")[0])


@pytest.mark.usefixtures("_homes")
def test_it_loads_once_into_an_empty_site():
    assert (campaigns.load(), campaigns.load()) == (2, 0)
    pages = CampaignPage.objects.live()
    assert {page.locale.language_code for page in pages} == {"ro", "en"}
    assert len({page.translation_key for page in pages}) == 1


@pytest.mark.usefixtures("_homes")
def test_its_demonstration_has_every_kind_of_figure_once():
    campaigns.load()
    for _one in range(3):
        MemberOrganisationFactory()
    assert MemberOrganisation.objects.count() == 3
    demonstration.load()
    demonstration.load()
    methods = CampaignRunRevision.objects.values_list("run__method", flat=True)
    assert len(methods) == 6
    assert set(methods) == {"attendance", "unique_visitors", "impressions", "estimate"}


def test_both_languages_have_the_same_signs():
    signs = [[bool(line["sign"]) for line in data["advert"]] for data in READ.values()]
    assert len(signs) == 2
    assert signs[0] == signs[1]


@pytest.mark.parametrize("name", READ)
def test_no_advert_names_a_real_firm_a_number_or_an_address(name):
    text = " ".join(f"{line['label']} {line['text']}" for line in READ[name]["advert"])
    assert not any(mark in text for mark in ("@", "http", "www", "+4", " SRL", "GmbH"))
