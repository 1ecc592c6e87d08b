"""The platform's main job, end to end, on a small screen: lesson, kit, class session, figure."""

import io
import re
import zipfile
from datetime import date, timedelta

import docx
import pptx
import pypdf
import pytest
from django.core import mail
from django.utils import timezone

from lessons import selectors
from lessons.models import LessonPlanPage
from lms.core.management.commands.show_addresses import DEMO_PASSWORD

pytestmark = pytest.mark.browser

TITLE = "Cum să fii în siguranță pe Social Media"


def last_weekday() -> date:
    """Yesterday or the Friday before: a class on a Sunday would rightly be asked about."""
    day = timezone.localdate() - timedelta(days=1)
    return day - timedelta(days=max(0, day.weekday() - 4))


@pytest.fixture
def open_page(browser, site):
    """New visitors: each has a small screen and no cookies."""
    contexts = []

    def visitor():
        context = browser.new_context(viewport={"width": 360, "height": 740}, base_url=site)
        contexts.append(context)
        return context.new_page()

    yield visitor
    for context in contexts:
        context.close()


def sign_in_secretariat(page) -> None:
    page.goto("/cont/login/")
    page.fill("input[name=login]", "secretariat@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.click("main form button[type=submit], main form button:not([type])")
    page.wait_for_url("**/cont/**")


def figure(page, label: str) -> int:
    """The number of a big figure of the report of this year."""
    page.goto(f"/raport/{last_weekday().year}/")
    text = page.locator("a.figure", has_text=label).first.locator(".figure-number").inner_text()
    return int(re.sub(r"\D", "", text))


def find_the_plan(page) -> None:
    page.goto("/")
    page.click("text=Sunt profesor")
    page.wait_for_url("**/lectii/")
    page.click("summary:has-text('Filtre')")
    page.check("input[name=varsta][value='11-14']")
    page.click("button:has-text('Vedeți lecțiile')")
    page.wait_for_url("**/lectii/?*varsta=11-14*")
    page.click(f"h3 >> text={TITLE}")
    page.wait_for_url("**/lectii/social-media-v-viii/")


def download_kit(page) -> zipfile.ZipFile:
    with page.expect_download() as download:
        page.click("text=Descarcă tot")
    return zipfile.ZipFile(download.value.path())


def check_the_kit(kit: zipfile.ZipFile) -> None:
    """The parts open with their libraries, and pupils get no answers."""
    names = kit.namelist()
    plan = pypdf.PdfReader(io.BytesIO(kit.read("profesor/plan-de-lectie.pdf")))
    assert plan.trailer["/Root"]["/MarkInfo"]["/Marked"]
    assert TITLE in re.sub(r"\s+", " ", plan.pages[0].extract_text())
    assert len(pptx.Presentation(io.BytesIO(kit.read("profesor/prezentare.pptx"))).slides) >= 9
    assert docx.Document(io.BytesIO(kit.read("profesor/plan-de-lectie.docx"))).paragraphs
    for_pupils = [name for name in names if name.startswith("elev/")]
    assert for_pupils
    assert not any("raspunsuri" in name or "cheie" in name for name in for_pupils)


def register_by_code(page, token: str) -> str:
    """Fill the form that the printed code opens; return the receipt's address."""
    page.goto(f"/clase/sesiuni/nou/?set={token}")
    page.fill("#id_school_words, [name=school_words]", "DEMO")
    page.click("button:has-text('Căutați')")
    page.locator("input[name=school][type=radio]").first.check()
    page.fill("input[name=date]", f"{last_weekday():%d.%m.%Y}")
    page.fill("input[name=class_label]", "a VII-a Z")
    page.fill("input[name=girls]", "14")
    page.fill("input[name=boys]", "13")
    page.fill("input[name=email]", "doamna.diriginta@example.org")
    page.click("button:has-text('Înregistrați sesiunea')")
    page.wait_for_selector(".receipt__number")
    return page.url


@pytest.mark.django_db(transaction=True)
def test_a_lesson_that_was_taught_moves_the_yearly_figure(open_page):
    teacher, secretariat = open_page(), open_page()
    sign_in_secretariat(secretariat)
    before = figure(secretariat, "participări")
    waiting = figure(secretariat, "neconfirmate")

    find_the_plan(teacher)
    check_the_kit(download_kit(teacher))
    plan = LessonPlanPage.objects.get(slug="social-media-v-viii")
    token = selectors.registration_token(selectors.current_edition(plan))
    receipt = register_by_code(teacher, token)
    assert "neconfirmat" in teacher.inner_text("main").lower()
    assert figure(secretariat, "participări") == before
    assert figure(secretariat, "neconfirmate") > waiting

    link = re.search(r"http\S+/clase/confirmare/\S+", mail.outbox[-1].body)[0]
    teacher.goto(link)
    teacher.click("button:has-text('Confirm sesiunea')")
    assert figure(secretariat, "participări") == before + 27

    teacher.goto(receipt)
    teacher.click("text=Corectați")
    teacher.fill("input[name=girls]", "15")
    teacher.click("main form button.button--primary")
    teacher.wait_for_selector(".receipt__number")
    assert figure(secretariat, "participări") == before + 28

    teacher.goto(receipt)
    teacher.click("text=Anulați")
    teacher.fill("[name=reason]", "Am înregistrat-o de două ori.")
    teacher.click("main form button.button--danger, main form button.button--primary")
    teacher.wait_for_selector(".receipt__number")
    assert figure(secretariat, "participări") == before
