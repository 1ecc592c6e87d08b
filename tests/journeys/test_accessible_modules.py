"""What pupils and their teachers see beyond the public pages, as axe sees it: every kind of step,
with an answer and without; what is saved; the pack; the ways into a class; the class itself."""

import io
import zipfile

import pytest
from django.core.management import call_command
from django.test import Client

from lms.people.enums import Role
from tests.classrooms.classes import address, make_class
from tests.factories import make_user
from tests.journeys.test_every_page import serious_problems
from tests.lessons.modules import make_question, make_step, make_way
from tests.quizzes.drafts import SAMPLES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

START = "/module/prieteni/"
ENTERING = ("/intra/", "/intra/revin/", "/intra/BCDFGHJK/", "/intra/nu-este/")
OF_A_CLASS = ("", "ecran/", "intrebare/2/")


@pytest.fixture
def module():
    """A module with every kind of question."""
    module = make_way()
    for kind, draft in SAMPLES.items():
        make_step(module, slug_of(kind), question=make_question(draft, key=f"k-{kind}"))
    return module


@pytest.fixture
def school_class(page):
    call_command("sync_roles", verbosity=0)
    return make_class(make_user(Role.TEACHER), pace="teacher")


@pytest.fixture
def page(browser, live_server, settings):
    """A small screen where nothing fades: axe would see half a colour."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        base_url=live_server.url,
        locale="ro",
        reduced_motion="reduce",
    )
    yield context.new_page()
    context.close()


def slug_of(kind) -> str:
    return f"pas-{kind}".replace("_", "-")


def problems(page) -> list[str]:
    """What axe finds, and what is wider than a small screen, with the address."""
    found = serious_problems(page)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        found.append("wider than the screen")
    return [f"{page.url} {line}" for line in found]


def fill_in(page) -> None:
    """Choose something in whatever is asked."""
    ticked = page.locator("#pas input[type=radio], #pas input[type=checkbox]")
    if ticked.count():
        ticked.first.check()
    for place, select in enumerate(page.locator("#pas select").all()):
        select.select_option(index=place + 1)
    if page.locator("a.answer--link").count():
        page.locator("a.answer--link").first.click()
    elif page.locator(".ask__send button").count():
        page.click(".ask__send button")
        page.locator("#raspuns .remark").first.wait_for()


def walk(page) -> list[str]:
    """Each kind of step, asked and answered."""
    found = []
    for kind in SAMPLES:
        page.goto(f"{START}{slug_of(kind)}/")
        found += problems(page)
        fill_in(page)
        found += problems(page)
    return found


def test_every_kind_of_step_is_accessible(page, module):
    assert walk(page) == []


def test_every_kind_of_step_is_accessible_in_the_dark(page, module):
    page.emulate_media(color_scheme="dark")
    assert walk(page) == []


def test_what_is_saved_is_accessible_without_a_network(page, module):
    page.goto(START)
    page.click("[data-ask]")
    page.get_by_role("button", name="Salvează", exact=True).click()
    page.get_by_text("Modulul este salvat.").wait_for()
    found = problems(page)
    page.context.set_offline(True)
    found += walk(page)
    for path in (f"{START}recapitulare/", f"{START}plan/", "/module/", "/module/dispozitiv/"):
        page.goto(path)
        found += problems(page)
    assert found == []


def test_the_device_page_is_accessible_before_and_after(page, module):
    page.goto("/module/dispozitiv/")
    found = problems(page)
    page.get_by_role("button", name="Șterge tot").click()
    page.get_by_text("Gata.").wait_for()
    assert found + problems(page) == []


def test_every_page_of_the_pack_is_accessible(page, module, client, tmp_path):
    content = b"".join(client.get(f"{START}pachet/").streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    found = []
    for file in sorted(tmp_path.rglob("*.html")):
        page.goto(file.as_uri())
        found += problems(page)
    assert found == []


def test_the_ways_into_a_class_are_accessible(school_class, page):
    found = []
    for path in ENTERING:
        page.goto(path)
        found += problems(page)
    page.goto(f"/intra/{school_class.code.code}/")
    found += problems(page)
    page.click("form .button--primary")
    page.wait_for_url("**/intra/loc/")
    assert found + problems(page) == []


def test_the_pages_of_a_class_are_accessible(school_class, page, live_server):
    client = Client()
    client.force_login(school_class.teacher)
    value = client.cookies["sessionid"].value
    page.context.add_cookies([{"name": "sessionid", "value": value, "url": live_server.url}])
    found = []
    for path in OF_A_CLASS:
        answer = page.goto(f"{address(school_class)}{path}")
        assert answer.ok, page.url
        found += problems(page)
    assert found == []
