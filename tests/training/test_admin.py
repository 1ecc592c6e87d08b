"""Programmes in the editors' hands, and where words lead to them."""

import pytest
from django.urls import reverse
from wagtail.models import Locale

from lms.pages.starter.homes import ADDRESSES
from lms.people.enums import Role
from lms.people.links import links_for
from lms.training.models import ProgrammeAudience, ProgrammeIndexPage, ProgrammePage
from media.models import ContentDocument
from tests.factories import UserFactory, make_user
from tests.searching import search_pages
from tests.training.programmes import GUIDE, add_material, make_programme

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]


@pytest.fixture
def editor(client):
    client.force_login(make_user(Role.EDITOR))
    return client


@pytest.fixture
def admin_client(client):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    return client


def titles(words):
    return {page.title for page in search_pages(words, "ro")}


def edit(client, page):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))


def publish_in_bulk(client, page):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{url}?id={page.pk}&next=/admin/")
    return client.get(response.url).content.decode()


def test_an_editor_opens_a_programme(editor):
    assert edit(editor, make_programme()).status_code == 200


def test_an_editor_may_begin_a_programme(editor):
    index = make_programme().get_parent()
    address = reverse("wagtailadmin_pages:add", args=["training", "programmepage", index.pk])
    assert editor.get(address).status_code == 200


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER])
def test_nobody_else_opens_the_form(client, role):
    client.force_login(make_user(role))
    assert edit(client, make_programme()).status_code == 403


def test_an_editor_sees_the_guide_as_trainers_will(editor):
    programme = make_programme()
    programme.save_revision()
    address = reverse("wagtailadmin_pages:view_draft", args=[programme.pk])
    assert editor.get(address).status_code == 200
    guide = programme.make_preview_request(preview_mode="guide")
    assert GUIDE in guide.render().content.decode()


def test_a_programme_stands_below_the_list_only():
    assert ProgrammePage.allowed_parent_page_models() == [ProgrammeIndexPage]


def test_a_site_has_one_list():
    home = make_programme().get_parent().get_parent()
    assert not ProgrammeIndexPage.can_create_at(home)


def test_nothing_is_published_in_bulk_that_does_not_add_up(editor):
    programme = make_programme(minutes=(60, 120))
    programme.duration = 200
    programme.save_revision()
    assert "Minutele din agendă adună 180" in publish_in_bulk(editor, programme)


def test_a_whole_programme_is_published_in_bulk(editor):
    programme = make_programme()
    programme.title = "Alt titlu"
    programme.save_revision()
    publish_in_bulk(editor, programme)
    programme.refresh_from_db()
    assert programme.title == "Alt titlu"


@pytest.mark.parametrize("words", ["semnelor", "preoților", "conștientizarea", "ajutorul"])
def test_a_programme_is_found_by_what_its_page_says(words):
    make_programme(title="Semne", audiences=("preoti",))
    assert titles(words) == {"Semne"}


def test_a_programme_is_found_by_a_group_that_was_added_to_it():
    programme = make_programme(title="Semne", audiences=("ong",))
    programme.audiences.add(ProgrammeAudience(audience="preoti"))
    programme.save_revision().publish()
    assert titles("preoți") == {"Semne"}


def test_nobody_finds_a_programme_by_its_guide():
    make_programme(guide="<p>Plicurile cu replici.</p>")
    assert titles("plicuri") == set()


def test_a_programme_that_was_copied_keeps_its_parts():
    programme = make_programme(audiences=("preoti", "ong"), minutes=(60, 120))
    copy = programme.copy(update_attrs={"slug": "copie"})
    assert (copy.audiences.count(), copy.agenda.count()) == (2, 2)


def test_a_translation_begins_with_the_parts_of_the_original():
    programme = make_programme(audiences=("preoti", "ong"), minutes=(60, 120))
    english = Locale.objects.get_or_create(language_code="en")[0]
    translation = programme.copy_for_translation(english, copy_parents=True)
    assert (translation.audiences.count(), translation.agenda.count()) == (2, 2)


@pytest.mark.parametrize(("role", "led"), [(Role.TRAINER, True), (Role.TEACHER, False)])
def test_the_home_of_an_account_leads_a_trainer_to_the_programmes(role, led):
    addresses = [url for _title, url, _icon in links_for(make_user(role))]
    assert ("/formare/" in addresses) is led


@pytest.mark.parametrize("how", ["one", "many"])
def test_a_document_of_a_programme_is_not_deleted(admin_client, how):
    document = add_material(make_programme()).document
    if how == "one":
        address = reverse("wagtaildocs:delete", args=[document.pk])
    else:
        bulk = reverse("wagtail_bulk_action", args=["media", "contentdocument", "delete"])
        address = f"{bulk}?id={document.pk}&next=/admin/"
    assert admin_client.post(address).status_code < 500
    assert ContentDocument.objects.filter(pk=document.pk).exists()


def test_the_trainers_door_of_the_home_page_leads_to_the_programmes():
    assert ADDRESSES["formator"] == ("trainer", "formare/")
