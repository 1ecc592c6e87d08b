"""A running site with the starter content, and the system's Chromium."""

import os
import shutil
import sqlite3
from collections.abc import Iterator

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import call_command
from django.db import connection
from wagtail.models import Site

from lms.core.management.commands.show_addresses import DEMO_PASSWORD

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# Milliseconds. How fast a page comes is measured elsewhere; on a machine that others load as well
# half a minute was too short for the first page of a site that had just been filled.
PATIENCE = 120_000
# Playwright's own loop runs in this thread; Django would refuse every query beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
# Packages made by others are not ours to keep: without their folder there is nothing to play.
collect_ignore = [] if os.environ.get("H5P_SAMPLES") else ["test_played_samples.py"]
FILLED = pytest.StashKey[sqlite3.Connection]()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what needs a browser where there is none, and say so."""
    for item in items:
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="Chromium is not installed on this machine"))


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    """Chromium, started once."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        chromium.on("context", lambda context: context.set_default_timeout(PATIENCE))
        yield chromium
        chromium.close()


@pytest.fixture
def site(transactional_db, settings, live_server, pytestconfig) -> str:
    """The address of a site with roles, members, schools and all starter lessons."""
    settings.SITE_URL = live_server.url
    settings.ALLOWED_HOSTS = ["*"]
    connection.ensure_connection()
    if connection.vendor != "sqlite":
        _load()
    elif FILLED in pytestconfig.stash:
        _copy(pytestconfig.stash[FILLED], connection.connection)
    else:
        _load()
        pytestconfig.stash[FILLED] = sqlite3.connect(":memory:", check_same_thread=False)
        _copy(connection.connection, pytestconfig.stash[FILLED])
    Site.clear_site_root_paths_cache()
    ContentType.objects.clear_cache()
    return live_server.url


def _load() -> None:
    """Fill the database; the files of the kits lie in memory and outlive the test."""
    call_command("sync_roles", verbosity=0)
    call_command("load_starter_content", verbosity=0)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Loading takes half a minute, copying what was loaded before a blink."""
    source.backup(target)


@pytest.fixture
def signed_in(browser, site):
    """Open a browser of one of the demonstration's people."""
    contexts = []

    def open_as(person: str):
        context = browser.new_context(base_url=site, viewport={"width": 1280, "height": 900})
        contexts.append(context)
        page = context.new_page()
        page.goto("/cont/login/")
        page.fill("[name=login]", f"{person}@demo.protect.ro")
        page.fill("[name=password]", DEMO_PASSWORD)
        page.press("[name=password]", "Enter")
        page.wait_for_url("**/cont/")
        return page

    yield open_as
    for context in contexts:
        context.close()
