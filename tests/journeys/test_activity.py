"""An activity in a page, in a real browser: it opens on a press, answers, and can be left."""

from functools import partial

import pytest

from media.player.page import player_page
from tests.journeys.activities import FRAME, OPEN, inside, listen, open_activity, wait_for
from tests.journeys.keyboard import tab_to
from tests.journeys.test_every_page import serious_problems
from tests.media.activities.builders import make_activity
from tests.media.h5p.probe import SCRIPT
from tests.media.player.pages import make_page, scripted_activity

pytestmark = pytest.mark.browser
QUESTION = "Îți cere să nu spui nimănui."
RESTING = "document.querySelector('.h5p-protect-probe').style.height = '{}px'"


@pytest.fixture
def visit(transactional_db, browser, live_server, settings):
    """Open the page of an activity; keywords go to the browser."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    contexts = []

    def open_(activity=None, **said):
        place = make_page(activity or make_activity())
        screen = said.pop("viewport", {"width": 1000, "height": 800})
        context = browser.new_context(viewport=screen, base_url=live_server.url, **said)
        contexts.append(context)
        page = context.new_page()
        page.asked = []
        page.on("request", lambda request: page.asked.append(request.url))
        page.goto(place.url)
        return page

    yield open_
    for context in contexts:
        context.close()


def test_it_opens_on_a_press_and_not_before(visit):
    page = visit()
    page.wait_for_timeout(500)
    assert not [url for url in page.asked if "/h5p/" in url]
    frame = open_activity(page)
    assert QUESTION in frame.locator("body").inner_text()


def test_it_loads_in_few_requests_and_from_nowhere_else(visit, live_server):
    page = visit()
    open_activity(page)
    page.wait_for_timeout(1000)
    player = [url for url in page.asked if "/h5p/" in url]
    assert len(player) <= 15
    assert [url for url in page.asked if not url.startswith((live_server.url, "data:"))] == []


def test_what_the_reader_answers_reaches_the_page(visit):
    page = visit()
    frame = open_activity(page)
    frame.get_by_role("button", name="Nu").click()
    answered = wait_for(page, "statement")[-1]["statement"]
    assert answered["verb"]["id"].endswith("/answered")
    assert answered["result"]["score"]["raw"] == 1
    assert "mbox" not in str(answered)


def test_what_was_done_so_far_is_said(visit):
    page = visit()
    open_activity(page).get_by_role("button", name="Da").click()
    assert wait_for(page, "state")[-1] == {"state": '{"answer":true}'}


def test_a_state_is_taken_up_again(visit, monkeypatch):
    launched = partial(player_page, state='{"answer":true}')
    monkeypatch.setattr("media.player.views.player_page", launched)
    frame = open_activity(visit())
    pressed = frame.get_by_role("button", name="Da").get_attribute("aria-pressed")
    assert pressed == "true"


def test_the_frame_is_as_high_as_its_content(visit):
    page = visit()
    open_activity(page)
    for height in (900, 200):
        inside(page).evaluate(RESTING.format(height))
        page.wait_for_timeout(1200)
        found = page.locator(FRAME).bounding_box()["height"]
        assert height <= found <= height + 120


def test_a_frame_grows_only_so_far(visit):
    page = visit()
    open_activity(page)
    inside(page).evaluate(RESTING.format(900_000))
    page.wait_for_timeout(1200)
    assert page.locator(FRAME).bounding_box()["height"] <= 12_000


def test_a_listener_may_open_it_elsewhere(visit):
    page = visit()
    listen(page)
    page.evaluate(
        """() => document.addEventListener("activity:open", (event) => {
          event.preventDefault();
          window.wanted = event.detail;
        })"""
    )
    page.click(OPEN)
    page.wait_for_timeout(500)
    assert page.query_selector(FRAME) is None
    figure = page.locator("[data-activity]")
    assert page.evaluate("window.wanted.key") == figure.get_attribute("data-activity")
    assert page.evaluate("window.wanted.revision") == figure.get_attribute("data-revision")
    page.evaluate("window.wanted.open()")
    wait_for(page, "ready")


def test_starting_over_opens_it_anew(visit):
    page = visit()
    frame = open_activity(page)
    frame.get_by_role("button", name="Da").click()
    page.click("[data-activity-restart]")
    wait_for(page, "ready", 2)
    assert [detail["restart"] for detail in wait_for(page, "open", 2)] == [False, True]
    pressed = frame.get_by_role("button", name="Da").get_attribute("aria-pressed")
    assert pressed == "false"


def test_closing_leads_back_to_the_button(visit):
    page = visit()
    open_activity(page)
    page.click("[data-activity-close]")
    assert page.query_selector(FRAME) is None
    assert page.evaluate(f"document.activeElement.matches('{OPEN}')")
    wait_for(page, "close")


def test_it_fills_the_screen_and_comes_back(visit):
    page = visit()
    open_activity(page)
    page.click("[data-activity-full]")
    page.wait_for_timeout(800)
    assert page.evaluate("document.fullscreenElement.matches('[data-activity]')")
    assert page.locator("[data-activity-full]").inner_text() == "Ieși din ecranul complet"
    page.click("[data-activity-full]")
    page.wait_for_timeout(800)
    assert page.evaluate("document.fullscreenElement === null")


def test_where_the_browser_does_not_fill_the_screen_it_covers_the_page(visit):
    page = visit(viewport={"width": 360, "height": 700})
    page.evaluate("delete Element.prototype.requestFullscreen")
    page.evaluate("delete Element.prototype.webkitRequestFullscreen")
    open_activity(page)
    page.click("[data-activity-full]")
    box = page.locator("[data-activity]").bounding_box()
    assert (box["x"], box["y"], box["width"], box["height"]) == (0, 0, 360, 700)
    assert page.locator("[data-activity] [data-exit]").is_visible()
    page.keyboard.press("Escape")
    assert page.locator(".activity--covering").count() == 0
    assert page.evaluate("document.activeElement.matches('[data-activity-full]')")


def test_by_keyboard_alone_it_is_opened_answered_and_closed(visit):
    page = visit()
    listen(page)
    tab_to(page, OPEN)
    page.keyboard.press("Enter")
    wait_for(page, "ready")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    wait_for(page, "statement")
    tab_to(page, "[data-activity-close]")
    page.keyboard.press("Enter")
    assert page.query_selector(FRAME) is None


def test_messages_of_others_are_not_believed(visit):
    page = visit()
    open_activity(page)
    page.evaluate(
        """() => {
          const said = { from: "protect-activity", kind: "xapi", statement: { forged: true } };
          window.postMessage(said, "*");
        }"""
    )
    page.wait_for_timeout(500)
    assert [name for name, _detail in page.evaluate("window.heard") if name == "statement"] == []


@pytest.mark.parametrize(
    "message",
    [
        "{from: 'protect-activity', kind: 'xapi', statement: 'x'}",
        "{from: 'protect-activity', kind: 'xapi', statement: {long: 'x'.repeat(70000)}}",
        "{from: 'protect-activity', kind: 'state', state: 'x'.repeat(70000)}",
        "{from: 'protect-activity', kind: 'state', state: {}}",
        "{from: 'protect-activity', kind: 'height', height: NaN}",
        "{from: 'protect-activity', kind: 'constructor'}",
        "{from: 'somebody', kind: 'state', state: '1'}",
        "'protect-activity'",
        "null",
    ],
)
def test_a_message_of_another_shape_is_not_believed(visit, message):
    page = visit()
    open_activity(page)
    before = page.evaluate("window.heard.length")
    height = page.locator(FRAME).bounding_box()["height"]
    inside(page).evaluate(f"parent.postMessage({message}, '*')")
    page.wait_for_timeout(500)
    assert page.evaluate("window.heard.length") == before
    assert page.locator(FRAME).bounding_box()["height"] == height


@pytest.mark.parametrize(
    "script",
    [
        SCRIPT.replace("self.attach = function", "throw new Error('x'); self.attach = function"),
        "var H5P = H5P || {}; this is no script",
    ],
)
def test_a_library_that_breaks_is_said_and_the_text_is_read_instead(visit, script):
    page = visit(scripted_activity(script))
    listen(page)
    page.click(OPEN)
    assert wait_for(page, "failed")[0]["reason"] == "error"
    assert page.locator("[data-activity-twin]").get_attribute("open") is not None
    assert "nu s-a putut deschide" in page.locator("[data-activity-status]").inner_text()


def test_without_a_network_the_text_is_read_instead(visit):
    page = visit()
    page.context.set_offline(True)
    page.click(OPEN)
    assert page.query_selector(FRAME) is None
    assert "numai cu internet" in page.locator("[data-activity-status]").inner_text()
    assert page.locator("[data-activity-twin]").get_attribute("open") is not None


def test_without_scripts_the_text_is_there(visit):
    page = visit(java_script_enabled=False)
    assert page.locator(OPEN).is_hidden()
    assert page.locator("[data-activity-plain]").is_visible()
    page.click("[data-activity-twin] summary")
    assert QUESTION in page.locator("[data-activity-twin]").inner_text()


def test_paper_has_the_text(visit):
    page = visit()
    page.emulate_media(media="print")
    assert page.locator("[data-activity-twin] .fold__body").is_visible()
    assert page.locator(OPEN).is_hidden()


def test_the_page_around_it_is_accessible(visit):
    page = visit(viewport={"width": 360, "height": 740})
    assert serious_problems(page) == []
    open_activity(page)
    assert serious_problems(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
