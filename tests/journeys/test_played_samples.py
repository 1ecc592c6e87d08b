"""Packages made by others, from the folder that H5P_SAMPLES names, answered to the end by a pupil
in a class: the score is the server's, and the pupil finds the answers again."""

import os
import uuid
from pathlib import Path

import pytest
from django.http import HttpResponse

from lessons.models import StepPage
from lms.people.learners import COOKIE, remember
from media.services import add_activity, install_package, judge
from quizzes.models import ActivityLaunch, ActivityResult
from tests.classrooms.classes import join, make_class
from tests.journeys.playing import CHECK, PLAYED, package

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("roles"),
]
STEP = "/module/prieteni/inceput/"


def place(name):
    """An open class whose first step has the activity."""
    file = package(Path(os.environ["H5P_SAMPLES"]), name)
    install_package(file=file)
    file.seek(0)
    activity = add_activity(
        key=uuid.uuid4(),
        package=judge(file),
        language="en",
        alternative_text="Un exercițiu",
        twin="Textul exercițiului.",
    )
    school_class = make_class()
    page = StepPage.objects.get(slug="inceput")
    page.body = [("activity", {"activity": activity})]
    page.save()
    return school_class


@pytest.fixture
def pupil(browser, live_server, settings):
    """Makes the page of a pupil in a class."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    contexts = []

    def arrive(school_class):
        response = HttpResponse()
        remember(response, join(school_class).learner)
        contexts.append(browser.new_context())
        cookie = response.cookies[COOKIE].value
        contexts[-1].add_cookies([{"name": COOKIE, "value": cookie, "url": live_server.url}])
        return contexts[-1].new_page()

    yield arrive
    for context in contexts:
        context.close()


def opened(page, url):
    page.goto(f"{url}{STEP}")
    page.locator("[data-activity-open]").click()
    page.frame_locator(".activity__frame").locator(".h5p-container").first.wait_for()
    page.wait_for_timeout(1500)
    return page.query_selector(".activity__frame").content_frame()


def play(name, right, pupil, live_server):
    """Answer to the end; the page, and what is kept."""
    played = PLAYED[name]
    page = pupil(place(name))
    frame = opened(page, live_server.url)
    played.answer(frame, right)
    if not played.checks_itself:
        frame.locator(CHECK).first.click()
    page.get_by_text("Ce ai făcut în activitate a ajuns.").wait_for()
    for _turn in range(50):
        # The state follows the score within seconds.
        if ActivityLaunch.objects.exclude(state="").exists() and ActivityResult.objects.exists():
            break
        page.wait_for_timeout(200)
    return page, ActivityResult.objects.get()


@pytest.mark.parametrize("name", PLAYED)
def test_right_answers_have_the_full_score_by_the_servers_word(name, pupil, live_server):
    _page, result = play(name, True, pupil, live_server)
    most = PLAYED[name].most
    assert (result.raw, result.max, result.by) == (most, most, "server")


@pytest.mark.parametrize("name", PLAYED)
def test_a_wrong_answer_lowers_the_score_and_a_pupil_finds_the_answers_again(
    name, pupil, live_server
):
    played = PLAYED[name]
    page, result = play(name, False, pupil, live_server)
    assert (result.raw, result.max, result.by) == (
        played.most - played.loses,
        played.most,
        "server",
    )
    frame = opened(page, live_server.url)
    frame.locator(played.still_there).first.wait_for()
