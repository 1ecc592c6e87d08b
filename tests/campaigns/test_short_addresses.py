"""A short address belongs to one campaign, whoever publishes and at whatever moment."""

import pytest
from django.http import HttpResponse
from django.urls import ResolverMatch

from lms.campaigns.middleware import ShortAddressMiddleware
from lms.campaigns.models import CampaignPage, ShortAddress, ShortAddressTaken
from tests.campaigns.builders import make_campaign, make_translation

pytestmark = pytest.mark.django_db


def test_of_two_campaigns_published_at_one_short_address_the_second_is_refused(monkeypatch):
    page, other = make_campaign(short="unu"), make_campaign(short="doi")
    other.short = "unu"
    # Both forms were checked before either of them was saved.
    monkeypatch.setattr(CampaignPage, "clean", lambda page: None)
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


def test_who_comes_second_is_asked_again_in_the_form(rf):
    asked = []

    def form(request):
        asked.append(request)
        return HttpResponse("Altă campanie are deja această adresă scurtă.")

    request = rf.post("/")
    request.resolver_match = ResolverMatch(form, (), {})
    middleware = ShortAddressMiddleware(form)
    assert middleware.process_exception(request, ShortAddressTaken("unu")).status_code == 200
    assert middleware.process_exception(request, ValueError()) is None
    assert len(asked) == 1


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
