"""A pupil in a class works in an activity: what it says arrives, also after the network was away.

The player is played by the test: it fires the events of media/static/js/activity.js on a figure.
"""

import pytest
from django.utils import timezone

from lessons.models import StepPage
from lessons.selectors import activities
from lms.classrooms.models import SchoolClass
from lms.people.learners import COOKIE, remember
from quizzes.models import ActivityLaunch, ActivityResult
from tests.classrooms.classes import join, make_class
from tests.quizzes.activities.builders import TRUE_FALSE, make_revision

pytestmark = [
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
    pytest.mark.usefixtures("roles"),
]
FIGURE = """(key) => {
  const figure = document.createElement("figure");
  figure.dataset.activity = key;
  document.querySelector("[data-launches]").append(figure);
  window.opened = [];
  window.ask = (restart) => {
    const open = (address) => window.opened.push(address || "usual");
    const detail = { key, revision: "", restart, open };
    const options = { bubbles: true, cancelable: true, detail };
    if (figure.dispatchEvent(new CustomEvent("activity:open", options))) open();
  };
  window.tell = (kind, detail) =>
    figure.dispatchEvent(new CustomEvent(`activity:${kind}`, { bubbles: true, detail }));
  window.answer = (response) => window.tell("statement", { statement: {
    verb: { id: "http://adlnet.gov/expapi/verbs/answered" },
    object: { id: "https://example.org/1", definition: { interactionType: "true-false" } },
    result: { response, score: { raw: 1, max: 1 } },
  } });
}"""
SAID = "[data-launches-said]"


@pytest.fixture
def pupil(live_server, browser, monkeypatch, settings):
    """The page of a pupil at the step with the activity."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    school_class = make_class()
    step = StepPage.objects.get(slug="inceput")
    step.body = [("paragraph", "<p>Aici se joacă.</p>")]
    step.save()
    activity = make_revision(TRUE_FALSE).activity
    monkeypatch.setattr(
        activities, "activities_in", lambda body: [activity] if "joacă" in str(body) else []
    )
    context = browser.new_context()
    context.add_cookies([_cookie(join(school_class).learner, live_server.url)])
    page = context.new_page()
    page.goto(f"{live_server.url}/module/prieteni/inceput/")
    page.evaluate(FIGURE, str(activity.key))
    yield page
    context.close()


def _cookie(learner, url):
    from django.http import HttpResponse

    response = HttpResponse()
    remember(response, learner)
    return {"name": COOKIE, "value": response.cookies[COOKIE].value, "url": url}


def press(page, *, restart=False):
    """Ask for the activity and return the address that it is opened at."""
    before = page.evaluate("opened.length")
    page.evaluate("restart => ask(restart)", restart)
    page.wait_for_function("before => opened.length > before", arg=before)
    return page.evaluate("opened.at(-1)")


def said(page, text):
    """Wait until the page says this."""
    page.locator(SAID, has_text=text).wait_for()


def test_what_an_activity_says_arrives_and_is_counted_here(pupil):
    assert press(pupil).startswith("/h5p/incercare/")
    pupil.evaluate("answer('true')")
    said(pupil, "Ce ai făcut în activitate a ajuns.")
    result = ActivityResult.objects.get()
    assert (result.raw, result.by) == (0, "server")


def test_without_network_it_waits_and_then_arrives_once(pupil):
    press(pupil)
    pupil.route("**/spus/", lambda route: route.abort())
    pupil.evaluate("answer('false')")
    said(pupil, "încă nu a ajuns")
    assert not ActivityResult.objects.exists()
    pupil.unroute("**/spus/")
    pupil.evaluate("dispatchEvent(new Event('online'))")
    said(pupil, "Ce ai făcut în activitate a ajuns.")
    assert len(ActivityLaunch.objects.get().seen) == 1


def test_what_arrived_without_the_page_hearing_of_it_counts_once(pupil):
    press(pupil)
    pupil.route("**/spus/", lambda route: (route.fetch(), route.abort()))
    pupil.evaluate("answer('false')")
    said(pupil, "încă nu a ajuns")
    pupil.unroute("**/spus/")
    pupil.evaluate("dispatchEvent(new Event('online'))")
    said(pupil, "Ce ai făcut în activitate a ajuns.")
    assert len(ActivityLaunch.objects.get().seen) == 1


def test_a_state_is_kept_until_one_starts_over(pupil):
    press(pupil)
    with pupil.expect_response("**/stare/"):
        pupil.evaluate("tell('state', { state: '{\"answer\":true}' })")
    assert ActivityLaunch.objects.get().state == '{"answer":true}'
    press(pupil, restart=True)
    launch = ActivityLaunch.objects.get()
    assert (launch.state, launch.number) == ("", 2)


def test_when_the_class_is_over_one_works_on_and_is_told(pupil):
    press(pupil)
    SchoolClass.objects.update(closed_at=timezone.now())
    pupil.evaluate("answer('false')")
    said(pupil, "Ora s-a încheiat")
    assert press(pupil) == "usual"
    assert not ActivityResult.objects.exists()


def test_a_server_that_fails_does_not_keep_the_activity_shut(pupil):
    pupil.route("**/activitate/**", lambda route: route.fulfill(status=500))
    assert press(pupil) == "usual"
    pupil.evaluate("answer('false')")
    said(pupil, "încă nu a ajuns")
    pupil.unroute("**/activitate/**")
    pupil.evaluate("dispatchEvent(new Event('online'))")
    said(pupil, "Ce ai făcut în activitate a ajuns.")
    assert ActivityResult.objects.get().raw == 1
