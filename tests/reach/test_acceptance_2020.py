"""The printed report of 2020 from imported records: figures by hand, each open to its parts.

78 970 is made of 25 different pupils and 3 adults of two class sessions, 12 adults of a parents'
session, 2 persons online, 70 000 at campaigns and 8 928 declared in addition.
3 979 is 2 people on lists, 1 589 counted by audience and 2 388 declared in addition.
"""

import pytest

from lms.reach.importing import import_folder
from lms.reach.indicators import PRINTED
from lms.reach.selectors import year_report
from tests.factories import CountyFactory, MemberOrganisationFactory
from tests.reach.import_folders import SCHOOL, session, write

pytestmark = pytest.mark.django_db

SAID = "2021-01-20T10:00:00+02:00"


def declared(org, indicator, value, addition=""):
    return f"{org},{indicator},2020,{value},verified,{SAID},{addition}"


def training(ref, audience, participants, mode="count"):
    return f"{ref},2020-06-10,ELIB,{audience},constientizare,{mode},{participants},reported,{SAID}"


@pytest.fixture
def report(tmp_path):
    CountyFactory()
    for code in ("ELIB", "LOGS", "MISL"):
        MemberOrganisationFactory(code=code)
    folder = write(
        tmp_path,
        schools=[SCHOOL],
        class_sessions=[
            session("S1", girls=12, boys=13, adults=1),
            session(
                "S2", girls=10, boys=10, adults=2, lesson="munca", day="2020-10-05", label="8B"
            ),
            session("S3", label="", girls=0, boys=0, adults=12, group="parents", day="2020-11-11"),
        ],
        online_completions=["t1,modul,2020-05-05,1,,", "t2,modul,2020-05-06,1,,"],
        campaigns=[
            f"ziua-europeana,ELIB,2020,attendance,45000,verified,{SAID}",
            f"ziua-europeana,LOGS,2020,attendance,30000,reported,{SAID}",
            f"site,ELIB,2020,unique_visitors,25000,reported,{SAID}",
            f"site,ELIB,2020,impressions,900000,reported,{SAID}",
        ],
        training_sessions=[
            training("F1", "asistenti_sociali", 832),
            training("F2", "preoti", 327),
            training("F3", "inspectori_munca", 39),
            training("F4", "politisti_nedefalcat", 126),
            training("F5", "ong", 265),
            training("F6", "profesori", 0, "list"),
            training("F7", "profesori", 0, "list"),
        ],
        training_participants=["F6,p1,1", "F6,p2,1", "F7,p1,1", "F7,p3,0"],
        service_counts=[
            declared("MISL", "centre_rezidentiale", 30),
            declared("ELIB", "centre_rezidentiale", 11),
            declared("MISL", "centre_de_zi", 286),
            declared("LOGS", "reintegrare_piata_muncii", 507),
            declared("ELIB", "persoane_informate", 8928, 1),
            declared("LOGS", "persoane_informate", 300),
            declared("ELIB", "proceduri_penale", 21),
            declared("ELIB", "repatriere", 9),
            declared("LOGS", "consiliere", 188),
            declared("ELIB", "persoane_instruite", 2388, 1),
        ],
    )
    assert [found.problems for found in import_folder(folder)] == [[]] * 7
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
