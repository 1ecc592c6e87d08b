"""The counter for other sites: the published report, and the running year beside it."""

from datetime import UTC, date, datetime
from xml.etree import ElementTree

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.template import Context, Template

from lms.core import generation
from lms.reach.selectors import public_counter
from tests.factories import SchoolFactory
from tests.reach.factories import make_session
from tests.reach.publishing import publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
TODAY = date(2026, 11, 23)
LATE = datetime(2026, 11, 20, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2026, 11, 23, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def running_year():
    """65 pupils, recorded before this month."""
    make_session(school=SchoolFactory(), girls=55, boys=10, group_type="assembly")


def test_the_counter_is_the_published_figure_whatever_comes_in():
    make_session(school=SchoolFactory())
    publish()
    make_session(school=SchoolFactory(), recorded_at=LATE)
    assert public_counter(TODAY).headline.pupils == 20


@pytest.mark.usefixtures("running_year")
def test_without_a_published_report_the_counter_is_provisional():
    headline = public_counter(TODAY).headline
    assert (headline.pupils, headline.is_provisional) == (60, True)


def test_a_published_year_without_class_sessions_leaves_the_counter_to_the_running_one():
    publish(2020)
    assert public_counter(TODAY).headline.is_provisional


@pytest.mark.usefixtures("running_year")
def test_the_counter_of_last_years_report_names_the_running_year_beside_it(client):
    make_session(school=SchoolFactory(), date=date(2025, 3, 5))
    publish(2025)
    found = client.get("/impact/contor.json").json()
    assert found["published"]["figures"]["participari"] == 20
    assert found["provisional"]["figures"]["participari"] == 60


def test_publishing_makes_the_public_pages_anew(django_capture_on_commit_callbacks):
    before = generation.current()
    with django_capture_on_commit_callbacks(execute=True):
        publish()
    assert generation.current() > before


def test_no_request_for_the_counter_counts_afresh(client, django_assert_num_queries):
    client.get("/impact/contor.json")
    with django_assert_num_queries(1):
        client.get("/impact/contor.json")


@pytest.mark.parametrize("years", [[], [2020], [2025], [2026]])
def test_the_embeddable_counter_is_well_formed(client, years):
    make_session(school=SchoolFactory(), date=date(2025, 3, 5))
    for year in years:
        publish(year)
    root = ElementTree.fromstring(client.get("/impact/contor.svg").content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_embeddable_counter_speaks_the_language_of_its_address(client):
    make_session(school=SchoolFactory(), date=date(2025, 3, 5))
    publish(2025)
    english, romanian = (
        client.get(f"{prefix}/impact/contor.svg").content.decode() for prefix in ("/en", "")
    )
    assert "pupil participations in 2025" in english
    assert "particip" not in english.replace("participation", "")
    assert "de participări ale elevilor în 2025" in romanian


def test_the_counter_leads_to_the_sites_own_address_whoever_asks(client, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://protect.example", ["other.example"]
    found = client.get("/impact/contor.json", headers={"Host": "other.example"}).json()
    assert found["method"] == "https://protect.example/impact/metoda/"


def test_the_page_shows_the_line_that_embeds_the_counter(client, settings):
    settings.SITE_URL = "https://protect.example"
    line = (
        BeautifulSoup(client.get("/impact/").content, "html.parser")
        .select_one(".snippet")
        .get_text()
    )
    assert '<img src="https://protect.example/impact/contor.svg"' in line


def test_the_tag_gives_any_page_the_counter():
    made = Template("{% load reach %}{% public_counter as c %}{{ c.headline.pupils }}")
    assert made.render(Context()) == "0"
