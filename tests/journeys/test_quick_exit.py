"""Leaving at once, in a real browser: the page is gone before anything loads, and stays gone."""

import pytest
from django.conf import settings

from tests.factories import make_plan

pytestmark = pytest.mark.browser

LEAVE = """() => {
  const before = performance.now();
  document.querySelector("[data-exit]").click();
  return { took: performance.now() - before, left: document.documentElement.childNodes.length };
}"""


@pytest.fixture
def page(browser, transactional_db, live_server):
    make_plan(slug="plan")
    context = browser.new_context(base_url=live_server.url)
    neutral = {"body": "<h1>Vreme</h1>", "content_type": "text/html"}
    context.route(f"{settings.EXIT_URL}**", lambda route: route.fulfill(**neutral))
    page = context.new_page()
    page.goto("/cautare/")
    page.goto("/lectii/plan/")
    yield page
    context.close()


def leaves_for_good(page) -> bool:
    """Whether the neutral site is there, and Back leads past the page that was left."""
    page.wait_for_url(settings.EXIT_URL)
    page.go_back()
    return page.url.endswith("/cautare/")


def test_r46_with_scripts_the_page_is_gone_at_once_and_for_good(page):
    found = page.evaluate(LEAVE)
    assert found["left"] == 0
    assert found["took"] < 1000
    assert leaves_for_good(page)


def test_r46_three_presses_of_shift_do_the_same(page):
    for _press in range(3):
        page.keyboard.press("Shift")
    assert leaves_for_good(page)
