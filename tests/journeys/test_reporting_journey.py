"""A year from the officer's first figure to the published report, in a real browser."""

import pytest
from django.utils import timezone

from lms.core.record_status import RecordStatus
from lms.reach.models import DeclaredFigure, ReachReport, Submission
from tests.journeys.keyboard import tab_to

pytestmark = pytest.mark.browser
# The demonstration tells of the running year.
YEAR = timezone.localdate().year
# The script shows its keys when it listens; a letter pressed before would go nowhere.
READY = "[data-keys]:not([hidden])"


def test_an_officer_hands_in_a_year_without_a_script(browser, site, signed_in):
    state = signed_in("membru").context.storage_state()
    context = browser.new_context(base_url=site, storage_state=state, java_script_enabled=False)
    page = context.new_page()
    page.goto(f"/raportare/{YEAR}/cifra/?indicator=centre_de_zi")
    page.fill("[name=value]", "12")
    page.click("text=Salvați cifra")
    page.click("text=Zero la toate cele 7 care lipsesc")
    page.click("text=Trimiteți cifrele")
    text = page.inner_text("main")
    context.close()
    assert "secretariatul le verifică" in text
    assert DeclaredFigure.objects.get(year=YEAR, latest__value=12).latest.status == "reported"


def test_the_inbox_is_decided_from_the_keyboard(signed_in):
    page = signed_in("secretariat")
    page.goto(f"/raport/de-verificat/?an={YEAR}&fel=cifre#sertar")
    page.wait_for_selector(READY)
    page.keyboard.press("a")
    page.wait_for_selector(f".notice--success ~ * {READY}")
    page.keyboard.press("r")
    page.keyboard.type("Verificați registrul.")
    tab_to(page, "button[value=returneaza]")
    page.keyboard.press("Enter")
    page.wait_for_selector("text=este returnată, cu motivul scris")
    page.wait_for_selector("#sertar:focus")
    statuses = DeclaredFigure.objects.filter(year=YEAR).values_list("latest__status", flat=True)
    assert {RecordStatus.VERIFIED, RecordStatus.REJECTED} <= set(statuses)


def test_the_secretariat_publishes_a_year(signed_in):
    page = signed_in("secretariat")
    page.goto(f"/raport/perioade/{YEAR}/")
    for button in ("Închideți perioada", "Aprobați cifrele", "Publicați raportul"):
        page.click(f"button:has-text('{button}')")
        page.wait_for_load_state()
    assert "versiunea" in page.inner_text("main").lower()
    assert ReachReport.objects.get(period__year=YEAR).version == 1
    assert Submission.objects.filter(period__year=YEAR).exists()
