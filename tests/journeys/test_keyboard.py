"""The keyboard alone is enough: everything is reached, in order, and the focus is always seen."""

import pytest

from tests.journeys.keyboard import tab_to
from tests.journeys.public_pages import PUBLIC
from tests.journeys.test_teacher_journey import last_weekday

pytestmark = pytest.mark.browser

# Opens what is folded, and notes each stop of the Tab key: its place among all that can be reached,
# and whether it looks focused and lies on top. A group of radio buttons is one stop.
WATCH = """() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true;
  const stops = [], groups = new Set();
  const things = "a[href], button, input, select, textarea, summary, video[controls], "
    + "audio[controls], [tabindex]";
  for (const thing of document.querySelectorAll(things)) {
    const isThere = thing.checkVisibility({visibilityProperty: true}) && thing.type !== "hidden";
    if (thing.tabIndex < 0 || thing.disabled || !isThere) continue;
    if (thing.type === "radio") {
      if (groups.has(thing.name)) continue;
      groups.add(thing.name);
    }
    stops.push(thing);
  }
  window.reached = [];
  window.unseen = [];
  addEventListener("focusin", ({target}) => {
    const isRadio = target.type === "radio";
    reached.push(stops.findIndex(one =>
      one === target || (isRadio && one.type === "radio" && one.name === target.name)));
    const style = getComputedStyle(target), box = target.getBoundingClientRect();
    const top = document.elementFromPoint(
      box.left + Math.min(box.width / 2, 30), box.top + box.height / 2);
    const isOnTop = top && (target.contains(top) || top.contains(target)
      || top.closest("label")?.contains(target) || top.htmlFor === target.id);
    if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2 || !isOnTop)
      unseen.push(target.outerHTML.slice(0, 120));
  });
  return stops.length;
}"""


@pytest.fixture
def page(browser, site):
    page = browser.new_page(base_url=site, viewport={"width": 1280, "height": 800})
    yield page
    page.close()


def walk(page, path: str) -> list[str]:
    """Press Tab from the top of a page to its end; return what is wrong."""
    page.goto(path)
    stops = page.evaluate(WATCH)
    page.keyboard.press("Tab")
    problems = []
    if not page.evaluate("document.activeElement.matches('.skip-link')"):
        problems.append(f"{path}: the first stop is not the skip link")
    # The buttons of a video lie within it: the focus goes through them and is still the video's.
    within = 12 * page.locator("video[controls], audio[controls]").count()
    for _ in range(stops - 1 + within):
        if page.evaluate("reached.at(-1)") == stops - 1:
            break
        page.keyboard.press("Tab")
    reached = page.evaluate("reached")
    if reached != list(range(stops)):
        problems.append(f"{path}: of {stops} stops Tab reached {reached}")
    return problems + [f"{path}: no focus to be seen on {one}" for one in page.evaluate("unseen")]


def test_tab_reaches_everything_in_order_and_is_always_seen(page):
    """One walk for three facts, because the site behind it takes long to fill."""
    assert [problem for path in PUBLIC for problem in walk(page, path)] == []


def write(page, selector: str, text: str) -> None:
    """Go to a field and write into it what stands there no more."""
    tab_to(page, selector)
    page.keyboard.press("Control+A")
    page.keyboard.type(text)


def test_enter_after_the_words_looks_for_the_school_and_sends_nothing(page):
    page.goto("/clase/sesiuni/nou/?plan=social-media-v-viii")
    write(page, "[name=school_words]", "DEMO")
    page.keyboard.press("Enter")
    page.wait_for_selector("[data-school-list] input[type=radio]")
    assert not page.is_visible(".error-summary")


def test_a_choice_made_before_a_later_answer_is_kept(page):
    page.goto("/clase/sesiuni/nou/?plan=social-media-v-viii")
    write(page, "[name=school_words]", "DEMO")
    page.wait_for_selector("[data-school-list] input[type=radio]")
    tab_to(page, "[data-school-list] input[type=radio]")
    page.keyboard.press("Space")
    chosen = page.input_value("[data-school-list] input:checked")
    with page.expect_response("**/scoli/**"):
        page.fill("[name=school_words]", "nicio școală cu numele acesta")
    page.wait_for_timeout(300)
    assert page.input_value("[data-school-list] input:checked") == chosen


def test_a_class_is_registered_by_keyboard_alone_up_to_its_receipt(page):
    page.goto("/clase/sesiuni/nou/?plan=social-media-v-viii")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    write(page, "[name=school_words]", "DEMO")
    page.wait_for_selector("[data-school-list] input[type=radio]")
    tab_to(page, "[data-school-list] input[type=radio]")
    page.keyboard.press("Space")
    write(page, "[name=date]", f"{last_weekday():%d.%m.%Y}")
    write(page, "[name=class_label]", "a VII-a Z")
    write(page, "[name=girls]", "14")
    write(page, "[name=boys]", "13")
    write(page, "[name=email]", "doamna.diriginta@example.org")
    tab_to(page, "main form .button--primary")
    page.keyboard.press("Enter")
    page.wait_for_url("**/clase/sesiuni/**?posta=*")
    assert page.is_visible(".receipt__number")
