"""The API: public figures only, for everybody the same, nothing written, so many a minute."""

import json
from datetime import UTC, datetime
from hashlib import sha256

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lms.people.enums import Role
from lms.reach.api import guard
from lms.reach.api.guide import SENTENCES, operations
from lms.reach.indicators import INDICATORS
from lms.reach.models import ReachReport
from tests.factories import MemberOrganisationFactory, SchoolFactory, make_user
from tests.reach.factories import make_session
from tests.reach.publishing import in_county, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
ROOT = "/api/v1"
ADDRESSES = [
    "/", "/openapi.json", "/years", "/provisional", "/years/2026", "/years/2026/versions",
    "/years/2026/versions/1", "/indicators", "/indicators/participari", "/organisations",
    "/counties",
]  # fmt: skip


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2026, 11, 23, 10, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def published(roles):
    """20 pupils in Cluj, 5 in Alba, 40 in Bihor."""
    make_session(school=SchoolFactory())
    in_county("AB", "Alba", girls=5, boys=0)
    in_county("BH", "Bihor", girls=40, boys=0)
    return publish()


def ask(client, path, **headers):
    return client.get(ROOT + path, headers=headers)


# What it says


@pytest.mark.usefixtures("published")
def test_the_report_of_a_year_is_the_public_one_byte_for_byte(client):
    found = ask(client, "/years/2026").content.decode()
    assert found == ReachReport.objects.get().public_content


@pytest.mark.usefixtures("published")
def test_a_small_county_is_hidden(client):
    counties = ask(client, "/years/2026").json()["sessions"]["by_county"]
    pupils = [counties[code]["pupils"] for code in ("AB", "CJ", "BH")]
    assert pupils == ["c", "c", 40]


@pytest.mark.usefixtures("published")
def test_a_version_stays_after_the_next_one(client):
    first = ask(client, "/years/2026/versions/1").content
    make_session(school=SchoolFactory())
    publish(reason="Liste noi.")
    assert ask(client, "/years/2026/versions/1").content == first
    assert ask(client, "/years/2026").json()["snapshot"]["version"] == 2


@pytest.mark.usefixtures("published")
def test_the_versions_say_when_why_and_the_sum_of_their_bytes(client):
    publish(reason="Liste noi.")
    first, second = ask(client, "/years/2026/versions").json()
    assert (first["reason"], second["reason"]) == ("", "Liste noi.")
    assert second["sha256"] == sha256(client.get(second["report"]).content).hexdigest()


@pytest.mark.usefixtures("published")
def test_the_years_are_published_or_provisional(client):
    found = {one["year"]: one["state"] for one in ask(client, "/years").json()}
    assert found == {2026: "published", 2025: "provisional"}


def test_an_open_year_has_full_tens_and_no_report(client):
    make_session(school=SchoolFactory(), girls=13, boys=3)
    figures = ask(client, "/provisional").json()[0]["figures"]
    assert figures["participari"] == 10
    assert ask(client, "/years/2026").status_code == 404


def test_every_indicator_is_there_in_the_order_of_the_report(client):
    found = ask(client, "/indicators").json()
    assert [one["key"] for one in found] == list(INDICATORS)
    assert [one["order"] for one in found] == list(range(1, len(found) + 1))


@pytest.mark.usefixtures("published")
def test_an_indicator_has_its_figure_of_every_published_year(client):
    found = ask(client, "/indicators/participari").json()["figures"]
    assert found == [{"year": 2026, "version": 1, "figure": 65}]


def test_a_county_goes_by_the_code_of_the_reports(client):
    SchoolFactory()
    assert "CJ" in {one["code"] for one in ask(client, "/counties").json()}


# Whom it knows


@pytest.fixture
def members():
    """Two members with figures that nobody else may see: drafts, unconfirmed, still open."""
    for number in (4711, 4712):
        make_session(
            school=SchoolFactory(),
            organisation=MemberOrganisationFactory(),
            girls=number,
            status="draft",
        )
        make_session(
            school=SchoolFactory(),
            organisation=MemberOrganisationFactory(),
            girls=number,
            status="unconfirmed",
            group_type="assembly",
        )


def numbers_in(value):
    if isinstance(value, dict):
        return {n for one in value.values() for n in numbers_in(one)}
    if isinstance(value, list):
        return {n for one in value for n in numbers_in(one)}
    return {value} if isinstance(value, int) else set()


@pytest.mark.usefixtures("members", "published")
@pytest.mark.parametrize("path", ADDRESSES)
def test_no_figure_of_a_single_member_comes_out(client, path):
    assert not numbers_in(ask(client, path).json()) & {4711, 4712}


