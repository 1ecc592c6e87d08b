"""The pages of campaigns: what a reader meets at them."""

import io
from datetime import date

import pypdf
import pytest
import time_machine
from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse
from wagtail.models import Page

from lms.campaigns.enums import Channel, Method
from lms.campaigns.models import AdvertLine, CampaignOrganisation, CampaignPage
from lms.core.qualifiers import Qualifier
from lms.people.learners import remember
from tests.campaigns.builders import make_campaign, make_index, make_run, make_translation
from tests.factories import MemberOrganisationFactory, UserFactory
from tests.lessons.modules import make_learner
from tests.searching import search_pages

pytestmark = pytest.mark.django_db


def seen(client, address) -> BeautifulSoup:
    return BeautifulSoup(client.get(address).content, "html.parser")


def text_of(client, address) -> str:
    return " ".join(seen(client, address).get_text(" ").split())


def test_r23_a_campaign_has_a_page_a_short_address_and_its_days(client):
    page = make_campaign(short="prea-bine", ends_on=date(2027, 10, 18))
    answer = client.get("/c/prea-bine/")
    assert (answer.status_code, answer.url) == (302, page.url)
    text = text_of(client, page.url)
    assert "18.10.2026 – 18.10.2027" in text
    assert "/c/prea-bine/" in text
    assert seen(client, page.url).select_one(".share-code__qr svg")


def test_r23_its_reach_is_by_channel_and_marked_exact_or_estimate(client):
    page = make_campaign()
    make_run(page, 164, channel=Channel.STREET)
    make_run(page, 6000, Method.ESTIMATE, channel=Channel.PRESS, qualifier=Qualifier.EXACT)
    rows = [row.get_text("|", strip=True) for row in seen(client, page.url).select("tbody tr")]
    assert rows == [
        "stradă, gări, aeroporturi|persoane prezente|exact|164",
        "presă, radio, televiziune|estimare|estimativ|6\u00a0000",
    ]


@time_machine.travel("2027-11-01")
def test_after_its_last_day_it_says_so_and_stays_readable(client):
    page = make_campaign(ends_on=date(2027, 10, 18))
    text = text_of(client, page.url)
    assert "Campania s-a încheiat la 18.10.2027." in text
    assert "Buletinul îl lași la șef" in text
    assert "Încheiate, de citit mai departe Sună" not in text_of(client, "/campanii/")
    assert "Nicio campanie în acest moment" in text_of(client, "/campanii/")


@time_machine.travel("2027-10-18T10:00")
def test_on_its_last_day_it_still_runs(client):
    page = make_campaign(ends_on=date(2027, 10, 18))
    assert "s-a încheiat" not in text_of(client, page.url)


def test_an_empty_list_says_where_help_is(client):
    make_index()
    assert "Nicio campanie în acest moment" in text_of(client, "/campanii/")


def test_the_list_shows_cards(client):
    page = make_campaign()
    links = [link["href"] for link in seen(client, "/campanii/").select(".card__title a")]
    assert links == [page.url]


def test_the_short_address_leads_to_the_readers_language(client):
    page = make_campaign(short="prea-bine")
    english = make_translation(page, slug="too-good")
    assert client.get("/c/prea-bine/").url == page.url
    assert client.get("/en/c/prea-bine/").url == english.url


def test_the_short_address_leads_to_another_language_where_there_is_no_own(client):
    make_translation(make_campaign(short="doi"))
    page = make_campaign(short="prea-bine")
    assert client.get("/en/c/prea-bine/").url == page.url


def test_a_draft_has_no_short_address(client):
    make_campaign(short="prea-bine").unpublish()
    assert client.get("/c/prea-bine/").status_code == 404


def test_two_campaigns_do_not_share_a_short_address():
    make_campaign(short="unu")
    other = make_campaign(short="doi")
    other.short = "unu"
    with pytest.raises(ValidationError) as problem:
        other.clean()
    assert set(problem.value.message_dict) == {"short"}


