"""The advert of a campaign, in a real browser: by keyboard alone, without scripts, read aloud, and
without a trace."""

import pytest

from tests.campaigns.builders import make_campaign
from tests.journeys.keyboard import tab_to
from tests.journeys.test_every_page import serious_problems

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# A voice of the device and one of a service, which must never get the text.
VOICES = """
window.spoken = [];
class Utterance { constructor(text) { this.text = text; } }
Object.defineProperty(window, "SpeechSynthesisUtterance", {value: Utterance});
const voices = [{lang: "ro-RO", localService: false, name: "service"}];
if (!location.search) voices.push({lang: "ro-RO", localService: true, name: "device"});
Object.defineProperty(window, "speechSynthesis", {value: {
  getVoices: () => voices,
  cancel: () => spoken.push("(stop)"),
  speak: (words) => spoken.push(`${words.voice.name}: ${words.text}`),
  addEventListener: () => {},
}});
"""
# The triangle of a fold that has the focus stands on yellow, like its words.
SAME_INK = "e => getComputedStyle(e, '::marker').color === getComputedStyle(e).color"


@pytest.fixture
def open_page(browser, live_server, settings):
    """Open a campaign on a small screen; `context` are options of the browser."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    contexts = []

    def opened(script="", query="", **context):
        usual = {"viewport": {"width": 360, "height": 740}, "reduced_motion": "reduce"}
        contexts.append(browser.new_context(base_url=live_server.url, **(usual | context)))
        page = contexts[-1].new_page()
        if script:
            page.add_init_script(script)
        page.asked = []
        page.on("request", lambda request: page.asked.append((request.method, request.url)))
        page.goto(make_campaign().url + query)
        return page

    yield opened
    for context in contexts:
        context.close()


def tick_first(page) -> None:
    """Mark the first line and open the signs, by keyboard alone."""
    tab_to(page, ".advert input")
    page.keyboard.press("Space")
    tab_to(page, ".looking__reveal > summary")
    page.keyboard.press("Enter")


def test_r38_the_advert_is_played_by_keyboard_and_ends_in_a_pledge_that_prints(open_page):
    page = open_page()
    tick_first(page)
    assert page.locator(".looking__reveal > summary").evaluate(SAME_INK)
    page.locator("[data-seen]").wait_for()
    assert page.inner_text("[data-seen]").startswith("Semne observate: 1 din 2.")
    assert page.locator("[data-of]:visible").count() == 1
    tab_to(page, ".looking__reveal a[href$='/promisiune/']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/promisiune/")
    page.evaluate("window.print = () => { window.printed = true; }")
    tab_to(page, "#p1")
    page.keyboard.type("contractul")
    tab_to(page, "[data-print]")
    page.keyboard.press("Enter")
    assert page.evaluate("window.printed")


def test_r38_the_advert_and_its_signs_are_read_aloud_by_a_voice_of_the_device(open_page):
    page = open_page(VOICES)
    tab_to(page, ".listen button")
    page.keyboard.press("Enter")
    assert page.inner_text(".listen button >> nth=0") == "Oprește"
    said = page.evaluate("spoken.filter(one => one !== '(stop)')")
    assert said[0] == "device: Urgent: ambalatori"
    assert "device: Salariu: De două ori cât dau alții" in said
    page.keyboard.press("Enter")
    assert page.inner_text(".listen button >> nth=0") == "Ascultă"
    assert page.evaluate("spoken.at(-1)") == "(stop)"


def test_without_a_voice_of_the_device_nothing_is_offered(open_page):
    page = open_page(VOICES, query="?r=b")
    assert page.locator(".listen button:visible").count() == 0


def test_it_is_played_without_scripts(open_page):
    page = open_page(java_script_enabled=False)
    tick_first(page)
    assert page.is_visible(".signs li >> nth=1")
    assert page.locator(".listen:visible, [data-seen]:visible").count() == 0


def test_nothing_that_is_marked_leaves_a_trace(open_page):
    page = open_page()
    before = len(page.asked)
    tick_first(page)
    page.locator("[data-seen]").wait_for()
    assert [one for one in page.asked[before:] if one[0] != "GET"] == []
    assert page.context.cookies() == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]") == [0, 0]
    page.reload()
    assert page.locator(".advert input:checked").count() == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible_open_and_closed(open_page, scheme):
    page = open_page(VOICES, color_scheme=scheme)
    found = serious_problems(page)
    tick_first(page)
    found += serious_problems(page)
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.goto(f"{page.url}promisiune/")
    assert (found + serious_problems(page), wide) == ([], False)
