"""Every public page, in a real browser: accessible, light, quiet, whole on a small screen."""

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from lms.core.management.commands.show_addresses import DEMO_PASSWORD
from tests.journeys.public_pages import PUBLIC, PUPILS

pytestmark = pytest.mark.browser

ACCOUNT = ("/cont/", "/cont/profil/", "/cont/datele-mele/", "/cont/2fa/", "/cont/email/")
# Forms that post: their token is a cookie.
WITH_FORMS = ("/cont/", "/clase/", "/intra/", "/lectii/social")
SESSIONS = ("/clase/", "/clase/sesiuni/", "/clase/saptamana/", "/clase/offline/")
DECIDING = ("/clase/de-confirmat/", "/clase/organizatia/", "/clase/import/")
YEAR = timezone.localdate().year
DECLARING = ("/raportare/", *(f"/raportare/{YEAR}/{part}" for part in ("", "campanie/")))
FIGURE = f"/raportare/{YEAR}/cifra/?indicator=persoane_instruite"
INBOX = tuple(
    f"/raport/de-verificat/?an={YEAR}&fel={kind}"
    for kind in ("cifre", "campanii", "neconfirmate", "dubluri", "carantina")
)
PERIODS = ("/raport/perioade/", f"/raport/perioade/{YEAR}/", "/raport/completitudine/")
LISTS = ("sesiuni", "scoli", "profesori", "tabele", "campanii", "formari", "declarate")
REPORT = ("/raport/", *(f"/raport/2026/{part}/" for part in LISTS))
SIGNED_IN = {
    "formator": (
        "/formare/detectarea-si-notificarea-cazurilor/ghid/",
        "/formare/cascada/",
        "/formare/conditii/",
    ),
    "profesor": (*ACCOUNT, *SESSIONS, "/formare/facilitator/"),
    "membru": (*SESSIONS, *DECIDING, *DECLARING, FIGURE),
    "secretariat": (*DECIDING, *REPORT, *INBOX, *PERIODS, "/raport/decizii/"),
}

AXE = settings.BASE_DIR / "node_modules" / "axe-core" / "axe.min.js"


@pytest.fixture
def visit(browser, site):
    """Open pages one after the other; collect what they asked of other hosts."""
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.elsewhere = []
    page.on(
        "request",
        lambda request: (
            page.elsewhere.append(request.url)
            if not request.url.startswith((site, "data:"))
            else None
        ),
    )
    yield lambda path: (page.goto(site + path), page)[1]
    page.close()


def serious_problems(page) -> list[str]:
    """What axe finds serious or critical, as readable lines."""
    page.evaluate(Path(AXE).read_text())
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{problem['id']}: {problem['nodes'][0]['html'][:120]}"
        for problem in found["violations"]
        if problem["impact"] in ("serious", "critical")
    ]


def test_every_public_page_is_accessible_whole_and_quiet(visit):
    """One walk for three facts, because the site behind it takes long to fill."""
    problems = []
    for path in (*PUBLIC, *PUPILS):
        page = visit(path)
        problems += [f"{path} axe: {line}" for line in serious_problems(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append(f"{path} is wider than a small screen")
        problems += [f"{path} asked {url}" for url in page.elsewhere]
        page.elsewhere.clear()
        if page.context.cookies() and not path.startswith(WITH_FORMS):
            problems.append(f"{path} set a cookie")
        page.context.clear_cookies()
    assert problems == []


@pytest.mark.parametrize("name", SIGNED_IN)
def test_every_page_of_an_account_is_accessible_and_whole(visit, name):
    page = visit("/cont/login/")
    page.fill("input[name=login]", f"{name}@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.click("main form button:not([type])")
    page.wait_for_url("**/cont/")
    problems = []
    for path in SIGNED_IN[name]:
        page = visit(path)
        problems += [f"{path} axe: {line}" for line in serious_problems(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append(f"{path} is wider than a small screen")
    assert problems == []
