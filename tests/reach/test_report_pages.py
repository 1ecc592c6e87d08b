"""The secretariat's pages: who may read them, and that every figure opens to its sessions."""

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from lms.people.roles import Role
from tests.factories import (
    MemberOrganisationFactory,
    SchoolFactory,
    make_home,
    make_plan,
    make_user,
)
from tests.reach.factories import DAY, make_session, moment, revise

pytestmark = pytest.mark.django_db

PRIVATE = [
    "/raport/",
    "/raport/2026/",
    "/raport/2026/sesiuni/",
    "/raport/2026/sesiuni.csv",
    "/raport/2026/scoli/",
    "/raport/2026/profesori/",
    "/raport/2026/online/",
    "/raport/2026/online.csv",
    "/raport/2026/tabele.xlsx",
    "/raport/2026/tabele.csv",
    "/raport/sesiuni/T-1/",
]


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def number(text):
    return int(text.replace("\xa0", ""))


def sum_on_top(soup, at=0):
    return number(soup.select(".figure-number")[at].get_text())


# Who may read


@pytest.mark.parametrize("address", PRIVATE)
def test_strangers_are_sent_to_sign_in(client, address):
    make_session(reference="T-1")
    response = client.get(address)
    assert response.status_code == 302
    assert response.url.startswith(reverse("account_login"))


@pytest.mark.parametrize("role", [Role.TEACHER, Role.TRAINER, Role.OFFICER, Role.EDITOR])
@pytest.mark.parametrize("address", PRIVATE)
def test_other_roles_have_no_access(client, roles, role, address):
    make_home()
    make_session(reference="T-1")
    organisation = MemberOrganisationFactory() if role is Role.OFFICER else None
    client.force_login(make_user(role, organisation=organisation))
    assert client.get(address).status_code == 403


@pytest.mark.parametrize("address", PRIVATE)
def test_what_the_secretariat_reads_is_kept_by_no_cache(secretariat, address):
    make_session(reference="T-1")
    response = secretariat.get(address)
    response.close()
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.parametrize("address", PRIVATE)
def test_the_report_is_read_and_never_written(secretariat, address):
    assert secretariat.post(address).status_code == 405


# The report


def test_a_year_without_sessions_says_so(secretariat):
    assert page(secretariat, "/raport/2026/").select_one(".empty-state")


def test_unconfirmed_sessions_are_shown_apart(secretariat):
    make_session(school=SchoolFactory(), status="unconfirmed")
    apart = page(secretariat, "/raport/2026/").select(".figure--apart")
    assert any("neconfirmată" in figure.get_text() for figure in apart)


def test_the_years_can_be_switched(secretariat):
    make_session(school=SchoolFactory(), date=DAY.replace(year=2024))
    links = page(secretariat, "/raport/2026/").select(".pagination a")
    assert "/raport/2024/" in [link["href"] for link in links]


@pytest.mark.parametrize("year", [1999, 9999])
def test_a_year_that_cannot_have_records_is_not_found(secretariat, year):
    assert secretariat.get(f"/raport/{year}/").status_code == 404


@pytest.fixture
def lively_year():
    """Sessions in every standing, in two schools, with and without organisation."""
    one, two = SchoolFactory(), SchoolFactory(medium="rural")
    member = MemberOrganisationFactory(code="ELIB")
    make_session(school=one, teacher_token="a", status="verified")
    make_session(school=one, label="7B", recorded_at=moment(DAY, 18))  # a duplicate
    make_session(school=two, label="IX A", lesson_code="munca", girls=3, organisation=member)
    make_session(school=two, label="", girls=0, boys=0, adults=14, group_type="parents")
    make_session(school=two, label="5C", girls=25, boys=20, modality="online")
    make_session(school=one, label="5D", girls=70)  # quarantined
    make_session(school=one, label="5E", status="unconfirmed", girls=8)
    make_session(school=one, label="5F", status="void", girls=9)


def test_every_big_figure_opens_to_sessions_that_make_it(secretariat, lively_year):
    figures = page(secretariat, "/raport/2026/").select("a.figure")
    # What the list's own sums are called: pupils, sessions, schools, teachers, adults.
    places = [0, 0, 1, 2, 3, 4, 1, 1, 1]
    assert len(figures) == len(places)
    for figure, at in zip(figures, places, strict=True):
        shown = number(figure.select_one(".figure-number").get_text())
        assert sum_on_top(page(secretariat, figure["href"]), at) == shown, figure.get_text()


def test_every_line_of_every_table_opens_to_sessions_that_make_it(secretariat, lively_year):
    links = page(secretariat, "/raport/2026/").select("tbody th a[href*='sesiuni/?']")
    assert len(links) == 15
    for link in links:
        sessions, pupils = (
            number(cell.get_text()) for cell in link.find_parent("tr").select("td.number")[:2]
        )
        opened = page(secretariat, link["href"])
        assert (sum_on_top(opened, 1), sum_on_top(opened, 0)) == (sessions, pupils), link


