"""A pupil in a class plays an activity, whole: button, frame, statements, the way back to it."""

import pytest

from lessons.models import StepPage
from lms.people.learners import COOKIE, remember
from quizzes.models import ActivityLaunch, ActivityResult
from tests.classrooms.classes import join, make_class
from tests.media.activities.builders import make_activity

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("roles"),
]
STEP = "/module/prieteni/inceput/"


@pytest.fixture
def step(live_server, settings, tmp_path):
    """A step with an activity in the module of an open class."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    school_class = make_class()
    page = StepPage.objects.get(slug="inceput")
    page.body = [("paragraph", "<p>Citește.</p>"), ("activity", {"activity": make_activity()})]
    page.save()
    return school_class


@pytest.fixture
def pupil(step, browser, live_server):
    """The browser of a pupil who joined."""
    from django.http import HttpResponse

    response = HttpResponse()
    remember(response, join(step).learner)
    context = browser.new_context()
    cookie = response.cookies[COOKIE].value
    context.add_cookies([{"name": COOKIE, "value": cookie, "url": live_server.url}])
    yield context.new_page()
    context.close()


def opened(page, url):
    """The frame of the activity, opened on its step."""
    page.goto(f"{url}{STEP}")
    page.locator("[data-activity-open]").click()
    frame = page.frame_locator(".activity__frame")
    frame.get_by_role("button", name="Nu").wait_for()
    return frame


def test_what_is_pressed_in_the_frame_arrives_and_is_there_again(pupil, live_server):
    frame = opened(pupil, live_server.url)
    assert "/h5p/incercare/" in pupil.locator(".activity__frame").get_attribute("src")
    with pupil.expect_response("**/stare/"):
        frame.get_by_role("button", name="Nu").click()
        pupil.get_by_text("Ce ai făcut în activitate a ajuns.").wait_for()
    result = ActivityResult.objects.get()
    assert (result.raw, result.max, result.by) == (1, 1, "client")
    again = opened(pupil, live_server.url)
    assert again.get_by_role("button", name="Nu").get_attribute("aria-pressed") == "true"
    with pupil.expect_response(lambda response: "/activitate/" in response.url):
        pupil.locator("[data-activity-restart]").click()
    again.get_by_role("button", name="Nu", pressed=False).wait_for()
    assert ActivityLaunch.objects.get().number == 2


def test_alone_the_player_opens_and_nothing_is_kept(browser, step, live_server):
    page = browser.new_context().new_page()
    frame = opened(page, live_server.url)
    assert "/incercare/" not in page.locator(".activity__frame").get_attribute("src")
    frame.get_by_role("button", name="Nu").click()
    page.wait_for_timeout(1000)
    assert not ActivityLaunch.objects.exists()
    page.context.close()
