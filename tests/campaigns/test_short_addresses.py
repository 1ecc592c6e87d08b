"""A short address belongs to one campaign, whoever publishes and at whatever moment."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from wagtail.test.utils.form_data import nested_form_data, querydict_from_html, streamfield

from lms.campaigns.models import CampaignPage, ShortAddress, ShortAddressTaken
from lms.core import page_publishing
from tests.campaigns.builders import make_campaign, make_translation
from tests.factories import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def both_forms_are_checked_first(monkeypatch):
    """Before either of two campaigns is saved."""
    monkeypatch.setattr(CampaignPage, "clean", lambda page: None)


def test_of_two_campaigns_published_at_one_short_address_the_second_is_refused(
    both_forms_are_checked_first,
):
    page, other = make_campaign(short="unu"), make_campaign(short="doi")
    other.short = "unu"
    with pytest.raises(ShortAddressTaken):
        other.save()
    make_translation(page)
    assert CampaignPage.objects.filter(short="unu").count() == 2


def test_a_campaign_that_gave_up_its_short_address_leaves_it_to_others():
    page, other = make_campaign(short="unu"), make_campaign(short="doi")
    page.short = "trei"
    page.save()
    other.short = "unu"
    other.save()
    assert set(ShortAddress.objects.values_list("short", flat=True)) == {"trei", "unu"}


@pytest.fixture
def second(client, roles, both_forms_are_checked_first):
    """The draft of a campaign whose form was sent with another's short address, and the answer."""
    make_campaign(short="unu")
    other = make_campaign(short="doi")
    client.force_login(make_user(is_superuser=True))
    address = reverse("wagtailadmin_pages:edit", args=[other.pk])
    form = querydict_from_html(client.get(address).content.decode(), form_id="page-edit-form")
    form.update(nested_form_data({"body": streamfield([]), "action-publish": "1"}))
    form["short"], form["summary"] = "unu", "Scris acum."
    answer = client.post(address, form, follow=True).content.decode()
    return CampaignPage.objects.get(pk=other.pk), answer


def test_who_comes_second_is_told(second):
    assert "Altă campanie are deja această adresă scurtă." in second[1]


def test_who_comes_second_loses_nothing(second):
    assert second[0].get_latest_revision_as_object().summary == "Scris acum."


def test_who_comes_second_keeps_what_readers_have(second):
    assert second[0].short == "doi"


def test_a_draft_is_not_approved_once_its_short_address_is_of_another():
    waiting = make_campaign(short="doi")
    waiting.short = "unu"
    waiting.save_revision()
    assert page_publishing.errors_of(waiting) == {}
    make_campaign(short="unu")
    assert set(page_publishing.errors_of(waiting)) == {"short"}


def test_a_copy_does_not_take_the_short_address():
    page = make_campaign(short="unu")
    copy = page.copy(update_attrs={"slug": "copie"})
    page.clean()
    with pytest.raises(ValidationError):
        copy.clean()


def test_the_short_address_speaks_the_smaller_languages_too(client):
    page = make_campaign(short="unu")
    assert client.get("/hu/c/unu/").url == page.url
    hungarian = make_translation(page, language="hu", slug="tul-jo")
    assert client.get("/hu/c/unu/").url == hungarian.url
    assert '<html lang="hu">' in client.get("/hu/c/nicaieri/").content.decode()


def test_a_short_address_may_be_typed_in_capitals(client):
    page = make_campaign(short="unu")
    assert client.get("/c/UNU/").url == page.url
    other = make_campaign(short="UNU")
    assert client.get("/c/UNU/").url == other.url
