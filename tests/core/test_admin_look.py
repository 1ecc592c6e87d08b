"""The admin is in our colours and type, and light enough for a slow line."""

import json
import re

import pytest
from django.templatetags.static import static

from lms.core.rich_text import LazyRichTextArea
from lms.people.enums import Role
from media.blocks import RICH_TEXT
from tests.factories import make_plan, make_user

FORMATTED = '<p>Spune <b>nu</b>.</p><ul><li><a href="https://exemplu.ro">Aici</a></li></ul>'


@pytest.fixture
def editor(client, roles):
    client.force_login(make_user(Role.EDITOR))
    return client


def rendered(value):
    return LazyRichTextArea(features=RICH_TEXT).render("body", value, {"id": "id_body"})


@pytest.mark.parametrize("file", ["css/admin.css", "fonts/fonts.css", "img/favicon.svg"])
def test_the_admin_loads_our_files(editor, file):
    assert static(file) in editor.get("/admin/").content.decode()


def test_the_admin_shows_no_mark_of_wagtail(editor):
    html = editor.get("/admin/").content.decode()
    assert static("img/logo.svg") in html
    assert "<title>" in html
    assert "Wagtail</title>" not in html


def test_help_leads_to_no_page_of_wagtails_own_site(editor):
    assert "guide.wagtail.org" not in editor.get("/admin/").content.decode()


def test_the_search_of_pages_counts_what_it_found(editor):
    plan = make_plan()
    html = editor.get("/admin/pages/search/", {"q": plan.title}).content.decode()
    assert "1-1 din 1" in html
    assert "din 1 None" not in html


def test_the_admin_is_compressed(editor):
    response = editor.get("/admin/", headers={"Accept-Encoding": "gzip"})
    assert response.headers["Content-Encoding"] == "gzip"


@pytest.mark.django_db
def test_pages_with_a_form_of_a_visitor_are_not_compressed(client):
    response = client.get("/cont/login/", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in response.headers


def test_no_editor_of_a_plan_starts_on_load(editor):
    html = editor.get(f"/admin/pages/{make_plan().pk}/edit/").content.decode()
    fields = re.findall(r"<input[^>]*data-draftail-input[^>]*>", html)
    assert fields
    assert all('data-controller="lazy-editor"' in field for field in fields)


def test_the_words_of_a_rich_text_can_be_read_before_its_editor_starts():
    assert '<div class="lazy-editor">Spune nu.\nAici</div>' in rendered(FORMATTED)


def test_a_rich_text_that_was_not_opened_is_saved_as_it_was():
    widget = LazyRichTextArea(features=RICH_TEXT)
    sent = {"body": widget.format_value(FORMATTED)}
    saved = widget.value_from_datadict(sent, {}, "body")
    assert re.sub(r' data-block-key="\w+"', "", saved) == FORMATTED


def test_a_rich_text_is_written_as_its_editor_writes_it():
    # Any difference would make Wagtail keep a draft of a page that was only read.
    value = LazyRichTextArea(features=RICH_TEXT).format_value(FORMATTED)
    state = json.loads(value)
    assert value == json.dumps(state, ensure_ascii=False, separators=(",", ":"))
    assert list(state["blocks"][0]) == [
        "key", "text", "type", "depth", "inlineStyleRanges", "entityRanges", "data"
    ]  # fmt: skip
    assert list(state["entityMap"]["0"]) == ["type", "mutability", "data"]


def test_an_empty_rich_text_is_written_as_its_editor_writes_it():
    assert LazyRichTextArea(features=RICH_TEXT).format_value("") == "null"
