"""What browsers are told about every page: nothing comes from, or goes to, another host."""

import pytest

from lms.people.roles import Role
from tests.factories import make_home, make_user

pytestmark = pytest.mark.django_db
PAGES = ["/", "/lectii/", "/cont/login/", "/clase/sesiuni/nou/", "/nimic/"]


def policy_of(response):
    """{directive: its sources} of the content security policy."""
    directives = response.headers["Content-Security-Policy"].split(";")
    return {name: sources for name, *sources in (one.split() for one in directives if one.strip())}


@pytest.fixture
def admin_policy(client, roles):
    client.force_login(make_user(Role.EDITOR))
    return policy_of(client.get("/admin/"))


@pytest.mark.parametrize("address", PAGES)
def test_a_page_runs_only_our_own_files(client, address):
    make_home()
    policy = policy_of(client.get(address))
    assert policy["default-src"] == policy["object-src"] == ["'none'"]
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == ["'self'"]


def test_the_admin_may_style_in_place_and_load_from_nowhere_else(admin_policy):
    assert "'unsafe-inline'" in admin_policy["script-src"]
    sources = {source for sources in admin_policy.values() for source in sources}
    assert sources <= {"'none'", "'self'", "'unsafe-inline'", "data:", "blob:"}


@pytest.mark.parametrize("address", PAGES)
def test_a_page_gives_away_no_address_and_is_in_nobodys_frame(client, address):
    make_home()
    headers = client.get(address).headers
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "SAMEORIGIN"
    assert headers["X-Content-Type-Options"] == "nosniff"