def test_a_campaign_does_not_end_before_it_starts():
    page = make_campaign()
    page.ends_on = date(2026, 1, 1)
    with pytest.raises(ValidationError):
        page.clean()
    with pytest.raises(IntegrityError), transaction.atomic():
        CampaignPage.objects.filter(pk=page.pk).update(ends_on=date(2026, 1, 1))


def test_a_sign_says_what_to_do():
    with pytest.raises(ValidationError):
        AdvertLine(label="Acte", text="Lasă-le", sign="Sunt ale tale.").clean()


def test_the_poster_carries_the_sentence_the_address_and_the_signs(client):
    page = make_campaign(short="prea-bine")
    answer = client.get(f"{page.url}afis.pdf")
    text = pypdf.PdfReader(io.BytesIO(answer.content)).pages[0].extract_text()
    assert answer.headers["Content-Type"] == "application/pdf"
    for words in ("Mai uită-te o dată.", "/c/prea-bine", "Buletinul îl lași la șef"):
        assert words in text
    assert "8 ore pe zi" not in text


def test_what_is_no_campaign_has_neither_poster_nor_pledge(client):
    make_index()
    assert client.get("/campanii/alta/afis.pdf").status_code == 404
    assert client.get("/campanii/alta/promisiune/").status_code == 404
    page = make_campaign(pledge_title="", pledge_prompts="")
    assert client.get(f"{page.url}promisiune/").status_code == 404
    assert "promisiune" not in client.get(page.url).content.decode()


@pytest.mark.parametrize("part", ["", "promisiune/", "afis.pdf"])
def test_it_does_not_open_for_a_learner_who_is_younger(client, part):
    page = make_campaign(age_band="15-18")
    response = client.get(page.url)
    remember(response, make_learner(age_band="6-10"))
    client.cookies.update(response.cookies)
    assert client.get(f"{page.url}{part}").status_code == 403


def test_it_is_found_by_what_its_advert_says():
    page = make_campaign()
    assert page.pk in {found.pk for found in search_pages("buletin", "ro")}


def delete(client, page: Page):
    return client.post(reverse("wagtailadmin_pages:delete", args=[page.pk]))


@pytest.mark.parametrize("which", ["own", "list", "translation"])
def test_a_campaign_with_runs_is_not_deleted(client, which):
    client.force_login(UserFactory(is_superuser=True, is_staff=True))
    page = make_campaign()
    english = make_translation(page)
    make_run(page, 40)
    answer = delete(client, {"own": page, "list": page.get_parent(), "translation": english}[which])
    assert CampaignPage.objects.filter(pk__in=[page.pk, english.pk]).count() == 2
    assert "nu se poate șterge" in client.get(answer.url).content.decode()


def many(page, number):
    for _one in range(number):
        make_run(page, 40)
        page.carriers.add(CampaignOrganisation(organisation=MemberOrganisationFactory()))
    page.save()


def queries_of(client, address, django_assert_max_num_queries) -> int:
    client.get(address)
    with django_assert_max_num_queries(15) as counted:
        client.get(address)
    return len(counted)


def test_its_page_takes_as_many_queries_for_many_runs_as_for_one(
    client, settings, django_assert_max_num_queries
):
    settings.PAGE_CACHE = False
    page = make_campaign()
    many(page, 1)
    one = queries_of(client, page.url, django_assert_max_num_queries)
    many(page, 6)
    assert queries_of(client, page.url, django_assert_max_num_queries) == one


def test_the_list_takes_as_many_queries_for_many_campaigns_as_for_one(
    client, settings, django_assert_max_num_queries
):
    settings.PAGE_CACHE = False
    make_campaign()
    one = queries_of(client, "/campanii/", django_assert_max_num_queries)
    for _one in range(4):
        make_campaign()
    assert queries_of(client, "/campanii/", django_assert_max_num_queries) == one
