"""A pupil watches the film in a module: nothing of it is loaded before the press, and the captions
are there."""

import pytest

STEP = "/module/prieteni-pe-net/propozitii-care-opresc/"
pytestmark = pytest.mark.browser

STATE = """() => {
    const video = document.querySelector("video");
    const [track] = [...video.textTracks].filter((one) => one.mode === "showing");
    return {
        paused: video.paused,
        moment: video.currentTime,
        language: track && track.language,
        caption: track && track.activeCues && track.activeCues[0] && track.activeCues[0].text,
        height: video.getBoundingClientRect().height,
    };
}"""
PLAYS = """() => {
    const video = document.querySelector("video");
    return video.currentTime > 0.5 && video.textTracks[0].activeCues?.length;
}"""


@pytest.fixture
def phone(browser, site):
    """A phone that notes what it asks for of recordings."""
    context = browser.new_context(base_url=site, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.asked, page.complaints = [], []
    page.on(
        "request",
        lambda request: (
            page.asked.append(request.url.rpartition("/")[2])
            if "/inregistrari/" in request.url
            else None
        ),
    )
    page.on("console", lambda said: page.complaints.append(said.text))
    yield page
    context.close()


def test_a_film_plays_at_a_press_and_not_before(phone):
    phone.goto(STEP)
    phone.wait_for_load_state("networkidle")
    phone.wait_for_timeout(500)
    before = phone.evaluate(STATE)
    assert [name for name in phone.asked if name.endswith(".mp4")] == []
    assert (before["paused"], before["moment"]) == (True, 0)
    phone.locator("video").first.focus()
    phone.keyboard.press("Space")
    phone.wait_for_function(PLAYS)
    after = phone.evaluate(STATE)
    assert "original.mp4" in phone.asked
    assert after["language"] == "ro"
    assert "Un mesaj de la un necunoscut" in after["caption"]
    assert after["height"] == before["height"] > 150
    assert phone.complaints == []


def test_the_player_and_the_transcript_need_no_script(browser, site):
    context = browser.new_context(base_url=site, java_script_enabled=False)
    page = context.new_page()
    page.goto("/video/un-mesaj-de-la-un-necunoscut/")
    assert page.locator("video[controls][preload=none]").is_visible()
    page.get_by_text("Citește transcrierea").click()
    assert page.get_by_text("Pasul unu: nu răspunde.").is_visible()
    context.close()


def test_a_film_of_a_saved_module_plays_without_a_network_and_can_be_wound(phone):
    phone.goto("/module/prieteni-pe-net/")
    phone.click("[data-ask]")
    phone.click("[data-confirm]")
    phone.get_by_text("Modulul este salvat.").wait_for()
    phone.context.set_offline(True)
    phone.goto(STEP)
    phone.locator("video").first.focus()
    phone.keyboard.press("Space")
    phone.wait_for_function(PLAYS)
    phone.evaluate("document.querySelector('video').currentTime = 40")
    phone.wait_for_function("() => document.querySelector('video').currentTime > 40.3")
