"""A translation older than its original says so: to readers of legal facts, and to editors."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, PageLogEntry

from lms.pages.keeping.translations import find_left_behind
from lms.pages.models import HomePage, StandardPage, TranslationState
from lms.people.enums import Role
from tests.factories import make_home, make_user

pytestmark = pytest.mark.django_db

SAID = {
    "en": "The Romanian text changed on",
    "hu": "A román szöveg",
    "uk": "Румунський текст змінено",
}


def translate(page, language):
    locale = Locale.objects.get_or_create(language_code=language)[0]
    home = make_home()
    if not HomePage.objects.filter(locale=locale).exists():
        home.copy_for_translation(locale).save_revision().publish()
    copy = page.copy_for_translation(locale)
    copy.save_revision().publish()
    return StandardPage.objects.get(pk=copy.pk)


def make_page(legal=True):
    page = make_home().add_child(
        instance=StandardPage(title="Termeni", slug="termeni", states_legal_facts=legal)
    )
    page.save_revision().publish()
    return StandardPage.objects.get(pk=page.pk)


@pytest.mark.parametrize("language", ["en", "hu", "uk"])
def test_readers_of_legal_facts_are_told_in_their_language(client, language):
    page = make_page()
    copy = translate(page, language)
    assert SAID[language] not in client.get(copy.url).content.decode()
    page.save_revision().publish()
    html = client.get(copy.url).content.decode()
    assert SAID[language] in html
    assert f'href="{page.url}"' in html


def test_readers_of_other_pages_are_not_bothered(client):
    page = make_page(legal=False)
    copy = translate(page, "en")
    page.save_revision().publish()
    assert SAID["en"] not in client.get(copy.url).content.decode()


def test_a_translation_whose_original_was_retired_is_named():
    page = make_page()
    copy = translate(page, "en")
    assert not list(find_left_behind())
    page.unpublish()
    assert [found.where for found in find_left_behind()] == [f"{copy.title} (en)"]


@pytest.fixture
def older(client, roles):
    """A translation that is older, and an editor in the admin."""
    client.force_login(make_user(Role.EDITOR))
    page = make_page()
    copy = translate(page, "en")
    page.save_revision().publish()
    return copy


def test_an_editor_compares_and_says_that_it_is_up_to_date(client, older):
    address = reverse("pages_state", args=[older.pk])
    assert "Traducerea este mai veche decât originalul" in client.get(address).content.decode()
    client.post(reverse("pages_confirm_translation", args=[older.pk]))
    assert "mai veche" not in client.get(address).content.decode()
    assert TranslationState.objects.get().page_id == older.pk
    assert PageLogEntry.objects.filter(action="pages.translation_confirmed").exists()
    assert SAID["en"] not in client.get(older.url).content.decode()


def test_what_changed_since_the_last_comparison_is_one_press_away(client, older):
    client.post(reverse("pages_confirm_translation", args=[older.pk]))
    source = StandardPage.objects.get(locale__language_code="ro")
    source.save_revision().publish()
    html = client.get(reverse("pages_state", args=[older.pk])).content.decode()
    assert "Ce s-a schimbat în original" in html


def test_what_changed_since_the_translation_came_out_is_one_press_away(client, older):
    html = client.get(reverse("pages_state", args=[older.pk])).content.decode()
    source = older.get_translation(Locale.get_default())
    first, last = source.revisions.order_by("pk").values_list("pk", flat=True)
    args = [source.pk, first, last]
    assert reverse("wagtailadmin_pages:revisions_compare", args=args) in html


def test_the_date_of_review_is_chosen_from_a_calendar(client, older):
    html = client.get(reverse("pages_state", args=[older.pk])).content.decode()
    assert "date-time-chooser" in html


def test_the_date_of_review_is_moved_on(client, older):
    address = reverse("pages_state", args=[older.pk])
    client.post(address, {"review_by": "2030-01-31", "note": "legea"})
    html = client.get(address).content.decode()
    assert "De revăzut până la 31.01.2030." in html
    assert "legea" in html


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.TEACHER])
def test_others_neither_confirm_nor_move_a_date(client, older, role):
    client.force_login(make_user(role))
    client.post(reverse("pages_confirm_translation", args=[older.pk]))
    client.post(reverse("pages_state", args=[older.pk]), {"review_by": "2030-01-31"})
    assert not TranslationState.objects.exists()
    assert client.get(reverse("pages_content")).status_code in (302, 403)
