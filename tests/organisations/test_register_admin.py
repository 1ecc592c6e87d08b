"""The secretariat's register in the admin: add, rename, close, merge; nothing is deleted."""

import pytest
from bs4 import BeautifulSoup
from wagtail.log_actions import registry

from lms.organisations.models import MemberOrganisation, Membership, School
from lms.organisations.services import merge_schools
from lms.people.enums import Role
from lms.people.models import User
from tests.factories import CountyFactory, MemberOrganisationFactory, SchoolFactory, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]

FORM = {
    "siiir": "0012",
    "name": "\u015ecoala Nouă",
    "county": "CJ",
    "locality_name": "Mociu",
    "medium": "rural",
    "level": "",
    "closed_on": "",
}


@pytest.fixture(autouse=True)
def secretariat(client, roles):
    CountyFactory()
    user = make_user(Role.SECRETARIAT)
    client.force_login(user)
    return user


def actions_on(thing):
    return [entry.action for entry in registry.get_logs_for_instance(thing)]


def test_a_school_is_added_and_logged(client):
    client.post("/admin/scoli/new/", FORM)
    school = School.objects.get(siiir="0012")
    assert (school.name, school.locality.name) == ("Școala Nouă", "Mociu")
    assert actions_on(school) == ["wagtail.create"]


def test_a_code_is_in_the_register_once(client):
    SchoolFactory(siiir="0012", name="Alta")
    client.post("/admin/scoli/new/", FORM)
    assert School.objects.get(siiir="0012").name == "Alta"


def test_a_school_is_renamed_and_found_by_its_new_name(client):
    school = SchoolFactory()
    client.post(f"/admin/scoli/edit/{school.pk}/", FORM)
    assert School.objects.matching("scoala noua mociu").get() == school


def test_a_school_does_not_say_that_nobody_uses_it(client):
    school = SchoolFactory()
    page = client.get(f"/admin/scoli/edit/{school.pk}/").content.decode()
    assert "utilizări" not in page


def test_a_code_never_changes(client):
    school = SchoolFactory(siiir="0099")
    client.post(f"/admin/scoli/edit/{school.pk}/", FORM)
    school.refresh_from_db()
    assert school.siiir == "0099"


def test_a_school_is_closed(client):
    school = SchoolFactory()
    client.post(f"/admin/scoli/edit/{school.pk}/", {**FORM, "closed_on": "2026-09-01"})
    assert not School.objects.open().exists()


def test_two_schools_are_merged_and_logged(client):
    duplicate, into = SchoolFactory(), SchoolFactory()
    client.post(f"/admin/scoli/{duplicate.pk}/unire/", {"school": into.pk})
    duplicate.refresh_from_db()
    assert duplicate.merged_into == into
    assert "organisations.merge" in actions_on(duplicate)


def test_schools_that_led_to_a_merged_one_lead_to_the_one_that_stays():
    first, second, last = SchoolFactory(), SchoolFactory(), SchoolFactory()
    merge_schools(duplicate=first, into=second)
    merge_schools(duplicate=second, into=last)
    first.refresh_from_db()
    assert first.merged_into == last


@pytest.mark.parametrize("kind", ["itself", "one that was merged away"])
def test_a_school_is_merged_into_nothing_but_another_that_stays(kind):
    school, gone = SchoolFactory(), SchoolFactory()
    merge_schools(duplicate=gone, into=SchoolFactory())
    with pytest.raises(ValueError, match="another one that stays"):
        merge_schools(duplicate=school, into=school if kind == "itself" else gone)


def test_the_page_of_a_merge_offers_schools_alike(client):
    school, alike = SchoolFactory(name="Școala „Teiul”"), SchoolFactory(name="Scoala „Teiul”")
    html = client.get(f"/admin/scoli/{school.pk}/unire/").content.decode()
    assert f'value="{alike.pk}"' in html
    assert f'value="{school.pk}"' not in html


@pytest.mark.parametrize("address", ["/admin/scoli/", "/admin/scoli/edit/{}/"])
def test_the_merge_is_linked_until_a_school_is_merged(client, address):
    school = SchoolFactory()
    merged = SchoolFactory(merged_into=school)
    html = client.get(address.format(school.pk)).content.decode()
    assert "Uniți cu alta" in html
    assert f'href="/admin/scoli/{school.pk}/unire/"' in html
    other = client.get(address.format(merged.pk)).content.decode()
    assert f'href="/admin/scoli/{merged.pk}/unire/"' not in other


def test_a_merge_that_finds_nothing_has_no_heading_over_nothing(client):
    school = SchoolFactory()
    html = client.get(f"/admin/scoli/{school.pk}/unire/", {"cauta": ""}).content.decode()
    assert "Școli găsite" not in html
    assert "Nicio școală nu se potrivește" in html


@pytest.mark.parametrize(
    "address, labels",
    [
        ("/admin/scoli/", {"Județ", "Mediu", "Nivel"}),
        ("/admin/cereri-scoli/", {"Stare", "Județ"}),
    ],
)
def test_the_filters_are_named_in_romanian(client, address, labels):
    soup = BeautifulSoup(client.get(address).content.decode(), "html.parser")
    found = {label.get_text(strip=True) for label in soup.select("label")}
    assert labels <= found
    assert not found & {"County", "State"}


def test_the_list_is_searched_without_diacritics(client):
    SchoolFactory(name="Școala „Țânțarul”")
    SchoolFactory(name="Liceul „Podul”")
    html = client.get("/admin/scoli/", {"q": "tantarul"}).content.decode()
    assert "Țânțarul" in html
    assert "Podul" not in html


@pytest.mark.parametrize("administrator", [False, True])
def test_a_school_is_never_deleted(client, administrator):
    if administrator:
        client.force_login(User.objects.create_superuser("admin@example.org", "x"))
    school = SchoolFactory()
    client.post(f"/admin/scoli/delete/{school.pk}/")
    assert School.objects.filter(pk=school.pk).exists()


def test_a_member_is_never_deleted(client):
    client.force_login(User.objects.create_superuser("admin@example.org", "x"))
    organisation = MemberOrganisationFactory()
    client.post(f"/admin/organizatii/delete/{organisation.pk}/")
    assert MemberOrganisation.objects.filter(pk=organisation.pk).exists()


def test_a_period_of_membership_is_ended_on_the_members_form(client):
    organisation = MemberOrganisationFactory()
    period = Membership.objects.create(organisation=organisation, since="2020-01-01")
    form = {
        "name": organisation.name,
        "code": organisation.code,
        "active_since": "",
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-MIN_NUM_FORMS": "1",
        "memberships-MAX_NUM_FORMS": "1000",
        "memberships-0-id": str(period.pk),
        "memberships-0-since": "2020-01-01",
        "memberships-0-until": "2025-12-31",
        "memberships-0-ORDER": "1",
    }
    client.post(f"/admin/organizatii/edit/{organisation.pk}/", form)
    period.refresh_from_db()
    assert str(period.until) == "2025-12-31"


@pytest.mark.parametrize(
    "address", ["/admin/scoli/", "/admin/organizatii/", "/admin/cereri-scoli/"]
)
@pytest.mark.parametrize("role", [Role.EDITOR, Role.OFFICER, Role.TEACHER])
def test_others_do_not_see_the_register(client, role, address):
    client.force_login(make_user(role))
    assert client.get(address).status_code in {302, 403}
