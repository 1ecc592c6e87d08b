"""The script that keeps a form from being sent twice, and lets a file be asked for again."""

from time import sleep

import pytest

from lms.core.finders import CORE

pytestmark = pytest.mark.browser
FORM = '<form method="post" action="/"><button>Trimiteți</button></form>'


@pytest.fixture
def page(browser):
    """One form with our script; `sent` counts what gets past it, and nothing leaves the page."""
    page = browser.new_page()
    # Time stands still until a test moves it: on a busy machine two clicks are seconds apart.
    page.clock.install(time=0)
    page.clock.pause_at(1000)
    page.set_content(FORM)
    page.add_script_tag(path=CORE / "static" / "js" / "protect.js", type="module")
    # A module runs a moment after its tag is there, and this one after it.
    page.add_script_tag(content="window.hasRun = true", type="module")
    while not page.evaluate("window.hasRun"):
        sleep(0.05)
    page.evaluate(
        """() => { window.sent = 0; addEventListener("submit", (event) => {
             if (!event.defaultPrevented) window.sent += 1; event.preventDefault(); }) }"""
    )
    yield page
    page.close()


def test_a_double_click_sends_once(page):
    page.locator("button").dblclick()
    assert page.evaluate("window.sent") == 1


def test_the_same_form_is_sent_again_after_a_while(page):
    page.locator("button").click()
    page.clock.fast_forward(5000)
    page.locator("button").click()
    assert page.evaluate("window.sent") == 2
