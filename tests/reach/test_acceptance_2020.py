"""The printed report of 2020 from imported records (tests/reach/acceptance_2020.py): figures by
hand, each open to its parts.
"""

import pytest

from lms.reach.indicators import PRINTED
from lms.reach.selectors import year_report
from tests.reach.acceptance_2020 import import_2020

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(tmp_path):
    import_2020(tmp_path)
    return year_report(2020)


def test_the_eight_figures_come_out_in_the_printed_order_and_wording(report):
    assert [(one.count(report), str(one.name)) for one in PRINTED] == [
        (41, "Beneficiari în centre rezidențiale (cu cazare)"),
        (286, "Beneficiari în centre de zi"),
        (507, "Beneficiari asistați în reintegrare și facilitare acces pe piața muncii"),
        (78970, "Persoane informate și prevenite în campanii de informare și prevenire"),
        (21, "Beneficiari asistați pe parcursul procedurilor penale"),
        (9, "Beneficiari asistați în procedura de repatriere"),
        (188, "Beneficiari consiliați vocațional și psihologic"),
        (3979, "Beneficiari direcți instruiți pe parcursul anului {an}"),
    ]


def test_people_informed_open_to_their_parts(report):
    parts = report.informed
    assert (
        parts.class_unique_pupils,
        parts.class_adults,
        parts.online_unique_completers,
        parts.campaigns,
        parts.declared,
    ) == (25, 15, 2, 70_000, 8_928)


def test_people_trained_open_to_their_audiences(report):
    assert report.trained_by_audience == {
        "asistenti_sociali": 832,
        "inspectori_munca": 39,
        "ong": 265,
        "politisti_nedefalcat": 126,
        "preoti": 327,
        "profesori": 2,
    }


def test_what_is_not_marked_as_in_addition_is_set_aside(report):
    assert [(fact.organisation, fact.value) for fact in report.declared.set_aside] == [
        ("LOGS", 300)
    ]


def test_a_joint_event_stays_whole_in_each_organisations_line(report):
    assert report.campaigns.by_org == {"ELIB": 70_000, "LOGS": 30_000}


def test_impressions_stay_apart(report):
    assert report.campaigns.excluded == {"impressions": 900_000, "estimate": 0}
