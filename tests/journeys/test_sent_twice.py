"""A class session counts once, however impatient or undecided the one who sends it."""

import pytest

from lms.classrooms.models import ClassSession
from tests.journeys.test_teacher_journey import last_weekday

pytestmark = pytest.mark.browser


@pytest.fixture(params=[True, False], ids=["with scripts", "without scripts"])
def page(browser, site, request):
    """The form, filled in but for its last button."""
    context = browser.new_context(base_url=site, java_script_enabled=request.param)
    page = context.new_page()
    page.goto("/clase/sesiuni/nou/?plan=social-media-v-viii")
    fill(page)
    yield page
    context.close()


def fill(page) -> None:
    page.fill("[name=school_words]", "DEMO")
    page.click("button[name=search]")
    page.locator("input[name=school][type=radio]").first.check()
    page.fill("[name=class_label]", "a VII-a Z")
    page.fill("[name=date]", f"{last_weekday():%d.%m.%Y}")
    page.fill("[name=girls]", "14")
    page.fill("[name=boys]", "13")
    page.fill("[name=email]", "doamna.diriginta@example.org")


def test_a_double_click_counts_once(page):
    before = ClassSession.objects.count()
    page.dblclick("main form .button--primary")
    page.wait_for_selector(".receipt__number")
    assert ClassSession.objects.count() == before + 1


def test_going_back_and_sending_again_counts_once_and_leads_to_the_same_receipt(page):
    before = ClassSession.objects.count()
    page.click("main form .button--primary")
    page.wait_for_selector(".receipt__number")
    number = page.inner_text(".receipt__number")
    page.go_back()
    fill(page)
    page.click("main form .button--primary")
    page.wait_for_selector(".receipt__number")
    assert page.inner_text(".receipt__number") == number
    assert ClassSession.objects.count() == before + 1
