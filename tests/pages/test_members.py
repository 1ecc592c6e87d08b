"""The members: what each offers, to whom and where, and how they are found."""

from datetime import date

import pytest
from django.http import QueryDict

from lms.organisations.models import Membership
from lms.pages.models import MemberIndexPage, MemberOffer, MemberPage, WorkingGroup
from lms.pages.models import WorkingGroupsPage as GroupsPage
from lms.pages.selectors import member_list
from tests.factories import CountyFactory, MemberOrganisationFactory, make_home

pytestmark = pytest.mark.django_db


@pytest.fixture
def index():
    return make_home().add_child(instance=MemberIndexPage(title="Membri", slug="membri"))


def make_member(index, name, *offers):
    """A member with offers, each (kind, for whom, counties)."""
    organisation = MemberOrganisationFactory(name=name)
    Membership.objects.create(organisation=organisation, since=date(2020, 1, 1))
    page = MemberPage(
        title=name, slug=name.lower(), organisation=organisation, summary="Pe scurt.", body=[]
    )
    for kind, for_whom, counties in offers:
        offer = MemberOffer(kind=kind, for_whom=for_whom, what=f"{kind} pentru {for_whom}")
        offer.counties = list(counties)
        page.offers.add(offer)
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


@pytest.fixture
def members(index):
    cluj = CountyFactory()
    iasi = CountyFactory(
        mnemonic="IS", name="Iași", iso_code="RO-IS", region="Nord-Est", nuts3="RO213"
    )
    make_member(index, "Alfa", ("prevenire", "elevi", [cluj, iasi]), ("cazare", "victime", [iasi]))
    make_member(index, "Beta", ("prevenire", "elevi", []))
    make_member(index, "Gama")
    return index


def found(index, query):
    return [card.page.title for card in member_list(index, QueryDict(query)).cards]


def counts(index, key, query=""):
    options = member_list(index, QueryDict(query)).options[key]
    return {option.value: option.count for option in options}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("", ["Alfa", "Beta", "Gama"]),
        ("judet=CJ", ["Alfa"]),
        ("judet=-", ["Beta"]),
        ("pentru=elevi", ["Alfa", "Beta"]),
        ("fel=cazare", ["Alfa"]),
        ("judet=IS&pentru=victime", ["Alfa"]),
        ("judet=XX&pentru=nimeni", ["Alfa", "Beta", "Gama"]),
    ],
)
def test_a_filter_leaves_the_members_with_an_offer_that_fits(members, query, names):
    assert found(members, query) == names


def test_one_offer_must_fit_all_choices(members):
    """Alfa shelters victims in Iași and teaches in Cluj: it shelters nobody in Cluj."""
    assert found(members, "judet=CJ&pentru=victime") == []


def test_a_choice_says_how_many_members_it_would_leave(members):
    assert counts(members, "judet") == {"CJ": 1, "IS": 1, "-": 1}
    assert counts(members, "pentru") == {"victime": 1, "elevi": 2}
    assert counts(members, "pentru", "judet=CJ") == {"elevi": 1}


def test_the_list_is_filtered_by_its_address_without_scripts(client, members):
    page = client.get("/membri/?judet=CJ&pentru=elevi").content.decode()
    assert "Alfa" in page
    assert "Beta" not in page.split("</h2>", 1)[1]
    assert '<option value="CJ" selected>Cluj (1)</option>' in page


def test_a_member_says_what_it_offers_and_where_or_that_nobody_verified_it(client, members):
    assert "Cluj, Iași" in client.get("/membri/alfa/").content.decode()
    assert "încă neverificat" in client.get("/membri/beta/").content.decode()


def test_the_number_of_queries_does_not_grow_with_the_members(
    members, django_assert_max_num_queries
):
    for number in range(8):
        make_member(members, f"Alta{number}", ("prevenire", "elevi", [CountyFactory()]))
    with django_assert_max_num_queries(3):
        found(members, "judet=CJ")


def test_an_offer_keeps_its_counties_through_a_revision(members):
    page = MemberPage.objects.get(slug="alfa").get_latest_revision_as_object()
    assert {county.pk for county in page.offers.first().counties.all()} == {"CJ", "IS"}


def test_a_group_without_members_or_aim_says_that_it_is_not_verified(client, index):
    page = GroupsPage(title="Grupuri", slug="grupuri", body=[])
    page.groups.add(WorkingGroup(name="Cercetare"))
    group = WorkingGroup(name="Prevenire", aim="Prevenim.")
    group.organisations = [MemberOrganisationFactory(name="Alfa")]
    page.groups.add(group)
    index.add_child(instance=page)
    page.save_revision().publish()
    shown = client.get("/membri/grupuri/").content.decode()
    assert shown.count("încă neverificat") == 2
    assert "Din grup fac parte: Alfa" in shown
    assert '<a href="/membri/grupuri/">Grupuri</a>' in client.get("/membri/").content.decode()


@pytest.mark.parametrize("address", ["/membri/?judet=CJ", "/membri/alfa/"])
def test_a_page_of_members_takes_few_queries(
    client, members, address, django_assert_max_num_queries
):
    for number in range(5):
        make_member(members, f"Alta{number}", ("prevenire", "elevi", [CountyFactory()]))
    page = MemberPage.objects.get(slug="alfa")
    for number in range(10):
        offer = MemberOffer(kind="formare", for_whom="public", what=f"Formarea {number}")
        offer.counties = [CountyFactory()]
        page.offers.add(offer)
    page.save_revision().publish()
    client.get(address)
    with django_assert_max_num_queries(15):
        assert client.get(address + "&x=1" if "?" in address else address).status_code == 200


def test_a_draft_is_previewed_with_its_offers(members):
    draft = MemberPage.objects.get(slug="alfa").get_latest_revision_as_object()
    response = draft.make_preview_request(preview_mode="")
    response.render()
    assert "Cluj, Iași" in response.content.decode()
