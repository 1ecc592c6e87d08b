"""An editor reads and changes a plan in the admin."""

import re

import pytest

from lessons.models import LessonPlanPage
from lms.core.management.commands.show_addresses import DEMO_PASSWORD

pytestmark = pytest.mark.browser

VALUES = """() => Object.fromEntries(
    [...document.querySelectorAll("[data-draftail-input]")].map((field) => [field.id, field.value])
)"""


@pytest.fixture
def form(browser, site, settings):
    """The form of a plan, open in the browser of an editor; drafts are kept at once."""
    settings.WAGTAIL_AUTOSAVE_INTERVAL = 100
    page = browser.new_page(base_url=site)
    page.goto("/cont/login/")
    page.fill("input[name=login]", "redactor@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.press("input[name=password]", "Enter")
    page.wait_for_url("**/cont/")
    page.goto(f"/admin/pages/{LessonPlanPage.objects.live().first().pk}/edit/")
    yield page
    page.close()


# One that has started meanwhile is no longer waiting, so finding and scrolling are one step.
SCROLL_TO_THE_NEXT = """() => {
    const waiting = [...document.querySelectorAll(".lazy-editor")];
    const next = waiting.find((one) => one.checkVisibility());
    next?.scrollIntoView();
    return Boolean(next);
}"""


def start_every_editor(form):
    for tab in form.locator("[role=tab]").all():
        tab.click()
        while form.evaluate(SCROLL_TO_THE_NEXT):
            form.wait_for_timeout(50)


def test_reading_a_plan_changes_nothing(form):
    plan = LessonPlanPage.objects.live().first()
    before, drafts = form.evaluate(VALUES), plan.revisions.count()
    assert form.locator(".Draftail-Editor").count() == 0
    start_every_editor(form)
    form.wait_for_timeout(1500)
    assert form.locator(".Draftail-Editor").count() == len(before)
    assert form.evaluate(VALUES) == before
    assert plan.revisions.count() == drafts


def test_what_is_typed_in_an_editor_is_kept(form):
    plan = LessonPlanPage.objects.live().first()
    form.locator(".lazy-editor:visible").first.scroll_into_view_if_needed()
    form.wait_for_timeout(2500)  # Wagtail notes what the form holds a moment after it is open
    form.locator(".public-DraftEditor-content").first.click()
    with form.expect_response(re.compile(rf"/admin/pages/{plan.pk}/edit/$")):
        form.keyboard.type("Ceva nou. ")
    form.wait_for_timeout(2500)
    plan.refresh_from_db()
    assert "Ceva nou." in plan.get_latest_revision_as_object().steps.first().body


def type_the_review_date(form, typed):
    """Its calendar opens a moment after the field has the focus, over what stands below."""
    form.goto(form.url.replace("/admin/pages/", "/admin/continut/").replace("/edit/", "/"))
    field, calendar = form.locator("[name=review_by]"), form.locator(".xdsoft_datetimepicker")
    field.fill("")
    calendar.wait_for()
    field.press_sequentially(typed)
    field.press("Tab")
    calendar.wait_for(state="hidden")


@pytest.mark.parametrize("typed", ["01.09.2027", "1 septembrie"])
def test_a_date_stays_as_it_was_typed(form, typed):
    type_the_review_date(form, typed)
    assert form.input_value("[name=review_by]") == typed


def test_a_date_that_cannot_be_read_is_asked_for_again_with_what_was_typed(form):
    type_the_review_date(form, "1 septembrie")
    form.get_by_role("button", name="Salvați data").click()
    form.locator(".error-message").wait_for()
    assert form.input_value("[name=review_by]") == "1 septembrie"
