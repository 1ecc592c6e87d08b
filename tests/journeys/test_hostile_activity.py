"""The worst case: a library that was approved and tries to reach everything. It reaches nothing.

Every wall is asked for by itself, so that taking one away is seen: the frame's attribute, the
page's header, the policy of the page, the policy of the page around it.
"""

from pathlib import Path

import pytest

from tests.journeys.activities import another_host, inside, open_activity
from tests.media.player.pages import make_page, scripted_activity

pytestmark = pytest.mark.browser
HOSTILE = (Path(__file__).parent / "hostile.js").read_text()


@pytest.fixture
def stranger():
    """A host that nothing of ours may ever call."""
    with another_host() as host:
        yield host


@pytest.fixture
def visit(transactional_db, browser, live_server, settings, stranger):
    """Open the page of an activity with this script, as somebody who is signed in."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    contexts = []

    def open_(script: str):
        script = script.replace("SITE", live_server.url).replace("STRANGER", stranger.url)
        place = make_page(scripted_activity(script))
        context = browser.new_context(base_url=live_server.url)
        contexts.append(context)
        cookie = {"name": "secret", "value": "x", "url": live_server.url, "sameSite": "Lax"}
        context.add_cookies([cookie])
        page = context.new_page()
        page.goto(place.url)
        page.evaluate("localStorage.setItem('secret', 'x'); sessionStorage.setItem('secret', 'x')")
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def tried(visit):
    """What became of every try."""
    page = visit(HOSTILE)
    page.downloads, page.dialogues = [], []
    page.on("download", lambda download: page.downloads.append(download))
    page.on("dialog", lambda dialog: (page.dialogues.append(dialog), dialog.dismiss()))
    open_activity(page)
    page.wait_for_timeout(3500)
    return page, inside(page).evaluate("window.tried")


def test_a_hostile_library_reaches_nothing(tried, stranger, live_server):
    """One visit for every try, because the site behind it takes long to start."""
    page, found = tried
    assert {name for name, said in found.items() if said == "reached"} == set()
    assert len(found) >= 25
    assert stranger.visits == []
    assert page.url.startswith(f"{live_server.url}/cu-activitate/")
    assert page.context.pages == [page]
    assert (page.downloads, page.dialogues) == ([], [])
    assert page.evaluate("localStorage.length + sessionStorage.length") == 2
    workers = "navigator.serviceWorker.getRegistrations().then((found) => found.length)"
    assert page.evaluate(workers) == 0


def test_a_frame_that_leaves_for_another_host_does_not_arrive(visit, stranger):
    page = visit(HOSTILE.replace("tryAll();", "location.href = 'STRANGER/away';"))
    page.click("[data-activity-open]")
    page.wait_for_timeout(2500)
    assert stranger.visits == []


def test_a_frame_that_leaves_for_the_site_gets_it_as_nobody(visit, live_server):
    page = visit(HOSTILE.replace("tryAll();", "location.href = 'SITE/cu-activitate/';"))
    cookies = []
    page.on(
        "request",
        lambda request: (
            request.is_navigation_request()
            and request.frame != page.main_frame
            and cookies.append((request.url, request.all_headers().get("cookie")))
        ),
    )
    page.click("[data-activity-open]")
    page.wait_for_timeout(2500)
    assert [cookie for url, cookie in cookies if url.endswith("/cu-activitate/")] in ([], [None])


def test_the_page_of_a_player_opened_by_itself_has_no_origin_either(visit, stranger, live_server):
    page = visit(HOSTILE.replace('window.top.location.href = "STRANGER/top"', "return false"))
    page.goto(page.get_attribute("[data-activity]", "data-player"))
    page.wait_for_timeout(3500)
    found = page.evaluate("window.tried")
    # Its own window is the top one here, and its storage the shim's.
    outside = {"top", "parent", "parentStorage"}
    assert {name for name, said in found.items() if said == "reached"} <= outside
    assert page.evaluate("window.origin") == "null"
    assert stranger.visits == []
