"""The page of a player: without an origin, with its own policy, and nothing of the reader in it."""

import json
import re
import uuid

import pytest
from django.test import RequestFactory

from lms.people.roles import Role
from media.addresses import player_address
from media.models import LibraryBundle
from media.player.page import LARGEST_STATE, player_page
from media.services import add_activity, replace_file
from tests.factories import make_user
from tests.media.activities.builders import judged, make_activity

pytestmark = pytest.mark.django_db


@pytest.fixture
def activity():
    return make_activity()


def policy_of(response):
    directives = response.headers["Content-Security-Policy"].split("; ")
    return {name: sources for name, *sources in (one.split() for one in directives)}


def integration_of(response):
    data = re.search(r'type="application/json">(.*?)</script>', response.content.decode(), re.S)
    return json.loads(data[1])


def played(activity, **options):
    return player_page(RequestFactory().get("/h5p/x/"), activity.shown, **options)


def test_the_page_has_no_origin_even_when_it_is_opened_by_itself(client, activity):
    policy = policy_of(client.get(player_address(activity.shown)))
    assert policy["sandbox"] == ["allow-scripts"]
    assert policy["default-src"] == policy["base-uri"] == policy["form-action"] == ["'none'"]


def test_the_page_connects_to_the_frames_addresses_alone(client, activity):
    answer = client.get(player_address(activity.shown))
    assert answer.headers["Connection-Allowlist"] == '("http://testserver/h5p/*")'


def test_the_page_loads_from_the_frames_addresses_alone(client, activity):
    policy = policy_of(client.get(player_address(activity.shown)))
    loading = {name: policy[name] for name in policy if name.endswith("-src")}
    hosts = {source for sources in loading.values() for source in sources if "//" in source}
    assert hosts == {"http://testserver/h5p/"}
    assert policy["script-src"] == policy["connect-src"] == ["http://testserver/h5p/"]
    assert policy["style-src"][1:] == ["'unsafe-inline'"]


def test_only_the_site_may_show_the_page(client, activity):
    response = client.get(player_address(activity.shown))
    assert policy_of(response)["frame-ancestors"] == ["http://testserver"]
    assert "X-Frame-Options" not in response.headers


def test_the_page_asks_for_nothing_and_tells_no_address(client, activity):
    headers = client.get(player_address(activity.shown)).headers
    assert headers["Referrer-Policy"] == "no-referrer"
    assert {"camera=()", "microphone=()", "geolocation=()"} <= set(
        headers["Permissions-Policy"].split(", ")
    )


@pytest.mark.parametrize("needs_eval", [True, False])
def test_texts_become_code_only_where_a_library_needs_it(client, activity, needs_eval):
    LibraryBundle.objects.update(needs_eval=needs_eval)
    policy = policy_of(client.get(player_address(activity.shown)))
    assert ("'unsafe-eval'" in policy["script-src"]) is needs_eval


def test_the_page_runs_no_script_of_its_own(client, activity):
    page = client.get(player_address(activity.shown)).content.decode()
    assert re.findall(r"<script(?![^>]*(?: src=|application/json))", page) == []


def test_the_reader_is_not_in_the_page(client, activity):
    user = make_user(Role.TEACHER)
    client.force_login(user)
    response = client.get(player_address(activity.shown))
    assert "user" not in integration_of(response)
    assert user.email not in response.content.decode()


def test_an_activity_that_waits_for_its_libraries_does_not_play(client):
    waiting = add_activity(
        key=uuid.uuid4(), package=judged(), language="ro", alternative_text="O întrebare"
    )
    revision = waiting.revisions.get()
    assert client.get(player_address(revision)).status_code == 404


def test_an_unknown_key_leads_nowhere(client, db):
    assert client.get(f"/h5p/{uuid.uuid4()}/").status_code == 404


def test_an_older_file_plays_on_for_those_who_began_with_it(client, activity):
    first = activity.shown
    replace_file(activity=activity, package=judged(content={"question": "Alta?"}))
    assert "Alta?" not in client.get(player_address(first)).content.decode()
    assert client.get(player_address(first)).status_code == 200


def test_a_changed_title_is_seen_at_once(client, activity):
    client.get(player_address(activity.shown))
    activity.title = "Alt nume"
    activity.save()
    with_commit(activity)
    assert "Alt nume" in client.get(player_address(activity.shown)).content.decode()


def with_commit(activity):
    """A test's transaction is never committed: move the stamp as its end would."""
    from lms.core import generation

    generation._move(generation.CONTENT)


def test_a_state_comes_back_as_core_reads_it(activity):
    made = integration_of(played(activity, state='{"answer":true}'))
    assert made["contents"]["cid-1"]["contentUserData"] == {"0": {"state": '{"answer":true}'}}
    # Core reads it only where it believes that it saves.
    assert made["saveFreq"]


def test_a_state_is_in_no_other_answer(activity):
    assert played(activity, state='{"answer":true}').headers["Cache-Control"] == "no-store"
    assert integration_of(played(activity))["contents"]["cid-1"]["contentUserData"] == {"0": {}}


def test_a_state_that_is_too_long_is_left_out(activity):
    long = json.dumps("ș" * LARGEST_STATE)
    assert integration_of(played(activity, state=long))["contents"]["cid-1"]["contentUserData"] == {
        "0": {}
    }


@pytest.mark.parametrize(("language", "word"), [("ro", "Închideți"), ("en", "Close")])
def test_the_words_of_core_are_in_the_language_asked_for(activity, language, word):
    made = integration_of(played(activity, language=language))
    assert made["l10n"]["H5P"]["close"] == word


def test_statements_speak_of_an_address(activity):
    made = integration_of(played(activity))
    assert made["contents"]["cid-1"]["url"].endswith(f"/h5p/{activity.shown.key}/")


def test_a_title_cannot_leave_its_place():
    activity = make_activity(manifest={"title": '"><script>alert(1)</script>'})
    page = played(activity).content.decode()
    assert "<script>alert" not in page


def test_the_first_page_is_one_query_less_the_second_time(
    client, activity, django_assert_num_queries
):
    client.get(player_address(activity.shown))
    with django_assert_num_queries(0):
        client.get(player_address(activity.shown))
