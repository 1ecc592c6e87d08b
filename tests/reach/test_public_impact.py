"""What the public sees: published reports after suppression, open years coarsely."""

import json
import re
from datetime import UTC, date, datetime

import pytest
import time_machine
from bs4 import BeautifulSoup

from lms.reach.models import ReachReport
from lms.reach.selectors.provisional import count_provisional_years, provisional_year
from tests.factories import SchoolFactory
from tests.reach.factories import make_session
from tests.reach.publishing import YEAR, in_county, publish

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("roles")]
TODAY = date(2026, 11, 23)
LATE = datetime(2026, 11, 20, tzinfo=UTC)
ADDRESSES = [
    "/impact/", "/impact/2026/", "/impact/2025/", "/impact/2026/rezumat/", "/impact/metoda/",
    "/impact/api/", "/impact/2026/v1.json", "/impact/contor.json", "/impact/contor.svg",
]  # fmt: skip


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(datetime(2026, 11, 23, 10, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
def three_counties():
    """20 pupils in Cluj, 5 in Alba, 40 in Bihor."""
    make_session(school=SchoolFactory())
    in_county("AB", "Alba", girls=5, boys=0)
    in_county("BH", "Bihor", girls=40, boys=0)


def page(client, path):
    response = client.get(path)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def rows(soup):
    """{first cell: the others} of every table."""
    return {
        row.th.get_text(" ", strip=True): row.td.get_text(" ", strip=True)
        for row in soup.select("tbody tr")
    }


def beginning(found, words):
    return next(value for name, value in found.items() if name.startswith(words))


# A published year


@pytest.mark.usefixtures("three_counties")
def test_the_page_shows_the_published_figures(client):
    publish()
    found = rows(page(client, "/impact/2026/"))
    assert beginning(found, "Participări ale elevilor") == "65"


@pytest.mark.usefixtures("three_counties")
def test_the_page_keeps_the_room_of_the_map_before_it_comes(client):
    publish()
    picture = BeautifulSoup(client.get(f"/impact/{YEAR}/").content, "html.parser").picture
    for element, look in ((picture.img, "zi"), (picture.source, "noapte-ingust")):
        drawn = client.get(f"/impact/{YEAR}/harta/{look}.svg").content.decode()
        width, height = re.search(r'width="(\d+)" height="(\d+)"', drawn).groups()
        kept = int(element["height"]) / int(element["width"])
        assert kept == pytest.approx(int(height) / int(width), rel=0.1)


@pytest.mark.usefixtures("three_counties")
def test_people_informed_stand_with_their_parts(client):
    publish()
    section = page(client, "/impact/2026/").select_one("section[aria-labelledby=informate]")
    assert section.select_one(".figure-number").get_text() == "65"
    assert len(section.select("li")) == 5


@pytest.mark.usefixtures("three_counties")
def test_a_small_county_is_hidden_with_another_one(client):
    publish()
    found = rows(page(client, "/impact/2026/"))
    assert (found["Alba"], found["Cluj"], found["Bihor"]) == ("ascuns", "ascuns", "40")


def test_a_late_session_does_not_move_what_is_published(client):
    make_session(school=SchoolFactory())
    publish()
    make_session(school=SchoolFactory(), recorded_at=LATE)
    assert beginning(rows(page(client, "/impact/2026/")), "Participări") == "20"


@pytest.fixture
def restated(roles):
    """Version 1 says 20 pupils, version 2 says 50."""
    make_session(school=SchoolFactory())
    publish()
    make_session(school=SchoolFactory(), girls=30, boys=0, recorded_at=LATE)
    publish(reason="O listă a sosit târziu.")


@pytest.mark.usefixtures("restated")
def test_a_figure_that_changed_is_marked_with_what_it_was(client):
    figure = beginning(rows(page(client, "/impact/2026/")), "Participări")
    assert figure == "50 retratat era 20 în versiunea 1"


@pytest.mark.usefixtures("restated")
def test_a_figure_that_stayed_is_not_marked(client):
    figure = beginning(rows(page(client, "/impact/2026/")), "Adulți")
    assert figure == "0"


@pytest.mark.usefixtures("restated")
def test_the_page_says_why_there_is_a_new_version(client):
    assert "O listă a sosit târziu." in page(client, "/impact/2026/").get_text()


@pytest.mark.usefixtures("restated")
def test_the_first_version_stays_to_be_downloaded_byte_for_byte(client):
    stored = ReachReport.objects.get(version=1).public_content
    assert client.get("/impact/2026/v1.json").content.decode() == stored
    assert json.loads(stored)["sessions"]["contacts"]["pupils"] == 20


@pytest.mark.usefixtures("three_counties")
def test_a_change_that_suppression_hides_is_not_marked(client):
    publish()
    # Bihor grows by 5: its new figure is hidden, and so is that it was 40.
    in_county("CT", "Constanța", girls=30, boys=0, recorded_at=LATE)
    school = SchoolFactory(locality__name="Beiuș", locality__county_id="BH")
    make_session(school=school, girls=5, boys=0, recorded_at=LATE)
    publish(reason="Liste noi.")
    assert rows(page(client, "/impact/2026/"))["Bihor"] == "ascuns"


def test_a_year_without_records_does_not_say_that_there_were_no_sessions(client):
    publish(2020)
    found = rows(page(client, "/impact/2020/"))
    assert beginning(found, "Beneficiari în centre de zi") == "0"
    assert not [name for name in found if name.startswith("Sesiuni")]


def test_a_year_that_nobody_can_open_is_missing(client):
    assert client.get("/impact/2019/").status_code == 404


def test_a_version_that_is_not_there_is_missing(client):
    publish()
    assert client.get("/impact/2026/v2.json").status_code == 404


def test_without_an_address_of_a_year_the_newest_published_one_is_shown(client):
    publish(2024)
    assert "2024" in page(client, "/impact/").h1.get_text()


def test_the_years_to_pick_are_the_published_and_the_open_ones(client):
    publish(2020)
    names = [item.get_text().split()[0] for item in page(client, "/impact/").select("nav li")]
    assert [name for name in names if name.isdigit()] == ["2026", "2025", "2020"]


@pytest.mark.usefixtures("three_counties")
def test_the_complete_report_is_nowhere_in_public(client):
    report = publish()
    everything = b"".join(client.get(path).content for path in ADDRESSES)
    assert report.sha256.encode() not in everything
    assert json.loads(report.content)["sessions"]["by_county"]["AB"]["pupils"] == 5


# An open year


@pytest.mark.usefixtures("three_counties")
def test_an_open_year_shows_full_tens_of_the_country_and_no_table(client):
    soup = page(client, "/impact/2026/")
    assert soup.select_one(".figure-number").get_text(" ", strip=True) == "cel puțin 60"
    assert not soup.select("table")


def test_an_open_year_with_fewer_than_ten_says_so(client):
    make_session(school=SchoolFactory(), girls=5, boys=4)
    soup = page(client, "/impact/2026/")
    assert soup.select_one(".figure-number").get_text(strip=True) == "sub 10"


def test_what_is_recorded_this_month_shows_in_the_next_one():
    make_session(school=SchoolFactory(), recorded_at=LATE)
    assert provisional_year(YEAR, TODAY).figures["participari"] == 0
    assert provisional_year(YEAR, date(2026, 12, 1)).figures["participari"] == 20


def test_an_open_year_is_counted_once_a_month(django_assert_num_queries):
    provisional_year(YEAR, date(2026, 11, 2))
    with django_assert_num_queries(0):
        provisional_year(YEAR, TODAY)


def test_a_session_that_comes_in_moves_nothing_within_the_month():
    before = provisional_year(YEAR, date(2026, 11, 2)).figures
    make_session(school=SchoolFactory(), recorded_at=datetime(2026, 10, 1, tzinfo=UTC))
    assert provisional_year(YEAR, TODAY).figures == before


def test_the_clock_counts_the_month_before_anybody_asks(django_assert_num_queries):
    count_provisional_years()
    with django_assert_num_queries(0):
        provisional_year(2025, TODAY)


# The summary


@pytest.mark.usefixtures("three_counties")
def test_the_summary_is_sentences_with_figure_definition_source_and_contact(client, settings):
    settings.SECRETARIAT_EMAIL = "presa@protect.example"
    publish()
    text = " ".join(page(client, "/impact/2026/rezumat/").get_text().split())
    sentence = "Raportul ProTECT pe 2026 arată, la „Participări ale elevilor”, cifra 65."
    assert sentence in text
    assert "un elev la două lecții se numără de două ori" in text
    assert "versiunea 1, publicat la 23.11.2026" in text
    assert "presa@protect.example" in text


def test_an_open_year_has_no_summary(client):
    assert client.get("/impact/2026/rezumat/").status_code == 404


# All of them


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_public_address_sets_no_cookie_and_may_be_kept(client, address):
    publish()
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "private" not in response.headers.get("Cache-Control", "")


@pytest.mark.parametrize(
    "address", ["/impact/contor.json", "/impact/contor.svg", "/impact/2026/v1.json"]
)
def test_what_other_sites_fetch_may_be_read_by_their_scripts(client, address):
    publish()
    assert client.get(address).headers["Access-Control-Allow-Origin"] == "*"
