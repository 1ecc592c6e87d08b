"""A pupil in a class answers a question in a real browser."""

import pytest

from lessons import places
from lms.people.learners import COOKIE
from quizzes.models import Answer
from tests.journeys.keyboard import tab_to
from tests.lessons.modules import FakeClasses, make_learner, make_way, sit_down

pytestmark = pytest.mark.browser

QUESTION = "/module/prieteni/intrebare/"
FOCUSED = "document.activeElement.id"


@pytest.fixture
def open_page(transactional_db, browser, live_server, settings, client, monkeypatch):
    """Open a step in a browser that sits in a class; keywords go to the browser."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    classes, opened = FakeClasses(), []
    monkeypatch.setattr(places, "_lookups", [classes])
    classes.seat(sit_down(client, make_learner()), make_way())

    def open_(path: str = QUESTION, **said):
        screen = {"width": 360, "height": 740}
        context = browser.new_context(
            viewport=screen, base_url=live_server.url, locale="ro", **said
        )
        cookie = {"name": COOKIE, "value": client.cookies[COOKIE].value, "url": live_server.url}
        context.add_cookies([cookie])
        opened.append(context)
        page = context.new_page()
        page.goto(path)
        return page

    yield open_
    for context in opened:
        context.close()


@pytest.fixture
def page(open_page):
    return open_page()


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


def test_without_scripts_a_class_goes_to_the_end_and_sees_why(open_page):
    page = open_page("/module/prieteni/inceput/", java_script_enabled=False)
    page.click(".onward__next")
    page.check("input[value=a]")
    send(page)
    page.locator("#raspuns").get_by_text("O poză trimisă nu se mai întoarce.").wait_for()
    page.click(".onward__next")
    page.get_by_role("link", name="Nu răspund").click()
    page.click(".onward__next")
    page.get_by_role("heading", name="Ai ajuns la capăt").wait_for()
    assert sorted(Answer.objects.values_list("response", flat=True)) == [["a"], ["b"]]


def test_by_keyboard_alone_a_class_goes_to_the_end(open_page):
    page = open_page("/module/prieteni/inceput/")
    tab_to(page, ".onward__next")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{QUESTION}")
    tab_to(page, "input[type=radio]")
    page.keyboard.press("ArrowDown")
    tab_to(page, ".ask__send button")
    page.keyboard.press("Enter")
    page.locator("#raspuns").get_by_text("Ai dreptul să spui nu.").wait_for()
    tab_to(page, ".onward__next")
    page.keyboard.press("Enter")
    page.wait_for_url("**/poveste/")
    tab_to(page, "a[href='?drum=b#acum']")
    page.keyboard.press("Enter")
    page.wait_for_url("**drum=b**")
    tab_to(page, ".onward__next")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Ai ajuns la capăt").wait_for()
