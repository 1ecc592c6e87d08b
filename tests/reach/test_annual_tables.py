"""The tables of the yearly report, from a year that is written by hand."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from lms.core.periods import Period
from lms.reach.annual import AnnualReport, SubmissionLine, TargetLine, annual_tables, as_plain
from lms.reach.counting import Breakdown, Cell, Frame, count
from lms.reach.counting.campaigns import CampaignReport
from lms.reach.counting.declared import DeclaredFact, DeclaredReport
from lms.reach.counting.trainings import TrainingCell, TrainingCut, TrainingReport
from lms.reach.counting.year import YearReport
from lms.reach.selectors import PartNames
from lms.reach.selectors.annual import annual_report
from tests.factories import SchoolFactory
from tests.reach.factories import make_fact, make_session

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
PARTS = {
    Breakdown.COUNTY: ("AB", "CJ"),
    Breakdown.LEVEL: ("gimnaziu", "liceu"),
    Breakdown.ORGANISATION: ("ELIB",),
}


@pytest.fixture
def annual():
    """Cluj: 7B with 20 pupils and 10A with 5 girls and 2 adults; 30 people in campaigns; 4 people
    trained, two of them twice, and 11 declared; 41 in residential centres."""
    facts = [
        make_fact(),
        make_fact(label="10A", organisation="ADPA", girls=5, boys=0, adults=2),
    ]
    sessions = count(facts, Frame(Period.year(2026), AS_OF, PARTS))
    trained = {
        "profesori": TrainingCell(3, 4, 2),
        "preoti": TrainingCell(2, 2, 1),
    }
    declared = (
        DeclaredFact("d1", "ADPA", "centre_rezidentiale", 41, "reported", qualifier="peste"),
        DeclaredFact("d2", "ELIB", "persoane_instruite", 11, "reported", "preoti"),
    )
    report = YearReport(
        2026,
        AS_OF,
        sessions,
        CampaignReport(people=30, by_org={"ELIB": 30, "ADPA": 30}),
        TrainingReport(
            TrainingCell(4, 6, 3),
            trained,
            {"ELIB": TrainingCell(4, 6, 3)},
            {(audience, "ELIB"): cell for audience, cell in trained.items()},
            {cut: {"a": TrainingCell(4, 5, 2), "": TrainingCell(1, 1, 1)} for cut in TrainingCut},
        ),
        DeclaredReport(
            totals={"centre_rezidentiale": 41, "persoane_instruite": 11},
            by_org={("ADPA", "centre_rezidentiale"): 41, ("ELIB", "persoane_instruite"): 11},
            trained_by_audience={"preoti": 11},
            qualifiers={"centre_rezidentiale": "peste"},
            counted=declared,
        ),
    )
    return AnnualReport(
        report=report,
        names=PartNames({}),
        county_levels={
            ("CJ", "gimnaziu"): Cell(1, 10, 10, 0, 20, 0),
            ("CJ", "liceu"): Cell(1, 5, 0, 0, 5, 2),
        },
        targets=(TargetLine("persoane_instruite", 20, "", 15),),
        submissions=(SubmissionLine("ELIB", "submitted"), SubmissionLine("ADPA")),
    )


@pytest.fixture
def tables(annual):
    return {table.key: table for table in annual_tables(annual)}


def test_section_4_keeps_the_printed_order(tables):
    assert [row.key for row in tables["T1"].rows if not row.is_part] == [
        "centre_rezidentiale",
        "centre_de_zi",
        "reintegrare_piata_muncii",
        "persoane_informate",
        "proceduri_penale",
        "repatriere",
        "consiliere",
    ]


def test_persons_informed_are_shown_with_components_that_add_up(tables):
    # 20 + 5 pupils, 2 adults, nobody online, 30 in campaigns, none declared.
    parts = [row.cells[-1] for row in tables["T1"].rows if row.is_part]
    assert (parts, tables["T1"].cell("persoane_informate", "people")) == ([25, 2, 0, 30, 0], 57)


def test_a_declared_figure_keeps_its_qualifier(tables):
    assert tables["T1"].cell("centre_rezidentiale", "qualifier") == "peste"


def test_the_year_is_filled_in(tables):
    assert tables["T2"].title == "Beneficiari direcți instruiți pe parcursul anului 2026"


def test_a_person_of_two_audiences_is_once_in_the_total(tables):
    # 3 + 2 persons by audience are 4 people; 11 more are declared.
    assert tables["T2"].total.cells[1:4] == (4, 11, 15)


@pytest.mark.parametrize(
    "key",
    [
        "T2",
        "T3",
        "T3a",
        "T3b",
        "T3c",
        "T4",
        "T4a",
        "T4b",
        "T4c",
        "T4d",
        "T5",
        "T5a",
        "T6",
        "T7",
        "T7a",
        "T7b",
    ],
)
def test_the_lines_add_up_wherever_a_column_says_so(tables, key):
    table = tables[key]
    at = [place for place, column in enumerate(table.columns) if column.adds_to]
    sums = [sum(row.cells[place] for row in table.rows) for place in at]
    assert sums == [table.total.cells[place] for place in at]


def test_tables_that_cut_one_figure_agree_on_it(tables):
    totals = {}
    for table in tables.values():
        for place, column in enumerate(table.columns):
            if column.adds_to:
                totals.setdefault(column.adds_to, set()).add(table.total.cells[place])
    assert {name: found for name, found in totals.items() if len(found) != 1} == {}


def test_a_county_without_sessions_has_one_line_of_zeros(tables):
    assert [row.cells[1:] for row in tables["T4"].rows if row.key == "AB"] == [
        ("–", 0, 0, 0, 0, 0, 0)
    ]


def test_a_joint_campaign_is_whole_in_each_line_and_once_in_the_total(tables):
    table = tables["T5"]
    lines = [row.cells[table.at("campaigns")] for row in table.rows]
    assert (lines, table.total.cells[table.at("campaigns")]) == ([30, 30], 30)


def test_sessions_are_cut_by_medium_and_by_how_they_were_held(tables):
    assert tables["T4c"].cell("urban", "pupils") == tables["T4d"].cell("in_person", "pupils") == 25


def test_verified_sessions_and_those_without_a_teacher_stand_beside_the_total(annual):
    facts = [make_fact(status="verified"), make_fact(label="8A", teacher="")]
    sessions = count(facts, Frame(Period.year(2026), AS_OF, PARTS))
    report = replace(annual, report=replace(annual.report, sessions=sessions))
    table = next(table for table in annual_tables(report) if table.key == "T11")
    found = {row.key: row.cells[2:] for row in table.rows if row.key.startswith("counted")}
    assert found == {
        "counted": (2, 40), "counted.verified": (1, 20), "counted.without_teacher": (1, None),
    }  # fmt: skip


def test_without_a_year_before_nothing_is_compared(tables):
    assert tables["T8"].cell("contacts", "difference") is None


def test_a_year_is_compared_with_the_one_before(annual):
    earlier = count([make_fact(girls=4, boys=0)], Frame(Period.year(2026), AS_OF, PARTS))
    before = replace(annual, before=replace(annual.report, sessions=earlier))
    table = next(table for table in annual_tables(before) if table.key == "T8")
    row = next(row for row in table.rows if row.key == "contacts")
    assert row.cells[1:5] == (4, 25, 21, 525.0)


def test_a_figure_that_changed_after_publication_is_marked(annual):
    restated = replace(annual, published={"contacts": 1024, "schools": 1})
    table = next(table for table in annual_tables(restated) if table.key == "T8")
    marks = {row.key: row.cells[-1] for row in table.rows if row.cells[-1]}
    assert marks == {"contacts": "2026: publicat 1\xa0024"}


def test_a_target_says_how_much_of_it_is_reached(tables):
    assert tables["T9"].rows[0].cells[2:] == (20, 15, 75.0)


def test_who_has_not_begun_is_listed(tables):
    assert tables["T10"].cell("ADPA", "state") == "neîncepute"


def test_the_plain_tables_are_json(annual):
    plain = as_plain(annual_tables(annual))
    assert json.loads(json.dumps(plain)) == plain


@pytest.mark.django_db
def test_the_selector_cuts_the_sessions_by_county_and_level():
    school = SchoolFactory()
    make_session(school=school)
    make_session(school=school, label="10A", girls=3, boys=0)
    cells = annual_report(2026).county_levels
    county = school.locality.county.mnemonic
    assert {level: cell.pupils for (_county, level), cell in cells.items()} == {
        "gimnaziu": 20,
        "liceu": 3,
    }
    assert {place for place, _level in cells} == {county}
