"""The records of 2020 as files: what the printed report of that year was made of, by hand.

78 970 is made of 25 different pupils and 3 adults of two class sessions, 12 adults of a parents'
session, 2 persons online, 70 000 at campaigns and 8 928 declared in addition.
3 979 is 2 people on lists, 1 589 counted by audience and 2 388 declared in addition.
"""

from pathlib import Path

from lms.reach.importing import import_folder
from tests.factories import CountyFactory, MemberOrganisationFactory
from tests.reach.import_folders import SCHOOL, session, write

SAID = "2021-01-20T10:00:00+02:00"


def declared(org, indicator, value, addition=""):
    return f"{org},{indicator},2020,{value},verified,{SAID},{addition}"


def training(ref, audience, participants, mode="count"):
    return f"{ref},2020-06-10,ELIB,{audience},constientizare,{mode},{participants},reported,{SAID}"


def import_2020(tmp_path: Path) -> None:
    """Bring in the year."""
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
