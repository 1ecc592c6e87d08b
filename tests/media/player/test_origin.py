"""H5P_ORIGIN: a second host that answers for activities and for nothing else."""

import pytest
from django.conf import settings as running

from media.addresses import player_address
from tests.factories import make_home
from tests.media.activities.builders import make_activity
from tests.media.player.pages import make_page

pytestmark = pytest.mark.django_db
ORIGIN = "http://h5p.testserver"
HOST = {"host": "h5p.testserver"}


@pytest.fixture(autouse=True)
def _second_host(settings):
    settings.H5P_ORIGIN = ORIGIN
    settings.ALLOWED_HOSTS = ["testserver", "h5p.testserver"]


@pytest.mark.parametrize(
    "path", ["/", "/cont/login/", "/admin/", "/static/js/activity.js", "/fisiere/x.png", "/healthz"]
)
def test_the_second_host_has_nothing_else(client, path):
    make_home()
    response = client.get(path, headers=HOST)
    assert response.status_code == 404
    assert not response.cookies


def test_an_activity_plays_there(client):
    address = player_address(make_activity().shown)
    assert address.startswith(f"{ORIGIN}/h5p/")
    response = client.get(address.removeprefix(ORIGIN), headers=HOST)
    policy = response.headers["Content-Security-Policy"]
    assert response.status_code == 200
    assert f"script-src {ORIGIN}/h5p/;" in policy
    assert "frame-ancestors http://testserver;" in policy
    assert "http://testserver/h5p/n/" not in response.content.decode()


def test_a_page_opens_it_from_there(client):
    page = make_page()
    assert f'data-player="{ORIGIN}/h5p/' in client.get(page.url).content.decode()


def test_the_site_itself_goes_on(client):
    make_home()
    assert client.get("/").status_code == 200


def test_without_a_second_host_a_page_shows_frames_of_its_own_alone():
    assert running.CONTENT_SECURITY_POLICY["DIRECTIVES"]["frame-src"] == ["'self'"]