@pytest.mark.usefixtures("members", "published")
@pytest.mark.parametrize("path", ADDRESSES)
@pytest.mark.parametrize("role", [Role.OFFICER, Role.SECRETARIAT])
def test_whoever_is_signed_in_gets_the_same_as_a_stranger(client, path, role, settings):
    settings.SECOND_FACTOR_REQUIRED = False
    signed_in = Client()
    signed_in.force_login(make_user(role))
    assert ask(signed_in, path).content == ask(client, path).content


def test_the_numbers_of_a_report_are_those_that_were_made_public(client, published):
    everything = {n for path in ADDRESSES for n in numbers_in(ask(client, path).json())}
    private = numbers_in(json.loads(published.content)["sessions"]["by_county"]["AB"])
    public = numbers_in(json.loads(published.public_content))
    assert 5 in private
    assert 5 not in public | numbers_in(ask(client, "/years/2026").json())
    assert public <= everything


# How it answers


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("path", ADDRESSES)
def test_an_answer_is_json_without_a_cookie_for_any_site(client, path):
    response = ask(client, path)
    assert response.status_code == 200
    assert response.headers["Content-Type"].startswith("application/json")
    assert response.headers["Access-Control-Allow-Origin"] == "*"
    assert not response.cookies


@pytest.mark.usefixtures("published")
@pytest.mark.parametrize("path", ADDRESSES)
def test_asking_writes_nothing_to_the_database(client, path):
    with CaptureQueriesContext(
        connection,
    ) as queries:
        ask(client, path)
    writes = ("INSERT", "UPDATE", "DELETE")
    assert [one["sql"] for one in queries if one["sql"].startswith(writes)] == []


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
@pytest.mark.parametrize("path", ["/years", "/years/2026", "/nothing"])
def test_only_reading_is_answered(method, path):
    response = getattr(Client(enforce_csrf_checks=True), method)(ROOT + path)
    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert "message" in response.json()


@pytest.mark.usefixtures("published")
def test_head_is_answered_as_get_without_its_body(client):
    response = client.head(f"{ROOT}/years/2026")
    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["ETag"] == ask(client, "/years/2026").headers["ETag"]


@pytest.mark.usefixtures("published")
def test_whoever_has_the_report_is_told_so(client):
    etag = ask(client, "/years/2026").headers["ETag"]
    assert ask(client, "/years/2026", **{"If-None-Match": etag}).status_code == 304


@pytest.mark.parametrize(
    "path", ["/x", "/x%00", "/x%0A", "/years/1890", "/years/99999999999999999999", "/years/abc",
    "/years/2026/versions/9", "/years/2019/versions", "/indicators/x"],
)  # fmt: skip
def test_what_is_not_there_is_said_in_json(client, path):
    response = ask(client, path)
    assert response.status_code == 404
    assert set(response.json()) == {"message"}


def test_too_many_requests_are_asked_to_wait(client, settings):
    settings.PAGE_CACHE = True
    for _request in range(guard.MOST_REQUESTS):
        assert ask(client, "/years").status_code == 200
    response = ask(client, "/years")
    assert (response.status_code, response.headers["Retry-After"]) == (429, "60")
    assert "message" in response.json()


def test_after_the_wait_there_is_an_answer_again(client, clock):
    for _request in range(guard.MOST_REQUESTS + 1):
        ask(client, "/years")
    clock.shift(61)
    assert ask(client, "/years").status_code == 200


def test_one_address_that_asks_too_much_stops_nobody_else(client):
    for _request in range(guard.MOST_REQUESTS + 1):
        ask(client, "/years")
    assert client.get(f"{ROOT}/years", REMOTE_ADDR="192.0.2.7").status_code == 200


def test_a_mistake_of_ours_is_said_in_json(client, monkeypatch):
    def fail(_today):
        raise ZeroDivisionError

    monkeypatch.setattr("lms.reach.api.routes.public_years", fail)
    client.raise_request_exception = False
    response = ask(client, "/years")
    assert (response.status_code, set(response.json())) == (500, {"message"})


# Its page


def test_the_page_explains_every_operation_of_the_document(client):
    assert [one.path for one in operations()] != []
    assert len(list(operations())) == len(SENTENCES)
    text = client.get("/impact/api/").content.decode()
    assert [one.path for one in operations() if one.path not in text] == []


def test_the_page_says_the_limit(client):
    assert f"{guard.MOST_REQUESTS} de cereri" in client.get("/impact/api/").content.decode()
