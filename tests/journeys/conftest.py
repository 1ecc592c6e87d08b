"""A running site with the starter content, and the system's Chromium."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.core.management import call_command

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Playwright's own loop runs in this thread; Django would refuse every query beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none, and say so."""
    for item in items:
        if "journeys" in item.nodeid and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed on this machine"))


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, started once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def site(transactional_db, settings, live_server) -> str:
    """The address of a site with roles, members, schools and all starter lessons."""
    from wagtail.models import Site

    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    call_command("sync_roles", verbosity=0)
    call_command("load_starter_content", verbosity=0)
    Site.clear_site_root_paths_cache()
    return live_server.url
