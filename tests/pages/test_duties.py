"""What waits for editors: on the admin's first page, in one list, in a weekly letter."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from lessons.models import Statistic, StepPage
from lms.pages.services import prepare_approvals, remind_editors
from lms.people import todo
from lms.people.enums import Role
from lms.people.models import Letter
from tests.factories import make_home, make_user
from tests.lessons.modules import make_module, make_step

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(roles):
    return make_user(Role.EDITOR)


@pytest.fixture
def due_figure():
    make_home()
    return Statistic.objects.create(key="RO.veche", value="1", checked_on=date(2020, 1, 1))


def titles(user):
    return {item.title: item.count for item in todo.items_for(user)}


def test_an_editor_sees_what_is_due_with_its_number(editor, due_figure):
    assert titles(editor)["Cifre de verificat"] == 1


def test_with_nothing_due_nothing_is_said(editor, due_figure):
    Statistic.objects.update(checked_on=timezone.localdate())
    assert "Cifre de verificat" not in titles(editor)


@pytest.mark.parametrize("role", [Role.TEACHER, Role.SECRETARIAT])
def test_others_are_not_asked_to_mend_pages(roles, due_figure, role):
    assert "Cifre de verificat" not in titles(make_user(role))


def test_a_draft_waits_for_the_colleague_and_not_for_who_wrote_it(editor):
    prepare_approvals()
    step = StepPage.objects.get(pk=make_step(make_module(), "pas").pk)
    step.title = "Altfel"
    step.save_revision(user=editor)
    step.get_workflow().start(step, editor)
    waiting = "Ciorne care așteaptă aprobarea dumneavoastră"
    assert waiting not in titles(editor)
    assert titles(make_user(Role.EDITOR))[waiting] == 1
    assert titles(make_user(Role.SECRETARIAT))[waiting] == 1


@pytest.mark.parametrize("role", [Role.EDITOR, Role.SECRETARIAT])
def test_whoever_approves_gets_to_the_drafts_that_wait(client, editor, role):
    prepare_approvals()
    step = StepPage.objects.get(pk=make_step(make_module(), "pas").pk)
    step.title = "Un titlu nou"
    step.save_revision(user=editor)
    step.get_workflow().start(step, editor)
    colleague = make_user(role)
    client.force_login(colleague)
    address, _hash, section = next(
        item.url for item in todo.items_for(colleague) if item.title.startswith("Ciorne")
    ).partition("#")
    listed = client.get(address).content.decode().partition(f'id="{section}"')[2]
    assert "Un titlu nou" in listed


def test_the_list_leads_to_where_each_thing_is_mended(client, editor, due_figure):
    client.force_login(editor)
    html = client.get(reverse("pages_content")).content.decode()
    assert 'id="figures"' in html
    assert reverse("wagtailsnippets_lessons_statistic:edit", args=[due_figure.pk]) in html


def test_the_whole_list_also_looks_for_dead_links(client, editor, due_figure):
    client.force_login(editor)
    assert 'id="links"' not in client.get(reverse("pages_content")).content.decode()
    assert 'id="links"' in client.get(f"{reverse('pages_content')}?tot=1").content.decode()


def test_editors_get_one_letter_a_week_while_something_is_due(editor, due_figure):
    monday = date(2026, 11, 30)
    assert remind_editors(monday) == 1
    assert remind_editors(monday + timedelta(days=3)) == 0
    assert remind_editors(monday + timedelta(days=7)) == 1
    letter = Letter.objects.first()
    assert letter.user == editor
    assert "- Cifre de verificat: 1" in letter.body


def test_no_letter_is_written_when_nothing_is_due(editor):
    assert remind_editors() == 0
    assert not Letter.objects.exists()
