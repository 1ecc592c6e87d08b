"""What must add up before readers get a plan, whichever button of the admin lets it out."""

import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from lessons.models import CaseStudy, LessonPlanPage, LessonStep
from tests.factories import make_article, make_plan, make_user

pytestmark = pytest.mark.django_db

GOING_OUT = (
    {"action-publish": "1"},
    {"action-submit": "1"},
    {"action-workflow-action": "1", "workflow-action-name": "approve"},
)


@pytest.fixture
def editor(client):
    """An administrator: only they may publish a plan without an approval."""
    client.force_login(make_user(is_superuser=True))
    return client


@pytest.fixture
def plan():
    """Published, with one step of fifty minutes, twenty of them in the short cut."""
    plan = make_plan(slug="plan", change_note="Prima ediție.")
    plan.articles.set([make_article()])
    plan.steps = [
        LessonStep(title="Totul", minutes=50, short_minutes=20, body="<p>Vorbim.</p>"),
    ]
    plan.save_revision().publish()
    return LessonPlanPage.objects.get()


def of_step(step, body=""):
    return {
        "id": step.pk, "title": step.title, "minutes": step.minutes,
        "short_minutes": step.short_minutes, "grouping": step.grouping,
        "body": rich_text(body or step.body),
    }  # fmt: skip


def send(client, plan, action, **changes):
    """Post the plan's form with these changes; returns what the editor reads."""
    names = (
        "title", "slug", "summary", "essential_question", "outcomes", "grade_from", "grade_to",
        "age_band", "theme", "setting", "duration", "short_duration", "content_note",
        "sensitivity", "exit_questions", "licence", "change_note",
    )  # fmt: skip
    words = ("trusted_map", "background", "before_class", "after_class", "family_letter")
    parts = ("case_places", "worksheets", "slides", "hooks", "comments")
    data = {
        **{name: getattr(plan, name) for name in names},
        **{name: rich_text("") for name in words},
        **{name: inline_formset([]) for name in parts},
        "disclosure": rich_text("<p>Ascultați.</p>"),
        "body": streamfield([]),
        "steps": inline_formset([of_step(plan.steps.first())], initial=1),
        **changes,
        **action,
    }  # fmt: skip
    address = reverse("wagtailadmin_pages:edit", args=[plan.pk])
    sent = {**nested_form_data(data), "articles": [a.pk for a in plan.articles.all()]}
    return client.post(address, sent, follow=True).content.decode()


def publish_in_bulk(client, page, **fields):
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    response = client.post(f"{url}?id={page.pk}&next=/admin/", fields)
    return client.get(response.url).content.decode()


@pytest.mark.parametrize("action", GOING_OUT)
def test_minutes_that_do_not_add_up_are_said(editor, plan, action):
    html = send(editor, plan, action, duration=45, change_note="Mai scurt.")
    assert "Minutele pașilor adună 50, durata scrisă este " in html


@pytest.mark.parametrize("action", GOING_OUT)
def test_a_plan_goes_out_only_with_a_new_change_note(editor, plan, action):
    assert "Scrieți ce s-a schimbat" in send(editor, plan, action, title="Alt titlu")


def test_a_whole_plan_is_published(editor, plan):
    send(editor, plan, {"action-publish": "1"}, title="Alt titlu", change_note="Alt titlu.")
    plan.refresh_from_db()
    assert plan.title == "Alt titlu"


def test_a_draft_may_be_unfinished(editor, plan):
    send(editor, plan, {}, duration=45)
    plan.refresh_from_db()
    assert plan.get_latest_revision_as_object().duration == 45


def test_a_plan_is_not_published_in_bulk_with_minutes_that_do_not_add_up(editor, plan):
    plan.duration, plan.change_note = 45, "Mai scurt."
    plan.save_revision()
    assert "Minutele pașilor adună 50, durata scrisă este " in publish_in_bulk(editor, plan)
    plan.refresh_from_db()
    assert plan.duration == 50


def test_a_plan_is_not_published_in_bulk_below_another_page(editor, plan):
    plan.unpublish()
    plan.duration = 45
    plan.save_revision()
    publish_in_bulk(editor, plan.get_parent(), include_descendants="on")
    plan.refresh_from_db()
    assert not plan.live


def test_a_whole_plan_is_published_in_bulk(editor, plan):
    plan.title, plan.change_note = "Alt titlu", "Alt titlu."
    plan.save_revision()
    publish_in_bulk(editor, plan)
    plan.refresh_from_db()
    assert plan.title == "Alt titlu"


def test_a_case_too_hard_for_the_age_does_not_come_into_a_plan(editor, plan):
    case = CaseStudy.objects.create(
        slug="caz", title="Cazul", age_band="15-18", theme="online", sensitivity=3,
        story="<p>O poveste.</p>", questions="Ce faci?", locale=plan.locale,
    )  # fmt: skip
    places = inline_formset([{"case": case.pk}])
    assert "prea grele" in send(editor, plan, {}, case_places=places)


def test_an_unknown_figure_in_a_step_is_said(editor, plan):
    step = of_step(plan.steps.first(), "<p>{fapt:RO.nu_exista}</p>")
    html = send(editor, plan, {}, steps=inline_formset([step], initial=1))
    assert "Cifră necunoscută: RO.nu_exista" in html
