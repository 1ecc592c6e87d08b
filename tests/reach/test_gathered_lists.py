"""The schools and the teachers behind a figure: as many as it says, and together its sessions."""

import pytest
from bs4 import BeautifulSoup

from lms.people.roles import Role
from tests.factories import SchoolFactory, make_user
from tests.reach.factories import make_session

pytestmark = pytest.mark.django_db


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


@pytest.fixture
def lively_year():
    """Counted: three schools, two known teachers, one session of nobody, one with parents."""
    one, two, three = SchoolFactory(name="Întâia"), SchoolFactory(), SchoolFactory()
    make_session(school=one, label="7A", teacher_token="ana", girls=12)
    make_session(school=one, label="7B", teacher_token="ana", girls=7)
    make_session(school=two, label="5C", teacher_token="ion", girls=21)
    make_session(school=three, label="", girls=0, boys=0, adults=14, group_type="parents")
    make_session(school=three, label="5D", girls=70)  # quarantined
    make_session(school=SchoolFactory(), label="5E", status="unconfirmed", teacher_token="eva")


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def number(element):
    return int(element.get_text().replace("\xa0", ""))


def figure(soup, label):
    """The figure over this label: (its number, the address that it opens)."""
    for found in soup.select(".figure"):
        if label in found.select_one(".figure__label").get_text():
            return number(found.select_one(".figure-number")), found.get("href")
    raise AssertionError(label)


def sums(row):
    """Sessions, pupils and adults at the end of a row."""
    return [number(cell) for cell in row.select("td.number")[-3:]]


@pytest.mark.parametrize(("label", "rows"), [("școli", 3), ("profesori", 2)])
def test_a_figure_of_the_report_opens_as_many_lines_as_it_says(
    secretariat, lively_year, label, rows
):
    shown, address = figure(page(secretariat, "/raport/2026/"), label)
    assert len(page(secretariat, address).select("tbody tr")) == shown == rows


@pytest.mark.parametrize("address", ["scoli/", "profesori/", "scoli/?judet=CJ&nivel=gimnaziu"])
def test_the_lines_of_a_list_add_up_to_the_sums_on_top(secretariat, lively_year, address):
    opened = page(secretariat, f"/raport/2026/{address}")
    *parts, whole = [sums(row) for row in opened.select("tbody tr, tfoot tr")]
    on_top = [figure(opened, label)[0] for label in ("sesiuni", "participări", "adul")]
    assert [sum(column) for column in zip(*parts, strict=True)] == whole == on_top


@pytest.mark.parametrize("address", ["scoli/", "profesori/", "scoli/?stare=neconfirmate"])
def test_every_line_opens_the_sessions_that_make_it(secretariat, lively_year, address):
    links = page(secretariat, f"/raport/2026/{address}").select("tbody th a, tfoot th a")
    assert links
    for link in links:
        opened = page(secretariat, link["href"])
        said = [figure(opened, label)[0] for label in ("sesiun", "partici", "adul")]
        assert said == sums(link.find_parent("tr")), link


def test_adults_open_the_sessions_that_had_any(secretariat, lively_year):
    shown, address = figure(page(secretariat, "/raport/2026/"), "adulți")
    opened = page(secretariat, address)
    assert (figure(opened, "adulți")[0], len(opened.select("tbody tr"))) == (shown, 1) == (14, 1)


def test_sessions_without_a_known_teacher_stand_under_the_list_of_teachers(
    secretariat, lively_year
):
    row = page(secretariat, "/raport/2026/profesori/").select_one("tfoot tr")
    assert sums(row) == [1, 0, 14]


def test_sessions_at_a_school_that_the_register_lacks_stand_under_the_list_of_schools(secretariat):
    make_session(school=None, school_code="123")
    row = page(secretariat, "/raport/2026/scoli/?stare=carantina").select_one("tfoot tr")
    assert sums(row) == sums(row.find_next("tr")) == [1, 20, 0]
    opened = page(secretariat, row.a["href"])
    assert len(opened.select("tbody tr")) == 1


def test_schools_stand_by_county_and_place_as_the_alphabet_has_them(secretariat):
    for place in ("Zalău", "Țaga", "Tureni"):
        make_session(school=SchoolFactory(locality__name=place))
    opened = page(secretariat, "/raport/2026/scoli/")
    places = [row.td.get_text() for row in opened.select("tbody tr")]
    assert places == ["Tureni", "Țaga", "Zalău"]


def test_a_list_of_teachers_gives_away_no_token(secretariat, lively_year):
    token = "a" * 64
    make_session(school=SchoolFactory(), teacher_token=token)
    text = str(page(secretariat, "/raport/2026/profesori/"))
    assert token[:12] not in text


def test_a_school_that_narrows_a_list_is_called_by_its_name(secretariat, lively_year):
    link = page(secretariat, "/raport/2026/scoli/").find("a", string="Întâia")
    assert "Întâia" in page(secretariat, link["href"]).select_one(".chip").get_text()


@pytest.mark.parametrize("address", ["scoli/?judet=ZZ", "profesori/?stare=x", "scoli/?nivel=x"])
def test_a_cut_that_does_not_exist_is_not_found(secretariat, address):
    assert secretariat.get(f"/raport/2026/{address}").status_code == 404


@pytest.mark.parametrize("address", ["scoli/", "profesori/"])
@pytest.mark.parametrize("sessions", [2, 20])
def test_a_list_needs_the_same_queries_however_many_sessions(
    secretariat, django_assert_max_num_queries, address, sessions
):
    for at in range(sessions):
        make_session(school=SchoolFactory(), label="", teacher_token=f"t{at}")
    secretariat.get(f"/raport/2026/{address}")
    with django_assert_max_num_queries(26):
        secretariat.get(f"/raport/2026/{address}")


@pytest.mark.parametrize(("language", "average"), [("", "16,7"), ("/en", "16.7")])
def test_an_average_has_the_decimal_mark_of_the_language(secretariat, language, average):
    for girls in (0, 10, 10):
        make_session(school=SchoolFactory(), girls=girls)
    assert (
        average in page(secretariat, f"{language}/raport/2026/").select_one(".figures").get_text()
    )
