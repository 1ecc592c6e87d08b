"""What the editor's form of a plan refuses, and what it lets an unfinished draft be."""

import pytest
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield

from lessons.models import LessonPlanPage, Statistic
from lms.people.models import User
from tests.factories import make_article, make_plan

pytestmark = pytest.mark.django_db

RICH = (
    "background", "before_class", "after_class", "trusted_map", "disclosure", "family_letter",
)  # fmt: skip
EMPTY_PARTS = ("case_places", "worksheets", "slides", "hooks", "comments")
UNKNOWN, KNOWN = "{fapt:RO.nicaieri}", "{fapt:RO.elevi}"


@pytest.fixture
def plan():
    plan = make_plan(change_note="Prima ediție.")
    plan.articles.set([make_article()])
    plan.save_revision().publish()
    return LessonPlanPage.objects.get(pk=plan.pk)


@pytest.fixture(autouse=True)
def _a_known_figure():
    Statistic.objects.create(
        key="RO.elevi", value="100", value_en="100", label="elevi", label_en="pupils",
        period="2025", source_title="Raport", source_address="https://example.org/",
    )  # fmt: skip


def step(minutes=50, short=20, body="Discutați."):
    return {
        "title": "Pas", "minutes": minutes, "short_minutes": short, "grouping": "class",
        "body": rich_text(f"<p>{body}</p>"),
    }  # fmt: skip


def form_of(plan, *, steps=None, body=(), publish=False, articles=None, **fields):
    """The form as the editor sends it; `fields` replace the usual ones."""
    same = (
        "title", "slug", "summary", "essential_question", "outcomes", "grade_from", "grade_to",
        "age_band", "theme", "setting", "duration", "short_duration", "sensitivity",
        "content_note", "exit_questions", "licence",
    )  # fmt: skip
    data = {
        **{name: getattr(plan, name) for name in same},
        **{name: rich_text("<p>Pe larg.</p>") for name in RICH},
        "change_note": "Exemple noi.",
        "body": streamfield(list(body)),
        "steps": inline_formset(steps or [step()]),
        **{name: inline_formset([]) for name in EMPTY_PARTS},
        **fields,
    }
    if publish:
        data["action-publish"] = "1"
    form_class = LessonPlanPage.get_edit_handler().get_form_class()
    carried = [article.pk for article in plan.articles.all()] if articles is None else articles
    sent = {**nested_form_data(data), "articles": carried}
    return form_class(sent, instance=plan, for_user=User())


def test_a_whole_plan_may_be_published(plan):
    form = form_of(plan, publish=True)
    assert form.is_valid(), form.errors


@pytest.mark.parametrize(
    ("steps", "wrong"),
    [
        ([step(minutes=30)], "duration"),
        ([step(minutes=30), step(minutes=20, short=5)], "short_duration"),
    ],
)
def test_minutes_that_do_not_add_up_are_not_published(plan, steps, wrong):
    assert set(form_of(plan, steps=steps, publish=True).errors) == {wrong}


def test_a_draft_may_be_unfinished(plan):
    assert form_of(plan, steps=[step(minutes=30)], change_note="").is_valid()


@pytest.mark.parametrize("note", ["", "Prima ediție."])
def test_nothing_is_published_without_a_new_note_of_what_changed(plan, note):
    assert set(form_of(plan, change_note=note, publish=True).errors) == {"change_note"}


def test_r21_a_plan_without_an_article_of_the_convention_is_not_published(plan):
    assert set(form_of(plan, articles=[], publish=True).errors) == {"articles"}
    assert form_of(plan, articles=[]).is_valid()


@pytest.mark.parametrize("name", ["summary", *RICH])
def test_a_figure_that_nobody_knows_is_said_at_its_text(plan, name):
    text = UNKNOWN if name == "summary" else rich_text(f"<p>{UNKNOWN}</p>")
    assert "RO.nicaieri" in str(form_of(plan, **{name: text}).errors[name])


def test_a_figure_that_nobody_knows_is_said_in_a_step(plan):
    form = form_of(plan, steps=[step(body=UNKNOWN)])
    assert not form.is_valid()
    assert "RO.nicaieri" in str(form.formsets["steps"].errors)


def test_a_figure_that_nobody_knows_is_said_in_the_story(plan):
    form = form_of(plan, body=[("heading", UNKNOWN)])
    assert "RO.nicaieri" in str(form.errors["body"])


def test_a_known_figure_is_accepted_everywhere(plan):
    texts = {name: rich_text(f"<p>{KNOWN}</p>") for name in RICH}
    form = form_of(
        plan, steps=[step(body=KNOWN)], body=[("heading", KNOWN)], summary=KNOWN, **texts
    )
    assert form.is_valid(), form.errors
