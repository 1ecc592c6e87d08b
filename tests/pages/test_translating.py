"""A page is translated in the admin, from the menu to the reader, in Romanian."""

import re

import pytest
from django.urls import reverse
from wagtail.models import Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from lms.pages.models import HomePage, StandardPage
from lms.people.enums import Role
from tests.factories import make_home, make_user

pytestmark = pytest.mark.django_db
ENGLISH = re.compile(r">\s*(Translate|Submit|Locales?|Publish|Save [Dd]raft|Checks?)\b")


@pytest.fixture
def editor(client, roles):
    client.force_login(make_user(Role.EDITOR))
    return client


@pytest.fixture
def page():
    home = make_home()
    hungarian = Locale.objects.get_or_create(language_code="hu")[0]
    if not HomePage.objects.filter(locale=hungarian).exists():
        home.copy_for_translation(hungarian).save_revision().publish()
    page = home.add_child(instance=StandardPage(title="Cum ceri ajutor", slug="ajutor-cerut"))
    page.save_revision().publish()
    return page


def send(client, address, **fields):
    """The form of the translation, as the editor sends it."""
    data = {
        "title": "Hogyan kérj segítséget", "slug": "segitseg", "intro": "", "feature": "",
        "body": streamfield([("heading", "Kit hívj")]), "seo_title": "", "search_description": "",
        "comments": {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0}, **fields,
    }  # fmt: skip
    return client.post(address, nested_form_data(data), follow=True)


def test_a_page_is_translated_into_hungarian_and_read(editor, page):
    hungarian = Locale.objects.get(language_code="hu")
    address = reverse("simple_translation:submit_page_translation", args=[page.pk])
    form = editor.get(address).content.decode()
    assert 'value="Trimite"' in form
    answer = editor.post(address, {"locales": [hungarian.pk]}, follow=True)
    copy = StandardPage.objects.get(locale=hungarian)
    assert not copy.live
    edit = answer.content.decode()
    assert "Salvează ciorna" in edit
    sent = send(editor, reverse("wagtailadmin_pages:edit", args=[copy.pk]), **{"action-publish": 1})
    copy.refresh_from_db()
    assert copy.live, sent.content.decode()
    html = editor.get("/hu/segitseg/").content.decode()
    assert "Hogyan kérj segítséget" in html
    assert 'lang="hu"' in html
    assert [ENGLISH.findall(screen) for screen in (form, edit, sent.content.decode())] == [[]] * 3


def test_the_translation_stands_among_what_the_page_can_do(editor, page):
    html = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Tradu" in html
    assert "Starea paginii" in html
    assert ENGLISH.findall(html) == []


def test_the_header_of_the_admin_names_its_actions_in_romanian(editor, page):
    html = editor.get(reverse("wagtailadmin_explore", args=[page.pk])).content.decode()
    assert 'aria-label="Acțiuni" id="w-slim-header-buttons"' in html
