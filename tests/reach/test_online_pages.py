"""What was worked through online, from the database to the pages and the files."""

import csv
import io
import json
from datetime import UTC, date, datetime
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.core.management import call_command
from wagtail.models import Locale

from lessons.models import ModuleCompletion
from lms.classrooms.models import SchoolClass
from lms.core import generation
from lms.core.periods import Period
from lms.people.roles import Role
from lms.reach.annual import annual_tables
from lms.reach.counting import OnlineCut
from lms.reach.exports.json import as_json
from lms.reach.selectors import live_report, report_years, year_report
from lms.reach.selectors.annual import annual_report
from tests.factories import SchoolFactory, make_user
from tests.lessons.modules import make_module
from tests.reach.factories import DAY, make_session, moment, revise

pytestmark = pytest.mark.django_db
YEAR = Period.year(2026)


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


def complete(module, group=None, day=DAY, learners=1):
    """This many learners of one class worked through the module on a day."""
    for _ in range(learners):
        ModuleCompletion.objects.create(
            learner_token=uuid4(),
            module=module,
            module_key=module.translation_key,
            group=group,
            completed_on=day,
        )


def held_class(module, session=None, label="7 B") -> SchoolClass:
    """A class at this module that became this class session."""
    opened = moment(DAY, 8)
    return SchoolClass.objects.create(
        module=module,
        class_label=label,
        opened_at=opened,
        closes_at=moment(DAY, 10),
        expires_at=moment(DAY, 23),
        session=session,
    )


@pytest.fixture
def lively_year():
    """Online: 3 at one module, 2 at another in November. 4 more in a counted session."""
    friends = make_module()
    offer = make_module(slug="oferta", title="O ofertă", age_band="15-18")
    complete(friends, held_class(friends).public_id, learners=3)
    complete(offer, learners=2, day=date(2026, 11, 2))
    session = make_session(school=SchoolFactory(), reference="T-9", girls=4, boys=0)
    complete(friends, held_class(friends, session, "7 C").public_id, learners=4)


