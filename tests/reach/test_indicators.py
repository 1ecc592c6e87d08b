"""The registry of indicators."""

from datetime import UTC, datetime

import pytest

from lms.core.periods import Period
from lms.reach.counting import (
    CampaignReport,
    DeclaredReport,
    Frame,
    TrainingCell,
    TrainingReport,
    YearReport,
    count,
)
from lms.reach.indicators import (
    ASSISTANCE,
    INDICATORS,
    DifferentUnits,
    Level,
    PrintedIndicator,
    add_up,
)
from tests.reach.factories import make_fact

NOW = datetime(2026, 12, 31, tzinfo=UTC)


def report(*facts, **parts):
    sessions = count(facts, Frame(Period.year(2026), NOW))
    usual = {
        "campaigns": CampaignReport(),
        "trainings": TrainingReport(),
        "declared": DeclaredReport(),
    }
    return YearReport(2026, NOW, sessions, **(usual | parts))


def test_figures_of_different_units_are_never_added():
    with pytest.raises(DifferentUnits):
        add_up([INDICATORS["participari"], INDICATORS["adulti"]], report())


def test_figures_of_one_unit_add_up():
    declared = DeclaredReport(totals={"centre_de_zi": 286, "repatriere": 9})
    wanted = [INDICATORS["centre_de_zi"], INDICATORS["repatriere"]]
    assert add_up(wanted, report(declared=declared)) == 295


def test_the_assistance_figures_are_the_six_that_only_members_declare():
    assert len(ASSISTANCE) == 6


def test_assistance_is_an_outcome_and_reach_an_output():
    levels = {INDICATORS["consiliere"].level, INDICATORS["persoane_informate"].level}
    assert levels == {Level.OUTCOME, Level.OUTPUT}


def test_every_rule_is_one_sentence():
    rules = [str(indicator.rule) for indicator in INDICATORS.values()]
    assert [rule for rule in rules if rule.count(".") != 1 or not rule.endswith(".")] == []


def test_the_year_is_filled_into_the_printed_wording():
    assert PrintedIndicator.TRAINED.printed(2020).endswith("pe parcursul anului 2020")


@pytest.mark.parametrize(
    ("key", "figure"),
    [
        ("participari", 40),
        ("elevi_diferiti", 20),
        ("adulti", 3),
        ("sesiuni", 2),
        ("scoli", 1),
        ("profesori", 1),
        ("persoane_online", 0),
        ("participari_online", 0),
        ("formari", 2),
        ("locuri_formari", 9),
    ],
)
def test_each_indicator_counts_its_own_unit(key, figure):
    facts = [make_fact(adults=3), make_fact(lesson="munca")]
    trainings = TrainingReport(whole=TrainingCell(persons=7, seats=9, trainings=2))
    assert INDICATORS[key].count(report(*facts, trainings=trainings)) == figure
