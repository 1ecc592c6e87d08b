"""Files of activities: by content, cacheable for a year, inert by themselves, without cookies."""

import gzip
import json

import brotli
import pytest
from django.contrib.sessions.backends.db import SessionStore

from lms.people.roles import Role
from media.addresses import object_path, player_address
from media.player.core import core_files, core_path
from media.player.files import _packed_text
from tests.factories import make_user
from tests.media.activities.builders import make_activity
from tests.media.h5p.packages import DOT_PNG, IMAGE

pytestmark = pytest.mark.django_db
PICTURE = IMAGE.removeprefix("content/")


@pytest.fixture
def revision():
    return make_activity().shown


@pytest.fixture
def picture(revision):
    """The address of the content's picture."""
    return object_path(revision.digests[PICTURE], PICTURE)


@pytest.fixture
def script(revision):
    return object_path(revision.bundle.script, "x.js")


@pytest.fixture
def addresses(revision, picture, script):
    """One of every kind: page, picture, script, by name, core."""
    library = f"/h5p/l/{revision.bundle.key[:16]}/H5P.ProtectProbe-1.0/images/dot.svg"
    content = f"/h5p/c/{revision.key}/{PICTURE}"
    return [player_address(revision), picture, script, content, library, core_path("core.js")]


def test_a_file_is_kept_for_a_year_and_told_by_nobody_else(client, picture):
    headers = client.get(picture).headers
    assert headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert headers["Content-Type"] == "image/png"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_file_may_be_loaded_by_a_page_without_an_origin(client, picture):
    headers = client.get(picture).headers
    assert headers["Access-Control-Allow-Origin"] == "*"
    assert headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert "Access-Control-Allow-Credentials" not in headers


def test_a_picture_opened_by_itself_is_inert(client, revision):
    address = "/h5p/l/x/H5P.ProtectProbe-1.0/images/dot.svg"
    headers = client.get(address).headers
    assert headers["Content-Type"].startswith("image/svg+xml")
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


def test_nothing_sets_a_cookie_or_asks_for_one(client, addresses):
    for address in addresses:
        response = client.get(address)
        assert response.status_code == 200, address
        assert not response.cookies
        assert "Cookie" not in response.headers.get("Vary", "")


def test_nobody_is_signed_in_below_the_frames(client, addresses, monkeypatch):
    client.force_login(make_user(Role.TEACHER))
    monkeypatch.setattr(SessionStore, "load", lambda _self: pytest.fail("a session was read"))
    for address in addresses:
        assert client.get(address).status_code == 200


@pytest.mark.parametrize(
    ("coding", "unpack"), [("br", brotli.decompress), ("gzip", gzip.decompress), ("", bytes)]
)
def test_scripts_come_packed_as_the_browser_asks(client, script, coding, unpack):
    response = client.get(script, headers={"accept-encoding": coding})
    assert response.headers.get("Content-Encoding", "") == coding
    assert response.headers["Vary"] == "Accept-Encoding"
    assert b"Probe" in unpack(response.content)


def test_what_is_here_already_is_not_sent_again(client, addresses):
    for address in addresses:
        known = client.get(address).headers["ETag"]
        assert client.get(address, headers={"if-none-match": known}).status_code == 304


def test_part_of_a_file_may_be_asked_for(client, picture):
    response = client.get(picture, headers={"range": "bytes=0-3"})
    assert response.status_code == 206
    assert response.getvalue() == DOT_PNG[:4]


def test_no_cache_keeps_that_a_part_is_not_there(client, picture):
    answer = client.get(picture, headers={"Range": f"bytes={len(DOT_PNG)}-"})
    assert (answer.status_code, answer.headers["Cache-Control"]) == (416, "no-store")


def test_a_script_may_ask_with_its_usual_header(client, picture):
    response = client.options(picture)
    assert response.status_code == 204
    assert "x-requested-with" in response.headers["Access-Control-Allow-Headers"]


def test_nothing_is_written_below_the_frames(client, addresses):
    for address in addresses:
        assert client.post(address).status_code == 405


@pytest.mark.parametrize("kind", ["html", "js", "svg"])
def test_a_file_is_not_served_as_another_kind(client, picture, kind):
    assert client.get(picture.removesuffix("png") + kind).status_code == 404


def test_an_address_of_another_signature_leads_nowhere(client, picture):
    folder, _slash, name = picture.rpartition("/")
    assert client.get(f"{folder}/{'0' * 24}.{name.rpartition('.')[2]}").status_code == 404


def test_a_library_that_waits_serves_no_file(client, revision):
    from media.models import H5PLibrary

    H5PLibrary.objects.update(approved_at=None)
    assert client.get("/h5p/l/x/H5P.ProtectProbe-1.0/scripts/probe.js").status_code == 404


def test_what_was_sent_as_content_is_nobodys_to_read(client, revision):
    assert client.get(f"/h5p/c/{revision.key}/content.json").status_code == 404


@pytest.mark.parametrize("name", ["../secret", "%00", "H5P.Nothing-1.0/x.js", "x"])
def test_a_name_that_is_no_file_leads_nowhere(client, revision, name):
    for folder in ("l/x", f"c/{revision.key}", "n/x"):
        assert client.get(f"/h5p/{folder}/{name}").status_code == 404


def test_core_loads_only_files_that_are_there(client):
    sheet = core_files()["core.css"].bodies[""].decode()
    assert "about:invalid" not in sheet
    addresses = [part.split('"')[0] for part in sheet.split('url("')[1:]]
    assert addresses
    for address in addresses:
        assert address.startswith("data:") or client.get(address).status_code == 200, address


def test_an_older_address_of_core_is_answered_but_not_kept(client):
    response = client.get("/h5p/n/0000000000000000/core.js")
    assert response.status_code == 200
    assert response.headers["Cache-Control"] == "no-cache"


def test_the_content_lies_in_the_page_as_data_and_not_as_a_script(client, revision):
    page = client.get(player_address(revision)).content.decode()
    data = page.split('type="application/json">')[1].split("</script>")[0]
    assert json.loads(data)["contents"]["cid-1"]["library"] == "H5P.ProtectProbe 1.0"


def test_whole_texts_fill_no_memory(client, script):
    _packed_text.cache_clear()
    assert client.get(script).status_code == 200
    assert _packed_text.cache_info().currsize == 0
    client.get(script, headers={"Accept-Encoding": "br"})
    assert _packed_text.cache_info().currsize == 1
