"""Everything works in a browser that runs no scripts, on a small screen."""

import zipfile

import pytest
from django.conf import settings

from tests.journeys.public_pages import PUBLIC
from tests.journeys.test_teacher_journey import last_weekday

pytestmark = pytest.mark.browser


@pytest.fixture
def page(browser, site):
    context = browser.new_context(
        base_url=site, java_script_enabled=False, viewport={"width": 360, "height": 740}
    )
    yield context.new_page()
    context.close()


def walk(page, path: str) -> list[str]:
    """Open a page, its menu and its help; return what is missing."""
    page.goto(path)
    missing = []
    if len(page.inner_text("main")) < 80 or not page.is_visible("main h1"):
        missing.append(f"{path}: no content")
    for line in ("112", "119", "0800800678"):
        if not page.locator(f".help-strip a[href='tel:{line}']").is_visible():
            missing.append(f"{path}: no {line}")
    if page.get_attribute(".quick-exit", "href") != "/iesire/":
        missing.append(f"{path}: no quick exit")
    if not shows_way_on(page):
        missing.append(f"{path}: no menu")
    return missing


def shows_way_on(page) -> bool:
    """Whether the menu opens; a module has none, and one link out of it instead."""
    if page.locator(".module-bar").count():
        return page.locator(".module-bar__leave").is_visible()
    page.click(".site-menu summary")
    return page.locator(".site-nav a[href$='/ajutor/']").is_visible()


def test_r12_r46_every_page_shows_content_menu_help_and_exit(page):
    """One walk for four facts, because the site behind it takes long to fill."""
    assert [problem for path in PUBLIC for problem in walk(page, path)] == []


def test_r46_the_quick_exit_is_a_link_that_leads_away(page):
    page.goto("/")
    leads_to = page.request.get(page.get_attribute(".quick-exit", "href"), max_redirects=0)
    assert (leads_to.status, leads_to.headers["location"]) == (303, settings.EXIT_URL)


def test_r42_a_lesson_page_stays_under_200_kb(page):
    sizes = []
    page.on("requestfinished", lambda request: sizes.append(request.sizes()["responseBodySize"]))
    page.goto("/lectii/social-media-v-viii/", wait_until="networkidle")
    page.mouse.wheel(0, 100_000)
    page.wait_for_load_state("networkidle")
    assert page.is_visible("main h1")
    assert 0 < sum(sizes) < 200_000


def test_lessons_are_filtered_found_and_downloaded(page):
    page.goto("/cautare/")
    page.fill("main [name=q]", "rețele")
    page.click("main form button")
    assert page.url.endswith("/cautare/?q=re%C8%9Bele")
    page.goto("/lectii/")
    page.click(".filters-fold summary")
    page.check("input[name=varsta][value='11-14']")
    page.click("form.filters button")
    page.wait_for_url("**/lectii/?*varsta=11-14*")
    page.click("main h3 a >> nth=0")
    with page.expect_download() as download:
        page.click(".kit .button--big")
    assert zipfile.ZipFile(download.value.path()).testzip() is None


def test_a_class_is_registered_up_to_its_receipt(page):
    page.goto("/clase/sesiuni/nou/?plan=social-media-v-viii")
    page.fill("[name=class_label]", "a VII-a Z")
    page.fill("[name=date]", f"{last_weekday():%d.%m.%Y}")
    page.fill("[name=school_words]", "DEMO")
    page.click("button[name=search]")
    page.locator("input[name=school][type=radio]").first.check()
    page.fill("[name=girls]", "14")
    page.fill("[name=boys]", "13")
    page.fill("[name=email]", "doamna.diriginta@example.org")
    page.click("main form .button--primary")
    assert page.is_visible(".receipt__number")
    assert page.is_visible("main :text('a VII-a Z'), main :text('VII Z')")
