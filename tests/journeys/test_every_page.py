"""Every public page, in a real browser: accessible, light, quiet, whole on a small screen."""

from pathlib import Path

import pytest
from django.conf import settings

from tests.journeys.public_pages import PUBLIC

pytestmark = pytest.mark.browser

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
    for path in PUBLIC:
        page = visit(path)
        problems += [f"{path} axe: {line}" for line in serious_problems(page)]
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            problems.append(f"{path} is wider than a small screen")
        problems += [f"{path} asked {url}" for url in page.elsewhere]
        page.elsewhere.clear()
        if page.context.cookies() and not path.startswith(("/cont/", "/clase/", "/lectii/social")):
            problems.append(f"{path} set a cookie")
        page.context.clear_cookies()
    assert problems == []
