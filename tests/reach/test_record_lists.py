"""The lists behind figures that are no class sessions: their lines add up to the figure."""

import csv
import io
from datetime import date
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from lms.people.roles import Role
from lms.reach.counting.campaigns import CampaignFact
from lms.reach.counting.declared import DeclaredFact
from lms.reach.counting.placing import place_campaigns, place_declared, place_trainings
from lms.reach.counting.trainings import TrainingFact
from lms.reach.enums import Placing
from tests.factories import make_user
from tests.reach.acceptance_2020 import import_2020

C, J, A, S, P, N = (
    Placing.COUNTED,
    Placing.JOINT,
    Placing.APART,
    Placing.SET_ASIDE,
    Placing.PART,
    Placing.NOT_REPORTED,
)


def placings(placed):
    return [(one.fact.reference, one.placing, one.adds) for one in placed]


def run(reference, organisation, people, method="attendance", status="reported"):
    return CampaignFact(reference, "zi", organisation, method, people, status)


def test_of_a_joint_event_the_higher_figure_adds():
    facts = [run("a", "LOGS", 300), run("b", "ELIB", 450), run("c", "ADPA", 450)]
    assert placings(place_campaigns(facts)) == [("b", C, 450), ("c", J, 0), ("a", J, 0)]


def test_impressions_estimates_and_drafts_add_nothing():
    facts = [
        run("a", "LOGS", 900, "impressions"),
        run("b", "LOGS", 800, "estimate"),
        run("c", "LOGS", 700, status="draft"),
        run("d", "LOGS", 600, "estimate", "void"),
    ]
    assert placings(place_campaigns(facts)) == [
        ("a", A, 0), ("b", A, 0), ("c", N, 0), ("d", N, 0)
    ]  # fmt: skip


def held(reference, day, people=(), participants=0, status="reported"):
    mode = "list" if people else "count"
    return TrainingFact(
        reference, "ELIB", "ong", "", mode, date(2026, 3, day), status, participants,
        frozenset(people),
    )  # fmt: skip


def test_a_person_adds_to_the_first_training_only():
    facts = [
        held("c", 3, {"ana", "ion"}),
        held("a", 1, {"ana"}),
        held("b", 2, participants=12),
        held("d", 4, {"eva"}, status="rejected"),
    ]
    assert placings(place_trainings(facts)) == [
        ("a", C, 1), ("b", C, 12), ("c", C, 1), ("d", N, 0)
    ]  # fmt: skip


def said(reference, value, **fields):
    usual = {"indicator": "persoane_informate", "status": "reported", "organisation": "ELIB"}
    return DeclaredFact(reference=reference, value=value, **(usual | fields))


def test_a_declaration_adds_where_records_leave_room_for_it():
    facts = [
        said("a", 300),
        said("b", 31, in_addition=True),
        said("c", 7, part="minori", in_addition=True),
        said("d", 9, status="draft"),
        said("e", 41, indicator="centre_de_zi"),
    ]
    assert {one[0]: one[1:] for one in placings(place_declared(facts))} == {
        "a": (S, 0), "b": (C, 31), "c": (P, 0), "d": (N, 0), "e": (C, 41)
    }  # fmt: skip


@pytest.fixture
def secretariat(client, roles):
    client.force_login(make_user(Role.SECRETARIAT))
    return client


@pytest.fixture
def year_2020(tmp_path):
    import_2020(tmp_path)


def soup_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return BeautifulSoup(response.content, "html.parser")


def number(element):
    return int(element.get_text().replace("\xa0", ""))


# How the label begins of the figure on the opened list that is the same as that of a column.
SUMS = {
    "sesiuni": {"unice=da": "particip", "adulti=da": "adul"},
    "online": "persoan",
    "campanii": "persoan",
    "formari": {
        "Persoane din înregistrări": "persoan",
        "Formări": "form",
        "Participări": "particip",
    },
    "declarate": "persoan",
}


def sum_behind(client, address, column):
    parts = urlsplit(address)
    label = SUMS[parts.path.strip("/").split("/")[-1]]
    if isinstance(label, dict):
        label = label.get(parts.query) or label[column]
    for figure in soup_of(client, address).select(".figure"):
        said = figure.select_one(".figure__label").get_text().removeprefix("de ")
        if said.startswith(label):
            return number(figure.select_one(".figure-number"))
    raise AssertionError(address)


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["T1", "T2"])
def test_every_linked_figure_is_the_sum_of_the_list_that_it_opens(secretariat, year_2020, key):
    section = soup_of(secretariat, "/raport/2020/tabele/").find("h2", id=key).parent
    compared = 0
    for row in section.select("tbody tr, tfoot tr"):
        cells = row.select("td.number")
        whole_line = row.th.a
        for cell in cells:
            link = cell.a or whole_line
            if link is None:
                continue
            assert sum_behind(secretariat, link["href"], cell["data-label"]) == number(cell), row
            compared += 1
    # T1: seven lines but the sum, and five components. T2: six audiences with three figures each,
    # the declared ones of no audience, the total with four.
    assert compared == {"T1": 11, "T2": 23}[key]


@pytest.mark.django_db
def test_each_component_of_persons_informed_opens(secretariat, year_2020):
    section = soup_of(secretariat, "/raport/2020/tabele/").find("h2", id="T1").parent
    parts = [row for row in section.select("tbody tr") if row.select_one(".is-part")]
    assert [number(row.select_one("td.number")) for row in parts] == [25, 15, 2, 70_000, 8_928]


@pytest.mark.django_db
def test_a_set_aside_figure_stands_beside_what_the_records_say(secretariat, year_2020):
    page = soup_of(secretariat, "/raport/2020/declarate/?org=LOGS&stare=deoparte")
    # LOGS has 30 000 people in its campaigns and no session.
    text = page.select_one("tbody").get_text(" ")
    assert "300" in text
    assert "înregistrările ei spun 30\xa0000" in text


@pytest.mark.django_db
def test_the_list_of_one_organisation_gives_its_own_line(secretariat, year_2020):
    page = soup_of(secretariat, "/raport/2020/campanii/?org=LOGS")
    assert number(page.select_one(".figure-number")) == 30_000


@pytest.mark.django_db
def test_an_impression_is_listed_with_the_reason_why_it_adds_nothing(secretariat, year_2020):
    page = soup_of(secretariat, "/raport/2020/campanii/?stare=separat")
    cells = [cell.get_text() for cell in page.select("tbody td")]
    assert cells[-3:] == ["afișări sau estimare: arătată separat", "900\xa0000", "0"]


@pytest.mark.django_db
def test_every_link_of_every_table_opens(secretariat, year_2020):
    links = {a["href"] for a in soup_of(secretariat, "/raport/2020/tabele/").select(".annual a")}
    assert len(links) > 40
    assert {link: secretariat.get(link).status_code for link in links} == dict.fromkeys(links, 200)


@pytest.mark.django_db
def test_a_list_can_be_saved_as_it_is_filtered(secretariat, year_2020):
    page = soup_of(secretariat, "/raport/2020/campanii/?org=LOGS")
    response = secretariat.get(page.select_one("a[href*='.csv']")["href"])
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text), delimiter=";"))
    assert [line["Se adună"] for line in lines] == ["30000"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address",
    [
        "2020/campanii/?org=NIMENI",
        "2020/campanii/?stare=altfel",
        "2020/formari/?grup=nimeni",
        "2020/declarate/?indicator=nimic",
        "1850/campanii/",
    ],
)
def test_what_does_not_exist_is_not_found(secretariat, address):
    assert secretariat.get(f"/raport/{address}").status_code == 404
