"""The offline pack opened from a folder by double click, the network off, no server."""

import io
import zipfile
from datetime import date

import pytest

from lessons.selectors import offline_class
from tests.lessons.modules import make_question, make_step, make_way
from tests.quizzes.drafts import SAMPLES

pytestmark = pytest.mark.browser


@pytest.fixture
def folder(transactional_db, settings, tmp_path, client):
    """A pack of a module with every kind of question, unpacked."""
    settings.VAR_DIR = tmp_path / "var"
    settings.VAR_DIR.mkdir()
    module = make_way()
    for kind, draft in SAMPLES.items():
        step = f"pas-{kind}".replace("_", "-")
        make_step(module, step, question=make_question(draft, key=f"k-{kind}"))
    content = b"".join(client.get("/module/prieteni/pachet/").streaming_content)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(tmp_path)
    return tmp_path / "prieteni"


@pytest.fixture
def page(browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    page.problems, page.asked = [], []
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.on("requestfailed", lambda request: page.problems.append(request.url))
    page.on("request", lambda request: page.asked.append(request.url))
    yield page
    assert page.problems == []
    assert [url for url in page.asked if not url.startswith("file:")] == []
    context.close()


def open_index(page, folder) -> None:
    page.goto((folder / "index.html").as_uri())


def open_step(page, folder, slug: str) -> None:
    page.goto(next((folder / "pachet").glob(f"*-{slug}.html")).as_uri())


def test_the_module_is_worked_through_from_a_folder(folder, page):
    open_index(page, folder)
    page.click("text=Începe")
    page.get_by_role("heading", name="Pasul inceput").wait_for()
    page.click(".onward__next")
    page.check("input[value=b]")
    page.click(".ask__send button")
    page.locator("#raspuns").get_by_text("Ai dreptul să spui nu.").wait_for()
    for _ in range(len(SAMPLES) + 2):
        page.click(".onward__next")
    page.get_by_role("heading", name="Ai ajuns la capăt").wait_for()
    page.get_by_role("link", name="Planul meu").click()
    page.get_by_label("Cui spun?").wait_for()


def test_it_looks_as_on_the_site(folder, page):
    open_index(page, folder)
    assert page.evaluate("getComputedStyle(document.body).fontFamily").startswith('"Atkinson')
    assert page.evaluate("document.querySelector('.opening img').naturalWidth") > 0
    box = page.locator(".help-strip svg").first.bounding_box()
    assert box["width"] > 10


def test_help_is_one_link_away(folder, page):
    open_step(page, folder, "intrebare")
    page.get_by_role("link", name="Am nevoie de ajutor").click()
    page.get_by_role("heading", name="Linii de ajutor").wait_for()


def test_the_quick_exit_leads_to_an_empty_page(folder, page):
    open_step(page, folder, "intrebare")
    page.asked.clear()
    page.click(".quick-exit")
    page.wait_for_url("about:blank")
    page.asked[:] = [url for url in page.asked if url != "about:blank"]


@pytest.mark.parametrize(
    ("kind", "given", "said"),
    [
        ("multiple", {"r": ["a", "b"]}, "Da, toate se potrivesc."),
        ("order", {"r1": "1", "r2": "2", "r3": "3"}, None),
        ("match", {"r1": "a", "r2": "b", "r3": "c"}, None),
        ("fill", {"r1": "a", "r2": "b"}, None),
        ("scale", {"r": ["c"]}, "Alegerea ta"),
    ],
)
def test_every_kind_gets_its_feedback(folder, page, kind, given, said):
    open_step(page, folder, f"pas-{kind}")
    for name, value in given.items():
        if isinstance(value, list):
            for key in value:
                page.check(f"[name={name}][value={key}]")
        else:
            page.select_option(f"[name={name}]", value)
    page.click(".ask__send button")
    page.locator("#raspuns .remark").first.wait_for()
    assert said is None or said in page.inner_text("#raspuns")


def test_a_story_goes_to_its_end(folder, page):
    open_step(page, folder, "poveste")
    page.click("text=Îi răspund")
    page.click("text=Îi spun mamei")
    page.locator(".story").get_by_text("Doi văd mai bine.").wait_for()
    page.get_by_role("link", name="Ia povestea de la capăt").click()
    page.get_by_role("link", name="Nu răspund").wait_for()


def test_the_teacher_gets_a_code_that_the_site_reads(folder, page):
    open_index(page, folder)
    page.click("text=După oră")
    page.fill("#elevi", "23")
    page.fill("#ziua", "2026-11-20")
    page.select_option("#clasa-elevilor", "7")
    page.select_option("#litera", "B")
    page.get_by_role("button", name="Faceți codul").click()
    code = page.inner_text("#cod")
    result = offline_class(code).result
    assert (result.pupils, result.day, result.grade, result.letter) == (
        23,
        date(2026, 11, 20),
        7,
        "B",
    )


def test_no_code_is_made_for_nobody(folder, page):
    page.goto((folder / "pachet" / "clasa.html").as_uri())
    page.fill("#elevi", "0")
    page.get_by_role("button", name="Faceți codul").click()
    assert not page.is_visible("#rezultat")


def test_without_scripts_the_answers_and_why_can_be_read(folder, browser):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    open_step(page, folder, "intrebare")
    page.get_by_role("link", name="recapitulare").click()
    page.get_by_text("Cineva cere o poză").click()
    assert page.get_by_text("Ai dreptul să spui nu.").is_visible()
    context.close()


def test_without_scripts_the_teacher_reads_what_to_do_instead(folder, browser):
    context = browser.new_context(offline=True, java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "pachet" / "clasa.html").as_uri())
    assert page.locator("noscript p").is_visible()
    assert not page.is_visible("#clasa")
    context.close()
