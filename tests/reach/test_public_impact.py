"""What the public sees: the same totals as the secretariat, and no small figure."""

from datetime import date
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template

from lms.core.periods import Period
from lms.organisations.services import request_school, settle_school_request
from lms.reach.counting import Breakdown
from lms.reach.selectors import live_report, public_counter, public_impact
from tests.factories import CountyFactory, LocalityFactory, SchoolFactory
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)


@pytest.fixture
def small_county():
    """20 pupils in Cluj, 5 in Alba, 40 in Bihor."""
    make_session(school=SchoolFactory())
    for mnemonic, name, pupils in (("AB", "Alba", 5), ("BH", "Bihor", 40)):
        county = CountyFactory(
            mnemonic=mnemonic, name=name, iso_code=f"RO-{mnemonic}", nuts3=mnemonic
        )
        place = LocalityFactory(county=county, name=name)
        make_session(school=SchoolFactory(locality=place), girls=pupils, boys=0)


@pytest.mark.usefixtures("small_county")
def test_the_counter_is_the_total_of_the_secretariat():
    counter = public_counter(TODAY)
    report = live_report(Period.year(2026))
    assert counter.running.pupils == report.contacts.pupils == 65


@pytest.mark.usefixtures("small_county")
def test_the_counter_is_the_sum_over_the_counties_of_the_report():
    cells = live_report(Period.year(2026)).breakdowns[Breakdown.COUNTY].values()
    assert public_counter(TODAY).running.pupils == sum(cell.pupils for cell in cells)


def test_unconfirmed_sessions_do_not_move_the_counter():
    make_session(school=SchoolFactory(), status="unconfirmed")
    assert public_counter(TODAY).running.pupils == 0


def test_all_time_holds_the_years_before():
    make_session(school=SchoolFactory(), date=date(2024, 3, 4))
    counter = public_counter(TODAY)
    assert (counter.running.pupils, counter.all_time.pupils) == (0, 20)


def test_a_school_of_two_years_is_one_school_of_all_time():
    school = SchoolFactory()
    make_session(school=school, date=date(2024, 3, 4))
    make_session(school=school)
    assert public_counter(TODAY).all_time.schools == 1


@pytest.mark.usefixtures("small_county")
def test_a_small_county_is_hidden_with_another_one():
    assert public_impact(TODAY).by_county == {"AB": None, "BH": 40, "CJ": None}


def test_the_counter_is_counted_once_while_nothing_changes(django_assert_num_queries):
    public_counter(TODAY)
    with django_assert_num_queries(0):
        public_counter(TODAY)


def test_a_new_session_is_counted_anew(django_capture_on_commit_callbacks):
    before = public_counter(TODAY).running.pupils
    with django_capture_on_commit_callbacks(execute=True):
        make_session(school=SchoolFactory())
    assert public_counter(TODAY).running.pupils == before + 20


def test_a_school_that_moves_moves_its_pupils(django_capture_on_commit_callbacks):
    school = SchoolFactory()
    make_session(school=school)
    assert public_impact(TODAY).by_county == {"CJ": 20}
    alba = CountyFactory(mnemonic="AB", name="Alba", iso_code="RO-AB", nuts3="AB")
    with django_capture_on_commit_callbacks(execute=True):
        school.county = alba
        school.save()
    assert public_impact(TODAY).by_county == {"AB": 20, "CJ": 0}


def test_a_school_that_was_asked_for_is_counted_once_it_is_found(
    django_capture_on_commit_callbacks,
):
    asked = request_school(name="Nouă", locality_name="Turda", county=CountyFactory())
    school = SchoolFactory()
    make_session(school_request=asked)
    assert public_counter(TODAY).running.pupils == 0
    with django_capture_on_commit_callbacks(execute=True):
        settle_school_request(request=asked, school=school)
    assert public_counter(TODAY).running.pupils == 20


def test_a_new_day_is_counted_anew():
    public_counter(TODAY)
    make_session(school=SchoolFactory())
    assert public_counter(date(2026, 11, 24)).running.pupils == 20


def test_the_tag_gives_any_page_the_counter():
    made = Template("{% load reach %}{% public_counter as c %}{{ c.all_time.sessions }}")
    assert made.render(Context()) == "0"


# Pages


@pytest.mark.usefixtures("small_county")
def test_the_page_shows_no_small_figure(client):
    soup = BeautifulSoup(client.get("/impact/").content, "html.parser")
    rows = {row.th.get_text(): row.td.get_text() for row in soup.select("table tbody tr")}
    assert (rows["Alba"], rows["Bihor"]) == ("ascuns", "40")


@pytest.mark.parametrize("address", ["/impact/", "/impact/contor.json", "/impact/contor.svg"])
def test_a_public_page_sets_no_cookie_and_may_be_kept(client, address):
    response = client.get(address)
    assert response.status_code == 200
    assert not response.cookies
    assert "private" not in response.headers.get("Cache-Control", "")


@pytest.mark.usefixtures("small_county")
def test_the_public_json_holds_national_totals_only(client):
    found = client.get("/impact/contor.json").json()
    assert set(found) == {"day", "year", "provisional", "running", "all_time", "method"}


def test_the_embeddable_counter_is_well_formed(client):
    root = ElementTree.fromstring(client.get("/impact/contor.svg").content)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"


def test_the_counter_leads_to_the_sites_own_address_whoever_asks(client, settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS = "https://protect.example", ["other.example"]
    found = client.get("/impact/contor.json", headers={"Host": "other.example"}).json()
    assert found["method"] == "https://protect.example/impact/"
