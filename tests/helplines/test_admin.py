"""Help lines and the county directory in the editor's hands."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from lms.helplines.models import CountyService, Helpline
from lms.helplines.starter import load
from lms.people.enums import Role
from tests.factories import CountyFactory, make_user
from tests.helplines.test_directory import CLUJ, table

pytestmark = pytest.mark.django_db
IMPORT = "/admin/judete-copii/"


@pytest.fixture
def editor(client, roles):
    client.force_login(make_user(Role.EDITOR))
    CountyFactory()
    load()
    return client


def save(client, line, languages=(), **fields):
    """Send the form of a line; its words and situations stay as they are."""
    usual = {
        "number": line.number,
        "dial": line.dial,
        "key": line.key,
        "order": line.order,
        "texts": inline_formset([], initial=0),
        "uses": inline_formset([], initial=0),
    }
    url = reverse("wagtailsnippets_helplines_helpline:edit", args=[line.pk])
    data = nested_form_data({**usual, **fields})
    return client.post(url, {**data, "languages": list(languages)})


def test_a_line_from_memory_is_not_published_before_it_has_a_source_and_a_date(editor):
    line = Helpline.objects.get(number="0800 500 333")
    refused = save(editor, line, published="on")
    assert "Scrieți sursa; fără ea rândul nu se publică." in refused.content.decode()
    assert not Helpline.objects.get(pk=line.pk).published
    saved = save(editor, line, published="on", source_title="anes.gov.ro", checked_on="2026-11-01")
    assert saved.status_code == 302
    assert Helpline.objects.get(pk=line.pk).published


def test_the_languages_of_a_line_are_ticked(editor):
    line = Helpline.objects.get(number="0800 0005602")
    save(editor, line, languages=["ro", "uk"], source_title="x", checked_on="2026-11-01")
    assert Helpline.objects.get(pk=line.pk).languages == ["ro", "uk"]


def test_r37_the_list_of_lines_marks_those_to_check(editor):
    page = editor.get(reverse("wagtailsnippets_helplines_helpline:list")).content.decode()
    assert "De verificat" in page
    assert "Din memorie: nu se publică înainte de confirmare" in page


def test_the_directory_leads_to_its_table(editor):
    page = editor.get(reverse("wagtailsnippets_helplines_countyservice:list")).content.decode()
    assert f'href="{IMPORT}"' in page


def send(client, content):
    file = SimpleUploadedFile("servicii.csv", content)
    return client.post(IMPORT, {"file": file}).content.decode()


def test_a_table_is_shown_before_it_is_saved(editor):
    page = send(editor, table(CLUJ))
    assert "0264 000 000" in page
    assert not CountyService.objects.exists()
    rows = re.search(r'name="randuri" value="([^"]+)"', page)[1]
    editor.post(f"{IMPORT}salvare/", {"randuri": rows})
    editor.post(f"{IMPORT}salvare/", {"randuri": rows})
    assert CountyService.objects.count() == 1
    assert "Nu este nimic de salvat" in send(editor, table(CLUJ))


def test_what_a_colleague_changed_since_the_preview_is_not_written_over(editor):
    send_and_save = re.compile(r'name="randuri" value="([^"]+)"')
    rows = send_and_save.search(send(editor, table(CLUJ)))[1]
    editor.post(f"{IMPORT}salvare/", {"randuri": rows})
    other = table(CLUJ.replace("000 000", "111 111"))
    rows = send_and_save.search(send(editor, other))[1]
    CountyService.objects.update(phone="0264 222 222")
    page = editor.post(f"{IMPORT}salvare/", {"randuri": rows}, follow=True).content.decode()
    assert "între timp altcineva a schimbat" in page
    assert CountyService.objects.get().phone == "0264 222 222"


def test_a_table_with_a_mistake_says_where_and_saves_nothing(editor):
    page = send(editor, table(CLUJ, CLUJ.replace("Cluj;;", "Clujj;;")))
    assert "Rândul 3, coloana județ" in page
    assert "randuri" not in page


def test_rows_that_were_not_shown_are_not_saved(editor):
    editor.post(f"{IMPORT}salvare/", {"randuri": "altceva"})
    assert not CountyService.objects.exists()


def test_the_table_is_there_to_fill_in(editor):
    for kind in ("csv", "xlsx"):
        assert editor.get(f"{IMPORT}tabel.{kind}").status_code == 200


def test_nobody_else_changes_the_directory(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    assert CLUJ not in client.get(IMPORT).content.decode()
    assert client.get(IMPORT).status_code == 302


def test_the_list_of_lines_says_yes_and_due_in_words(editor):
    page = editor.get(reverse("wagtailsnippets_helplines_helpline:list")).content.decode()
    assert "True</" not in page
    assert re.search(r">\s*de verificat\s*<", page)
    assert re.search(r">\s*nu\s*<", page)