def page(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def number(element):
    return int(element.get_text().replace("\xa0", ""))


def on_top(soup):
    return [number(figure) for figure in soup.select(".figure-number")[:2]]


# Counting


def test_completions_of_the_year_are_online(lively_year):
    assert live_report(YEAR).online.online == (5, 5)


def test_completions_of_another_year_are_not(lively_year):
    assert live_report(Period.year(2025)).online.online == (0, 0)


def test_a_void_session_gives_its_completions_back(lively_year):
    session = SchoolClass.objects.get(class_label="7 C").session
    revise(session, school=session.latest.school, status="void")
    assert live_report(YEAR).online.online == (9, 9)


def test_a_session_moved_to_another_year_still_takes_its_completions_out(lively_year):
    session = SchoolClass.objects.get(class_label="7 C").session
    revise(session, school=session.latest.school, date=date(2025, 12, 15))
    assert live_report(YEAR).online.online == (5, 5)


def test_a_moment_before_the_session_was_recorded_has_its_completions_online(lively_year):
    assert live_report(YEAR, as_of=moment(DAY, 14)).online.online == (7, 7)


def test_a_moment_knows_no_later_day(lively_year):
    report = live_report(YEAR, as_of=datetime(2026, 10, 20, tzinfo=UTC))
    assert report.online.online == (3, 3)


def test_a_module_and_its_translation_are_one_module():
    module = make_module()
    english = module.copy_for_translation(
        Locale.objects.get_or_create(language_code="en")[0], copy_parents=True
    )
    complete(module)
    complete(english)
    assert live_report(YEAR).online.breakdowns[OnlineCut.MODULE] == {"prieteni": (2, 2)}


@pytest.mark.parametrize("classes", [1, 12])
def test_the_number_of_queries_does_not_grow_with_classes(django_assert_max_num_queries, classes):
    module = make_module()
    for _ in range(classes):
        complete(module, held_class(module).public_id)
    with django_assert_max_num_queries(38):
        live_report(YEAR)


def test_the_years_begin_with_the_first_completion():
    complete(make_module(), day=date(2024, 5, 5))
    assert report_years(date(2026, 11, 23)) == [2026, 2025, 2024]


@pytest.mark.django_db(transaction=True)
def test_a_completion_makes_public_figures_anew():
    before = generation.current(generation.FIGURES)
    complete(make_module())
    assert generation.current(generation.FIGURES) > before


# The secretariat's pages


def test_online_stands_apart_from_pupils(secretariat, lively_year):
    soup = page(secretariat, "/raport/2026/")
    numbers = [number(n) for n in soup.select("section[aria-labelledby=online] .figure-number")]
    assert numbers == [5, 5, 4]
    assert number(soup.select_one(".figures .figure-number")) == 4


def test_a_year_with_completions_only_has_a_report(secretariat):
    complete(make_module())
    assert not page(secretariat, "/raport/2026/").select_one(".empty-state")


def test_every_online_figure_opens_to_completions_that_make_it(secretariat, lively_year):
    section = page(secretariat, "/raport/2026/").select_one("section[aria-labelledby=online]")
    figures = section.select("a.figure")
    assert len(figures) == 3
    for figure, at in zip(figures, [0, 1, 1], strict=True):
        opened = page(secretariat, figure["href"])
        assert on_top(opened)[at] == number(figure.select_one(".figure-number"))


def test_every_line_of_the_online_tables_opens_to_its_completions(secretariat, lively_year):
    section = page(secretariat, "/raport/2026/").select_one("section[aria-labelledby=online]")
    links = section.select("tbody th a")
    assert len(links) == 6
    for link in links:
        cells = [number(cell) for cell in link.find_parent("tr").select("td.number")]
        assert on_top(page(secretariat, link["href"])) == cells, link


def test_the_lines_of_the_list_are_classes_and_add_up(secretariat, lively_year):
    opened = page(secretariat, "/raport/2026/online/")
    rows = [number(row.select("td.number")[-1]) for row in opened.select("tbody tr")]
    assert (rows, sum(rows)) == ([2, 3], on_top(opened)[1])


def test_a_line_names_the_class_and_its_session(secretariat, lively_year):
    row = page(secretariat, "/raport/2026/online/?stare=in-sesiuni").select_one("tbody tr")
    assert "7 C" in row.get_text()
    assert row.select_one("a")["href"] == "/raport/sesiuni/T-9/"


def test_the_list_shows_no_learner(secretariat, lively_year):
    text = str(page(secretariat, "/raport/2026/online/"))
    for token in ModuleCompletion.objects.values_list("learner_token", flat=True):
        assert str(token)[:8] not in text


@pytest.mark.parametrize("query", ["stare=x", "luna=2026-13", "varsta=x"])
def test_an_online_filter_that_does_not_exist_is_not_found(secretariat, query):
    assert secretariat.get(f"/raport/2026/online/?{query}").status_code == 404


def test_an_online_list_that_finds_nothing_says_what_to_do(secretariat, lively_year):
    assert page(secretariat, "/raport/2026/online/?luna=2026-01").select_one(".empty-state a")


# Files


def csv_rows(response):
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text), delimiter=";"))


def test_the_tables_have_persons_and_participations_apart(lively_year):
    tables = {table.key: table for table in annual_tables(annual_report(YEAR.start.year))}
    assert tables["T7a"].cell("oferta", "online") == 2
    assert tables["T7b"].total.cells[1] == 5
    assert next(row for row in tables["T7b"].rows if row.key == "15-18").cells[1:] == (2, 2)


def test_the_list_as_csv_runs_no_formula(secretariat):
    module = make_module(title="=1+1")
    complete(module, held_class(module, label="=2+2").public_id)
    rows = csv_rows(secretariat.get("/raport/2026/online.csv"))
    assert not [value for row in rows for value in row if value.startswith("=")]


def test_the_json_counts_online_completers_among_informed_people(lively_year):
    found = as_json(year_report(YEAR.start.year))
    assert found["persoane_informate_components"]["online_unique_completers"] == 5
    assert found["section4"]["persoane_informate"] == 4 + 5
    assert found["sessions"]["contacts"]["pupils"] == 4


def test_the_command_counts_online_completers(lively_year, capsys):
    call_command("reach_report", year=2026)
    parts = json.loads(capsys.readouterr().out)["persoane_informate_components"]
    assert parts["online_unique_completers"] == 5
