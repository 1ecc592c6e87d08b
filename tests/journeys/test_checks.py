"""Checks for oneself in a real browser: nothing stays on the device, and no script is needed."""

import io

import pytest
from pypdf import PdfReader

from lms.helplines.starter import load
from tests.journeys.keyboard import tab_to
from tests.journeys.test_every_page import serious_problems

pytestmark = pytest.mark.browser
PHONE = {"width": 360, "height": 740}
DAILY, OFFER = "/autoevaluare/cum-ma-descurc/", "/munca-in-strainatate/verifica-oferta/"
STORED = """async () => [
  ...Object.entries(localStorage), ...Object.entries(sessionStorage),
  ...await caches.keys(), ...(await indexedDB.databases()).map((one) => one.name),
  ...await navigator.serviceWorker.getRegistrations(), document.cookie || [],
].flat().map(String)"""


@pytest.fixture
def address(transactional_db, settings, live_server) -> str:
    """A site with its help lines and nothing else: a check needs no content."""
    settings.SITE_URL, settings.ALLOWED_HOSTS = live_server.url, ["*"]
    load()
    return live_server.url


def open_phone(browser, address, **options):
    context = browser.new_context(base_url=address, viewport=PHONE, **options)
    return context.new_page()


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_r20_a_run_leaves_nothing_on_the_device_and_is_accessible(browser, address):
    page = open_phone(browser, address)
    page.goto(DAILY)
    problems = serious_problems(page)
    tab_to(page, "a.answer")
    page.keyboard.press("Enter")
    page.wait_for_selector("progress")
    problems += serious_problems(page)
    for _question in range(12):
        page.locator("a.answer").last.click()
    page.wait_for_selector(".bands")
    problems += serious_problems(page)
    assert fits(page)
    assert page.is_visible("[data-print]")
    assert problems == []
    assert page.evaluate(STORED) == []
    assert page.context.cookies() == []
    ended = page.inner_text("h1")
    page.go_back()
    assert page.is_visible("progress")
    page.go_forward()
    assert page.inner_text("h1") == ended
    page.context.close()


def test_r45_an_offer_is_checked_without_scripts_and_leaves_nothing(browser, address):
    page = open_phone(browser, address, java_script_enabled=False)
    page.goto(OFFER)
    page.check("input[name=contract][value=da]")
    page.check("input[name=documents][value=nu]")
    page.click("form.offer .actions button")
    assert page.url == address + OFFER
    assert page.inner_text("h1") == "Nu pleca încă"
    assert page.is_visible("main .calls a[href='tel:112']")
    page.click("button[name=schimba]")
    assert page.is_checked("input[name=documents][value=nu]")
    assert page.context.cookies() == []
    page.context.close()


def test_the_pages_of_the_offer_are_accessible_and_store_no_answer(browser, address):
    page = open_phone(browser, address)
    page.goto(OFFER)
    problems = serious_problems(page)
    tab_to(page, "input[name=contract]")
    page.keyboard.press("Space")
    page.click("form.offer .actions button")
    page.wait_for_selector(".calls")
    problems += serious_problems(page)
    assert problems == []
    assert fits(page)
    assert page.evaluate(STORED) == []
    page.context.close()


def test_the_list_before_leaving_is_one_sheet_in_every_language(browser, address):
    page = open_phone(browser, address)
    for prefix in ("", "/en", "/hu", "/uk"):
        page.goto(f"{prefix}/munca-in-strainatate/inainte-de-plecare/")
        sheets = PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages
        assert (prefix, len(sheets)) == (prefix, 1)
    page.context.close()
