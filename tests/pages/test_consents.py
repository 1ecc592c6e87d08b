"""The records of consents in the admin: who reads, records and takes back."""

import uuid

import pytest
from django.urls import reverse

from lms.pages.models import MagazineArticlePage, StoryConsent, StoryWithdrawal
from lms.people.enums import Role
from lms.people.personal_data import export_of
from lms.people.services import erase_account
from tests.factories import make_user
from tests.pages.stories import AGREED, consent, make_article, make_news, make_story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
GIVEN = {**AGREED, "given_on": "2026-11-02", "covers_translations": "on"}


def sign_in(client, role):
    user = make_user(role)
    client.force_login(user)
    return user


def address(story, part=""):
    return reverse(f"pages_story{part}", args=[story.translation_key])


def test_an_editor_records_a_consent(client):
    editor = sign_in(client, Role.EDITOR)
    article = make_article()
    html = client.post(address(article, "_record"), GIVEN, follow=True).content.decode()
    recorded = StoryConsent.objects.get()
    assert (recorded.recorded_by, recorded.language) == (editor, "ro")
    assert "dosar R-12" in html
    assert "Acordul a fost înregistrat." in html


def test_coming_back_to_the_address_of_the_form_leads_to_the_record(client):
    sign_in(client, Role.EDITOR)
    article = make_story()
    response = client.get(address(article, "_record"))
    assert (response.status_code, response.url) == (302, address(article))
    assert client.get(reverse("pages_story_record", args=[uuid.uuid4()])).status_code == 404


@pytest.mark.parametrize(
    "wrong",
    [{"version": "2019"}, {"given_on": "2999-01-01"}, {"kept_where": ""}, {"agreed": ""}],
)
def test_a_consent_that_is_not_whole_is_not_recorded(client, wrong):
    sign_in(client, Role.EDITOR)
    response = client.post(address(make_article(), "_record"), {**GIVEN, **wrong})
    assert response.status_code == 422
    assert not StoryConsent.objects.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
def test_r25_one_button_takes_a_story_down(client, role):
    story = make_story()
    user = sign_in(client, role)
    shown = client.get(address(story)).content.decode()
    assert address(story, "_withdraw") in shown
    html = client.post(address(story, "_withdraw"), {"reason": ""}, follow=True)
    assert "1 pagină nu mai este pe site" in html.content.decode()
    assert StoryWithdrawal.objects.get().recorded_by == user
    assert not MagazineArticlePage.objects.get().live


def test_a_second_press_changes_nothing_and_says_so(client):
    story = make_story()
    sign_in(client, Role.SECRETARIAT)
    for _ in range(2):
        html = client.post(address(story, "_withdraw"), {}, follow=True).content.decode()
    assert "era deja retras" in html
    assert StoryWithdrawal.objects.count() == 1


def test_the_secretariat_records_no_consent(client):
    article = make_article()
    sign_in(client, Role.SECRETARIAT)
    assert "Înregistrați un acord" not in client.get(address(article)).content.decode()
    client.post(address(article, "_record"), GIVEN)
    assert not StoryConsent.objects.exists()


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER])
def test_nobody_else_reads_or_takes_back(client, role):
    story = make_story()
    sign_in(client, role)
    for response in (
        client.get(reverse("pages_stories")),
        client.get(address(story)),
        client.post(address(story, "_withdraw")),
        client.post(address(story, "_record"), GIVEN),
    ):
        assert response.status_code in (302, 403)
    assert StoryConsent.objects.count() == 1
    assert MagazineArticlePage.objects.get().live


def test_reading_the_address_of_the_button_takes_nothing_back(client):
    story = make_story()
    sign_in(client, Role.EDITOR)
    client.get(address(story, "_withdraw"))
    assert not StoryWithdrawal.objects.exists()


def test_there_is_no_record_of_what_is_no_story(client):
    sign_in(client, Role.EDITOR)
    news = make_news()
    for key in (uuid.uuid4(), news.translation_key):
        for part, send in (("", client.get), ("_record", client.post), ("_withdraw", client.post)):
            assert send(reverse(f"pages_story{part}", args=[key])).status_code == 404


def test_the_list_shows_what_has_no_consent_first_and_what_was_erased(
    client, django_assert_max_num_queries
):
    make_story(title="Cu acord")
    make_article(title="Fără acord", slug="fara")
    erased = make_story(title="Ștearsă", slug="stearsa")
    erased.delete()
    sign_in(client, Role.SECRETARIAT)
    client.get(reverse("pages_stories"))
    with django_assert_max_num_queries(20):
        html = client.get(reverse("pages_stories")).content.decode()
    assert html.index("Fără acord") < html.index("Cu acord")
    assert "pagină ștearsă" in html
    assert "Ștearsă" not in html


def withdrawn_story(client):
    story = make_story()
    sign_in(client, Role.EDITOR)
    client.post(address(story, "_withdraw"), {})
    return MagazineArticlePage.objects.get()


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("edit", []),
        ("copy", []),
        ("view_draft", []),
        ("revisions_view", ["revision"]),
        ("revisions_revert", ["revision"]),
        ("revisions_compare", ["earliest", "latest"]),
    ],
)
def test_r25_kept_revisions_of_a_story_taken_back_are_shown_to_nobody(client, name, more):
    story = withdrawn_story(client)
    parts = [story.latest_revision_id if part == "revision" else part for part in more]
    response = client.get(reverse(f"wagtailadmin_pages:{name}", args=[story.pk, *parts]))
    assert response.status_code in (302, 403, 410)
    assert "valiză mică" not in response.content.decode()


def test_a_new_consent_opens_the_page_for_editors_again(client):
    story = withdrawn_story(client)
    consent(story)
    response = client.get(reverse("wagtailadmin_pages:edit", args=[story.pk]))
    assert response.status_code == 200
    assert "Există un acord semnat la 02.11.2026" in response.content.decode()


def test_who_recorded_it_finds_it_in_the_own_data_and_leaves_no_name_when_erased(client):
    editor = sign_in(client, Role.EDITOR)
    consent(make_article(), by=editor)
    assert export_of(editor)["story_consents"][0]["version"] == "2026-11"
    erase_account(user=editor)
    assert StoryConsent.objects.get().recorded_by is None
