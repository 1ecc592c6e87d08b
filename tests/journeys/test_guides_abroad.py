"""The way to "Germania" in a real browser: without scripts, by keyboard, without a network."""

import pytest

from lms.abroad.offer_check.questions import questions
from lms.abroad.starter import facts, guides
from tests.factories import make_home
from tests.journeys.devices import wait_until

pytestmark = pytest.mark.browser
LIST, GUIDE = "/munca-in-strainatate/", "/munca-in-strainatate/germania/"


@pytest.fixture
def site(transactional_db, settings, live_server):
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    make_home()
    facts.load()
    guides.load()
    return live_server.url


def open_page(browser, site, **options):
    context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=site, **options)
    return context, context.new_page()


def menu_stands_beside_the_logo(page) -> bool:
    """The header has one row, however many languages stand in it."""
    logo, menu = (page.locator(one).bounding_box() for one in (".site-header__logo", ".site-menu"))
    return menu["y"] < logo["y"] + logo["height"] and menu["x"] > logo["x"]


def test_without_scripts_the_list_leads_to_whom_to_call(browser, site):
    context, page = open_page(browser, site, java_script_enabled=False)
    for path in ("/autoevaluare/", f"/en{LIST}", f"/hu{LIST}", f"/uk{LIST}", LIST):
        page.goto(path)
        assert menu_stands_beside_the_logo(page), path
    page.goto(LIST)
    page.locator(".countries").get_by_text("Germania").click()
    assert page.locator("a[href='tel:08000005602']").is_visible()
    page.get_by_text("Cine răspunde în română").click()
    assert page.locator("a[href='tel:08000005602']").is_visible()
    page.goto(f"{LIST}compara/")
    page.select_option("#a", "DE")
    page.select_option("#b", "AT")
    page.get_by_role("button", name="Comparați").click()
    assert page.locator("table").is_visible()
    context.close()


def test_the_notice_of_a_missing_translation_stands_clear_of_the_header(browser, site):
    context, page = open_page(browser, site)
    page.goto("/hu/impact/")
    header, notice = (page.locator(one).bounding_box() for one in (".site-header", ".notice"))
    assert notice["y"] >= header["y"] + header["height"] + 16
    context.close()


def test_the_map_is_walked_by_keyboard(browser, site):
    context, page = open_page(browser, site)
    page.goto(LIST)
    page.locator(".tiles a[href='germania/']").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{GUIDE}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    context.close()


def test_a_guide_that_was_read_opens_without_a_network(browser, site):
    context, page = open_page(browser, site)
    page.goto(GUIDE)
    aside = (
        f"{GUIDE}card/",
        f"{LIST}contacte/",
        f"{LIST}inainte-de-plecare/",
        f"{LIST}verifica-oferta/",
    )
    for path in (GUIDE, LIST, *aside):
        wait_until(page, f"() => caches.match('{path}').then(Boolean)")
    page.evaluate("() => navigator.serviceWorker.ready.then(Boolean)")
    context.set_offline(True)
    page.goto(GUIDE)
    assert page.get_by_text("Acum nu este internet").is_visible()
    assert page.locator("a[href='tel:08000005602']").is_visible()
    # Its style is there as well; what was never read leads to what there is.
    assert (
        page.locator(".call").first.evaluate("one => getComputedStyle(one).borderRadius") == "12px"
    )
    # What one takes along from a guide is kept beside it: the card, the contacts, the list.
    for path in aside:
        page.goto(path)
        assert page.get_by_text("Acum nu este internet").is_visible()
    page.check("[name=contract][value=da]")
    page.check("[name=documents][value=nu]")
    page.click("form.offer .button--primary")
    shown = page.locator("[data-advice]:visible")
    assert shown.count() == len(questions("ro")) - 1
    assert page.get_by_text("Actele stau la tine.").is_visible()
    page.goto(f"{LIST}austria/")
    assert page.locator(".countries").is_visible()
    context.close()
