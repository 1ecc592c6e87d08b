"""RR14: what members declare, and what of it counts beside the records."""

import pytest

from lms.reach.counting import DeclaredFact, count_declared


def figure(indicator="centre_de_zi", value=10, org="ELIB", status="reported", **fields):
    return DeclaredFact(f"{org}-{value}", org, indicator, value, status, **fields)


def test_assistance_figures_count_as_they_are_declared():
    facts = [figure(value=200), figure(value=86, org="LOGS")]
    assert count_declared(facts).totals == {"centre_de_zi": 286}


@pytest.mark.parametrize("indicator", ["persoane_informate", "persoane_instruite"])
def test_what_records_feed_too_is_set_aside(indicator):
    report = count_declared([figure(indicator, 500)])
    assert (report.totals, [fact.value for fact in report.set_aside]) == ({}, [500])


@pytest.mark.parametrize("indicator", ["persoane_informate", "persoane_instruite"])
def test_what_is_marked_as_in_addition_counts(indicator):
    report = count_declared([figure(indicator, 500, in_addition=True)])
    assert (report.totals, report.set_aside) == ({indicator: 500}, ())


def test_a_part_never_enters_the_total():
    facts = [
        figure("persoane_informate", 300, in_addition=True),
        figure("persoane_informate", 31, in_addition=True, part="din centre de plasament"),
    ]
    report = count_declared(facts)
    assert (report.totals["persoane_informate"], len(report.parts)) == (300, 1)


def test_drafts_returned_and_void_figures_do_not_count():
    facts = [figure(status=status) for status in ("draft", "rejected", "void")]
    assert count_declared(facts).totals == {}


def test_a_sum_is_as_exact_as_its_least_exact_part():
    facts = [figure(value=3, qualifier="circa"), figure(value=4, org="LOGS", qualifier="peste")]
    assert count_declared(facts).qualifiers == {"centre_de_zi": "circa"}


def test_zero_that_was_said_is_a_figure():
    assert count_declared([figure(value=0)]).totals == {"centre_de_zi": 0}


def test_people_trained_are_kept_by_audience():
    facts = [figure("persoane_instruite", 39, audience="inspectori_munca", in_addition=True)]
    assert count_declared(facts).trained_by_audience == {"inspectori_munca": 39}


def test_each_organisation_has_its_own_line():
    facts = [figure(value=200), figure(value=86, org="LOGS")]
    assert count_declared(facts).by_org == {
        ("ELIB", "centre_de_zi"): 200,
        ("LOGS", "centre_de_zi"): 86,
    }