def test_a_list_shows_as_many_rows_as_its_sum_says(secretariat, lively_year):
    opened = page(secretariat, "/raport/2026/sesiuni/?mediu=rural")
    assert len(opened.select("main tbody tr")) == sum_on_top(opened, 1) == 3


def test_a_long_list_comes_in_pages_with_the_sum_of_all_on_top(secretariat):
    school = SchoolFactory()
    for _ in range(51):
        make_session(school=school, label="")
    second = page(secretariat, "/raport/2026/sesiuni/?judet=CJ&pagina=2")
    assert (sum_on_top(second, 1), len(second.select("main tbody tr"))) == (51, 1)
    assert {link["href"] for link in second.select(".pagination a")} == {"?judet=CJ&pagina=1"}


@pytest.mark.parametrize(
    "query",
    [
        "stare=altele",
        "luna=2026-13",
        "luna=acum",
        "luna=0000-01",
        "motiv=x",
        "avertisment=x",
        "profesor=x",
        "judet=ZZ",
        "nivel=x",
        "mediu=x",
        "org=x",
        "mod=x",
    ],
)
def test_a_filter_that_does_not_exist_is_not_found(secretariat, query):
    assert secretariat.get(f"/raport/2026/sesiuni/?{query}").status_code == 404


def test_one_session_in_one_school_is_said_in_the_singular(secretariat):
    make_session(school=SchoolFactory(), duration=1)
    labels = page(secretariat, "/raport/2026/sesiuni/").select(".figure__label")
    assert [label.get_text() for label in labels][1:3] == ["sesiune la clasă", "școală"]


def test_a_filter_that_finds_nothing_says_what_to_do(secretariat):
    assert page(secretariat, "/raport/2026/sesiuni/?lectie=x").select_one(".empty-state a")


@pytest.mark.parametrize("sessions", [3, 20])
def test_a_list_needs_the_same_queries_however_long(
    secretariat, django_assert_max_num_queries, sessions
):
    for _ in range(sessions):
        make_session(school=SchoolFactory(), label="")
    secretariat.get("/raport/2026/sesiuni/")
    with django_assert_max_num_queries(26):
        secretariat.get("/raport/2026/sesiuni/")


# One session


def test_the_history_of_a_session_shows_who_changed_what_and_why(secretariat):
    school, person = SchoolFactory(), make_user(Role.TEACHER, email="ana@example.org")
    session = make_session(school=school, reference="T-1", girls=10)
    revise(session, school=school, girls=12, recorded_by=person, reason="Au mai venit doi.")
    text = page(secretariat, "/raport/sesiuni/T-1/").select_one("main").get_text(" ", strip=True)
    assert "fete 10 12" in text
    assert "ana@example.org. Motiv: Au mai venit doi." in text


def test_the_history_calls_a_lesson_by_its_title(secretariat):
    plan = make_plan(title="Rețele sociale")
    school = SchoolFactory()
    session = make_session(school=school, reference="T-1", lesson_code="alta")
    revise(session, school=school, lesson_code=plan.slug, plan=plan)
    text = page(secretariat, "/raport/sesiuni/T-1/").select_one("main").get_text(" ", strip=True)
    assert "lecție alta Rețele sociale" in text


def test_the_history_knows_a_lesson_whose_address_changed(secretariat):
    plan = make_plan(title="Rețele sociale", slug="veche")
    make_session(school=SchoolFactory(), reference="T-1", lesson_code="veche", plan=plan)
    plan.slug = "noua"
    plan.save()
    text = page(secretariat, "/raport/sesiuni/T-1/").select_one("main").get_text(" ", strip=True)
    assert "Rețele sociale" in text
    assert "veche" not in text


def test_a_duplicate_names_the_session_that_counts(secretariat):
    school = SchoolFactory()
    make_session(school=school, reference="FIRST", recorded_at=moment(DAY, 9))
    make_session(school=school, reference="SECOND", recorded_at=moment(DAY, 10))
    notice = page(secretariat, "/raport/sesiuni/SECOND/").select_one(".notice")
    assert notice.a["href"] == "/raport/sesiuni/FIRST/"


def test_a_session_that_does_not_exist_is_not_found(secretariat):
    assert secretariat.get("/raport/sesiuni/NIMIC/").status_code == 404


def test_a_reference_from_an_import_may_hold_slashes(secretariat):
    make_session(school=SchoolFactory(), reference="2026/CJ/17")
    assert secretariat.get("/raport/sesiuni/2026/CJ/17/").status_code == 200
