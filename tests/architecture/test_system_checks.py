"""The house rules that every command checks before it starts."""

import pytest

from lms.core import checks


def _ids(found) -> list[str]:
    return [message.id for message in found]


@pytest.fixture
def production(settings):
    settings.DEMO = settings.DEBUG = False
    settings.SITE_URL = "https://exemplu.ro"
    settings.ALLOWED_HOSTS = ["exemplu.ro"]
    return settings


def test_an_app_without_a_place_is_an_error(settings):
    settings.OUR_APPS = [*settings.OUR_APPS, "lms.unknown"]
    assert _ids(checks.every_app_has_a_place()) == ["house.E001"]


def test_a_whole_production_passes(production):
    assert _ids(checks.production_knows_its_address()) == []


def test_production_over_http_is_an_error(production):
    production.SITE_URL = "http://exemplu.ro"
    assert _ids(checks.production_knows_its_address()) == ["house.E002"]


@pytest.mark.parametrize("hosts", [[], ["*"]])
def test_production_for_no_host_or_for_all_hosts_is_an_error(production, hosts):
    production.ALLOWED_HOSTS = hosts
    assert _ids(checks.production_knows_its_address()) == ["house.E003"]


def test_a_demonstration_may_run_over_http(settings):
    settings.DEMO, settings.SITE_URL = True, "http://127.0.0.1:8000"
    assert _ids(checks.production_knows_its_address()) == []


@pytest.mark.parametrize(
    "address", ["", "/", "http://example.org/", "https://exemplu.ro/lectii/", "javascript:x"]
)
def test_a_quick_exit_that_stays_here_or_is_not_safe_is_an_error(production, address):
    production.EXIT_URL = address
    assert _ids(checks.quick_exit_leaves_this_site()) == ["house.E004"]


def test_a_quick_exit_to_another_site_passes(production):
    production.EXIT_URL = "https://ro.wikipedia.org/"
    assert _ids(checks.quick_exit_leaves_this_site()) == []


@pytest.mark.parametrize("keys", [[], [""], ["new", " "]])
def test_an_empty_key_in_the_ring_is_an_error(settings, keys):
    settings.LINK_SIGNING_KEYS = keys
    assert _ids(checks.link_keys_are_whole()) == ["house.E005"]


FILES = "django.core.mail.backends.filebased.EmailBackend"


@pytest.mark.parametrize(
    ("backend", "found"),
    [(FILES, ["house.W001"]), ("django.core.mail.backends.smtp.EmailBackend", [])],
)
def test_production_that_sends_no_letters_is_warned_of(production, backend, found):
    production.EMAIL_BACKEND = backend
    assert _ids(checks.production_sends_letters()) == found


def test_a_demonstration_may_keep_its_letters_in_files(settings):
    settings.DEMO, settings.EMAIL_BACKEND = True, FILES
    assert _ids(checks.production_sends_letters()) == []
