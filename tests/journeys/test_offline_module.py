"""A saved module with the network off, alone and in a class, in a real browser."""

from time import sleep

import pytest

from lessons import places
from lessons.views import modules
from lms.core import generation
from lms.people.learners import COOKIE
from quizzes.models import Answer
from tests.journeys.devices import (
    HAS_FONT,
    NOTHING_SAVED,
    NOTHING_WAITS,
    ONE_OTHER_SAVED,
    WORKERS,
    kept_paths,
    take_the_new_worker,
    wait_until,
)
from tests.lessons.modules import FakeClasses, make_learner, make_way, sit_down

pytestmark = pytest.mark.browser

START = "/module/prieteni/"
QUESTION = f"{START}intrebare/"


@pytest.fixture
def module(transactional_db, settings, live_server):
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    return make_way()


@pytest.fixture
def page(browser, live_server):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, base_url=live_server.url, locale="ro"
    )
    page = context.new_page()
    page.problems = []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    yield page
    assert page.problems == []
    context.close()


@pytest.fixture
def classes(monkeypatch):
    fake = FakeClasses()
    monkeypatch.setattr(places, "_lookups", [fake])
    return fake


def save(page) -> None:
    """Press, read how much it takes, press again."""
    page.goto(START)
    page.click("[data-ask]")
    page.get_by_role("button", name="Salvează", exact=True).click()
    page.get_by_text("Modulul este salvat.").wait_for()


def sit(page, module, client, live_server, classes):
    """Give the browser a new learner's place in a class of the module."""
    learner = sit_down(client, make_learner())
    value = client.cookies[COOKIE].value
    page.context.add_cookies([{"name": COOKIE, "value": value, "url": live_server.url}])
    classes.seat(learner, module)
    return learner


@pytest.fixture
def learner(page, module, client, live_server, classes):
    """Of a class of the module, with the module saved."""
    learner = sit(page, module, client, live_server, classes)
    save(page)
    return learner


def answer_offline(page) -> None:
    """A pupil of a class loses the network and answers."""
    page.goto(QUESTION)
    page.context.set_offline(True)
    answer(page)
    page.get_by_text("1 răspuns de trimis").wait_for()


def answer(page, key: str = "b") -> None:
    page.check(f"input[value={key}]")
    page.click(".ask__send button")


def test_the_size_is_said_before_anything_is_saved(module, page):
    page.goto(START)
    page.click("[data-ask]")
    page.get_by_text("Ocupă").wait_for()
    assert "kB" in page.inner_text("[data-said]")
    assert kept_paths(page) == []


def test_nothing_of_it_loads_before_somebody_presses(module, page):
    loaded = []
    page.on("request", lambda request: loaded.append(request.url))
    page.goto(START)
    page.wait_for_load_state("networkidle")
    assert not [url for url in loaded if "offline" in url or "sw.js" in url or "quiz" in url]


