"""Wherever an administrator goes in the admin, nothing is asked of another host or refused."""

import re

import pytest

from lessons.models import LessonPlanPage
from lms.core.management.commands.show_addresses import DEMO_PASSWORD
from lms.pages.models import HomePage

pytestmark = pytest.mark.browser

# Forms of the same kind differ by a number only; these open no page of their own kind, or end it.
SKIPPED = re.compile(r"logout|export|/bulk/|/usage/|/history/|/(un)?publish/|/disable/|/add/.+/.+/")
# Pages of so many kinds: the whole menu, and a list and a form of nearly every model.
MOST = 45


@pytest.fixture
def walker(browser, site):
    """An administrator's page that notes requests to other hosts and what the console complains
    about."""
    page = browser.new_page(base_url=site)
    page.complaints = []
    page.on(
        "request",
        lambda request: (
            page.complaints.append(f"{page.url} asked {request.url}")
            if not request.url.startswith((site, "data:", "blob:"))
            else None
        ),
    )
    page.on(
        "console",
        lambda message: (
            page.complaints.append(f"{page.url}: {message.text}")
            if message.type == "error"
            else None
        ),
    )
    page.on("pageerror", lambda error: page.complaints.append(f"{page.url}: {error}"))
    page.goto("/cont/login/")
    page.fill("input[name=login]", "admin@demo.protect.ro")
    page.fill("input[name=password]", DEMO_PASSWORD)
    page.click("main form .button--primary")
    page.wait_for_url("**/cont/")
    yield page
    page.close()


def kind_of(address: str) -> str:
    """What an address has in common with others that show the same form."""
    return re.sub(r"\d+", "N", address.partition("?")[0])


def visit(page, address: str) -> list[str]:
    """Open a page of the admin; return the addresses of the admin that it leads to."""
    answer = page.goto(address)
    if answer.status >= 400:
        page.complaints.append(f"{address} answered {answer.status}")
    found = page.eval_on_selector_all("a[href^='/admin/']", "all => all.map(a => a.pathname)")
    return [address for address in found if not SKIPPED.search(address)]


def first_addresses() -> list[str]:
    """The largest forms, and places that no link of the first pages leads to."""
    plan, home = LessonPlanPage.objects.first(), HomePage.objects.first()
    return [
        "/admin/",
        f"/admin/pages/{plan.pk}/edit/",
        f"/admin/pages/{home.pk}/edit/",
        f"/admin/pages/{plan.pk}/history/",
        "/admin/pages/search/?q=lec",
    ]


def test_the_admin_asks_no_other_host_and_its_policy_refuses_nothing(walker):
    """One walk for both facts, because the site behind it takes long to fill."""
    todo, seen = [], set()
    for address in first_addresses():
        todo += visit(walker, address)
        seen.add(kind_of(address))
    while todo and len(seen) < MOST:
        address = todo.pop(0)
        if kind_of(address) not in seen:
            seen.add(kind_of(address))
            todo += visit(walker, address)
    assert len(seen) == MOST
    assert walker.complaints == []
