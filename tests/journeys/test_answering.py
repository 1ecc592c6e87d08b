"""A pupil in a class answers a question in a real browser."""

import pytest

from lessons import places
from lms.people.learners import COOKIE
from quizzes.models import Answer
from tests.lessons.modules import FakeClasses, make_learner, make_way, sit_down

pytestmark = pytest.mark.browser

QUESTION = "/module/prieteni/intrebare/"
FOCUSED = "document.activeElement.id"


@pytest.fixture
def page(transactional_db, browser, live_server, settings, client, monkeypatch):
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    classes = FakeClasses()
    monkeypatch.setattr(places, "_lookups", [classes])
    classes.seat(sit_down(client, make_learner()), make_way())
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, locale="ro"
    )
    cookie = {"name": COOKIE, "value": client.cookies[COOKIE].value, "url": live_server.url}
    context.add_cookies([cookie])
    page = context.new_page()
    page.goto(QUESTION)
    yield page
    context.close()


def send(page) -> None:
    page.click(".ask__send button")


def choose(page, key: str = "b") -> None:
    page.check(f"input[value={key}]")
    send(page)
    page.locator("#raspuns .feedback").wait_for()


def test_what_is_said_of_an_answer_comes_without_a_new_page(page):
    page.evaluate("window.stayed = true")
    choose(page)
    assert page.evaluate("window.stayed")


def test_the_reader_is_led_to_what_is_said(page):
    choose(page)
    assert page.evaluate(FOCUSED) == "raspuns"


def test_the_reader_is_led_to_what_is_missing(page):
    send(page)
    page.get_by_role("alert").wait_for()
    assert page.evaluate(FOCUSED) == "r-problem"


def test_another_try_is_kept_beside_the_first(page):
    choose(page, "a")
    page.check("input[value=b]")
    send(page)
    page.locator("#raspuns").get_by_text("Ai dreptul să spui nu.").wait_for()
    assert list(Answer.objects.values_list("response", flat=True)) == [["a"], ["b"]]


def test_going_on_after_an_answer_leads_to_the_next_step(page):
    choose(page)
    page.click(".onward__next")
    page.wait_for_url("**/poveste/")


def test_a_part_that_does_not_come_is_a_page_instead(page):
    page.route(
        lambda url: url.endswith("/raspuns/"),
        lambda route: route.abort() if "x-part" in route.request.headers else route.continue_(),
    )
    page.check("input[value=b]")
    send(page)
    page.wait_for_url("**#raspuns")
    assert Answer.objects.count() == 1
