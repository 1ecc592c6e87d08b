"""R48 for case studies: a case that is somebody's own story is saved with four ticks or not."""

import pytest
from django.urls import reverse
from wagtail.models import ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text

from lessons.models import CaseStudy
from lms.core.story_ticks import TICKS
from lms.people.enums import Role
from tests.factories import make_user

pytestmark = pytest.mark.django_db
ALL = dict.fromkeys(TICKS, "on")
CASE = {
    "title": "Mesajul", "slug": "mesajul", "age_band": "11-14", "theme": "online",
    "sensitivity": "1", "story": rich_text("<p>Un mesaj.</p>"), "questions": "De ce?",
    "teacher_note": rich_text(""),
}  # fmt: skip


@pytest.fixture
def editor(client, roles):
    user = make_user(Role.EDITOR)
    client.force_login(user)
    return user


def add(client, **fields):
    address = reverse("wagtailsnippets_lessons_casestudy:add")
    return client.post(address, nested_form_data({**CASE, **fields}), follow=True)


@pytest.mark.parametrize("left_out", TICKS)
def test_r48_a_case_that_is_a_story_is_not_saved_with_a_tick_missing(client, editor, left_out):
    ticks = {name: "on" for name in TICKS if name != left_out}
    html = add(client, tells_a_story="on", **ticks).content.decode()
    assert "Confirmați înainte de publicare." in html
    assert not CaseStudy.objects.exists()


def test_r48_with_all_four_it_is_saved_and_its_history_says_who(client, editor):
    add(client, tells_a_story="on", **ALL)
    assert CaseStudy.objects.get().tells_a_story
    entry = ModelLogEntry.objects.get(action="lessons.story_checked")
    assert entry.user == editor
    assert entry.data["ticks"] == sorted(TICKS)


def test_an_invented_case_needs_none(client, editor):
    add(client)
    assert not CaseStudy.objects.get().tells_a_story
    assert not ModelLogEntry.objects.filter(action="lessons.story_checked").exists()
