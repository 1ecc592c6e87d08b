"""R48 for case studies: a case that is somebody's own story is saved with four ticks or not."""

import pytest
from django.urls import reverse
from wagtail.models import Locale, ModelLogEntry
from wagtail.test.utils.form_data import nested_form_data, rich_text

from lessons.models import CaseStudy, Kit, PlanCase
from lessons.services import publish_edition, take_case_out
from lms.core.story_ticks import TICKS
from lms.people.enums import Role
from tests.factories import make_plan, make_user

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


def make_case(**fields):
    """A case that is somebody's story, with its four ticks."""
    usual = {"story": "<p>Ilinca pleacă.</p>", "teacher_note": "", "sensitivity": 1}
    told = {"tells_a_story": True, "confirmed": True}
    return CaseStudy.objects.create(**{**CASE, **usual, **told, **fields})


@pytest.fixture
def taught(client):
    """A published plan that tells the case, and its kit."""
    plan, case = make_plan(), make_case()
    plan.case_places.add(PlanCase(case=case))
    plan.save_revision().publish()
    publish_edition(plan=plan)
    return plan


def set_address(plan):
    edition = plan.editions.get()
    return reverse("lessons:kit_file", args=[plan.slug, edition.school_year, 1, "set.zip"])


def test_r48_a_withdrawn_case_leaves_the_lesson_and_every_kit_at_once(
    client, taught, django_capture_on_commit_callbacks
):
    page = reverse("lessons:plan", args=[taught.slug])
    assert "Ilinca" in client.get(page).content.decode()
    assert client.get(set_address(taught)).status_code == 200
    with django_capture_on_commit_callbacks():
        assert take_case_out(case=CaseStudy.objects.get()) == 1
    html = client.get(page).content.decode()
    assert "Ilinca" not in html
    assert set_address(taught) not in html
    assert client.get(set_address(taught)).status_code == 404
    publish_edition(plan=taught)
    kit = Kit.objects.first()
    assert (kit.version, kit.case_keys, kit.withdrawn) == (2, [], False)


def test_r48_taking_a_case_out_has_the_kit_of_today_built_anew(
    taught, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks() as waiting:
        take_case_out(case=CaseStudy.objects.get())
    assert [one.args for one in waiting if taught.editions.get().pk in one.args]


def test_r48_the_editor_withdraws_it_in_the_form_without_ticks(client, editor, taught):
    case = CaseStudy.objects.get()
    fields = {**CASE, "tells_a_story": "on", "withdrawn": "on"}
    address = reverse("wagtailsnippets_lessons_casestudy:edit", args=[case.pk])
    client.post(address, nested_form_data(fields))
    assert CaseStudy.objects.get().withdrawn
    assert client.get(set_address(taught)).status_code == 404


def test_r48_a_translation_is_told_only_with_ticks_of_its_own():
    case = make_case()
    english = Locale.objects.get_or_create(language_code="en")[0]
    copy = case.copy_for_translation(english)
    copy.save()
    assert case.may_be_told
    assert copy.tells_a_story
    assert not copy.may_be_told