def test_r42_a_saved_module_opens_without_a_network_to_its_end(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(START)
    page.click("text=Începe")
    page.get_by_role("heading", name="Pasul inceput").wait_for()
    for name in ("Pasul intrebare", "Pasul poveste", "Ai ajuns la capăt"):
        page.click(".onward__next")
        page.get_by_role("heading", name=name).wait_for()
    page.get_by_role("link", name="Planul meu").click()
    page.get_by_label("Cui spun?").wait_for()


def test_styles_fonts_and_pictures_are_there_without_a_network(module, page):
    save(page)
    page.context.set_offline(True)
    failed = []
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.goto(START)
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    assert page.evaluate(HAS_FONT)
    page.locator(".opening img").scroll_into_view_if_needed()
    assert page.evaluate("document.querySelector('.opening img').naturalWidth") > 0
    assert failed == []


def test_a_network_that_says_nothing_is_no_network(module, page, monkeypatch):
    save(page)
    made = modules.render
    monkeypatch.setattr(modules, "render", lambda *args: sleep(12) or made(*args))
    generation._move(generation.CONTENT)
    page.goto(START)
    assert page.locator("html[data-saved]").count()


def test_an_answer_gets_its_feedback_without_a_network(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(QUESTION)
    answer(page)
    page.locator("#raspuns").get_by_text("Ai dreptul să spui nu.").wait_for()
    page.locator("input[value=b]:checked").wait_for()


def test_a_story_goes_on_without_a_network(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(f"{START}poveste/")
    # By their role: the same words stand on the sheet for print, which is hidden.
    page.get_by_role("link", name="Îi răspund").click()
    page.get_by_role("link", name="Îi spun mamei").click()
    page.locator(".story").get_by_text("Doi văd mai bine.").wait_for()
    page.locator(".story").get_by_text("Poți suna la 119.").wait_for()
    page.get_by_role("link", name="Ia povestea de la capăt").click()
    page.get_by_role("link", name="Nu răspund").wait_for()


def test_an_empty_answer_says_what_to_do(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(QUESTION)
    page.click(".ask__send button")
    page.get_by_role("alert").get_by_text("Alege un răspuns").wait_for()


def test_what_was_not_saved_leads_to_what_is_and_to_help(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(f"{START}")
    page.click("text=Am nevoie de ajutor")
    page.get_by_text("Acum nu este internet.").wait_for()
    page.goto("/module/?varsta=11-14")
    page.get_by_role("link", name="Prieteni pe net").click()
    page.wait_for_url(f"**{START}")


def test_nothing_of_another_part_of_the_site_is_kept(module, page):
    save(page)
    for path in ("/", "/lectii/", "/module/", "/cautare/?q=a"):
        page.goto(path)
    page.goto(START)
    own = (START, "/module/dispozitiv/", "/static/", "/versiune")
    assert [path for path in kept_paths(page) if not path.startswith(own)] == []


def test_answers_of_a_class_wait_and_leave_when_the_network_is_back(learner, page):
    answer_offline(page)
    page.locator("#raspuns").get_by_text("Ai dreptul să spui nu.").wait_for()
    assert page.get_attribute("[data-queue]", "role") == "status"
    page.click(".onward__next")
    page.get_by_role("heading", name="Pasul poveste").wait_for()
    page.click("text=Nu răspund")
    page.click(".onward__next")
    page.get_by_text("2 răspunsuri de trimis").wait_for()
    assert Answer.objects.count() == 0
    page.context.set_offline(False)
    page.get_by_text("Răspunsurile tale au ajuns.").wait_for()
    assert sorted(Answer.objects.values_list("response", flat=True)) == [["b"], ["b"]]


@pytest.mark.parametrize("way", ["next", "prev"])
def test_what_was_only_filled_in_waits_too(learner, page, way):
    page.context.set_offline(True)
    page.goto(QUESTION)
    page.check("input[value=b]")
    page.click(f".onward a[rel={way}]")
    page.get_by_text("1 răspuns de trimis").wait_for()


def test_an_answer_that_waits_is_not_counted_twice_by_a_reload(learner, page):
    answer_offline(page)
    page.reload()
    page.get_by_text("1 răspuns de trimis").wait_for()
    page.context.set_offline(False)
    page.get_by_text("Răspunsurile tale au ajuns.").wait_for()
    assert Answer.objects.count() == 1


def test_answers_that_come_after_the_class_are_said_to_be_late(learner, module, page, classes):
    answer_offline(page)
    classes.seat(learner, module, open=False)
    page.context.set_offline(False)
    page.get_by_text("Ora s-a încheiat înainte să ajungă 1 răspuns.").wait_for()
    assert Answer.objects.count() == 0


def test_what_the_last_pupil_left_waiting_is_not_the_next_ones(
    learner, module, page, client, live_server, classes
):
    answer_offline(page)
    sit(page, module, client, live_server, classes)
    page.context.set_offline(False)
    wait_until(page, NOTHING_WAITS)
    assert Answer.objects.count() == 0


def test_alone_nothing_waits_to_be_sent(module, page):
    save(page)
    page.context.set_offline(True)
    page.goto(QUESTION)
    answer(page)
    page.locator("#raspuns .feedback").wait_for()
    assert page.inner_text("[data-queue]") == ""
    assert not page.evaluate("caches.has('coada')")


def test_a_changed_module_is_brought_up_to_date(module, page):
    save(page)
    before = page.evaluate("caches.keys()")
    module.summary = "Un rezumat nou."
    module.save_revision().publish()
    generation._move(generation.CONTENT)
    page.goto(START)
    take_the_new_worker(page)
    page.goto(START)
    wait_until(page, ONE_OTHER_SAVED, before)
    page.context.set_offline(True)
    page.goto(START)
    page.get_by_text("Un rezumat nou.").wait_for()


def test_a_module_that_was_withdrawn_goes_from_the_device(module, page):
    other = make_way(slug="altul", title="Altul")
    save(page)
    module.unpublish()
    generation._move(generation.CONTENT)
    page.goto(f"/module/{other.slug}/")
    take_the_new_worker(page)
    page.goto(f"/module/{other.slug}/")
    wait_until(page, NOTHING_SAVED)


def test_everything_is_taken_away_from_the_device(learner, page):
    page.evaluate("localStorage.setItem('citire', '1')")
    page.goto("/module/dispozitiv/")
    page.get_by_role("link", name="Prieteni pe net").wait_for()
    page.get_by_role("button", name="Șterge tot").click()
    page.get_by_text("Gata.").wait_for()
    assert kept_paths(page) == []
    assert page.evaluate("localStorage.length") == 0
    assert page.evaluate(WORKERS) == 0
    assert COOKIE not in {cookie["name"] for cookie in page.context.cookies()}


def test_without_scripts_nothing_is_offered(module, browser, live_server):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    page = context.new_page()
    page.goto(START)
    assert not page.get_by_text("Salvează modulul").is_visible()
    context.close()
