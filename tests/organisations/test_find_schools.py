"""Schools are found by name, locality, county or code, in any spelling of diacritics."""

from datetime import date

import pytest

from lms.organisations.selectors import find_schools
from lms.organisations.services import merge_schools
from tests.factories import CountyFactory, LocalityFactory, SchoolFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def school():
    return SchoolFactory(name="Școala Gimnazială „Ștefan cel Mare”", siiir="0061102345")


@pytest.mark.parametrize(
    "words",
    [
        "Ștefan cel Mare",
        "\u015etefan",
        "stefan MARE",
        "scoala stefan",
        "mare ștefan",
        "cluj-napoca stefan",
        "CLUJ gimnaziala",
        "0061102345",
    ],
)
def test_a_school_is_found(school, words):
    assert find_schools(words) == [school]


@pytest.mark.parametrize("words", ["", " ", "s", "ștefan bacău", "zzz"])
def test_nothing_is_found(school, words):
    assert find_schools(words) == []


@pytest.mark.parametrize("words", ["stefan " * 2000, "ștefan" + " a" * 5000, "x" * 60_000])
def test_a_flood_of_words_is_looked_for_like_its_start(school, words):
    assert find_schools(words) == find_schools(words[:400])


def test_a_closed_school_is_not_found(school):
    school.closed_on = date(2024, 9, 1)
    school.save()
    assert find_schools("stefan") == []


def test_a_school_that_was_merged_away_is_not_found(school):
    merge_schools(duplicate=school, into=SchoolFactory(name="Alta"))
    assert find_schools("stefan") == []


def test_a_county_narrows_the_search(school):
    iasi = CountyFactory(mnemonic="IS", name="Iași", iso_code="RO-IS", nuts3="RO213")
    other = SchoolFactory(
        name="Școala „Ștefan”", locality=LocalityFactory(county=iasi, name="Pașcani")
    )
    assert find_schools("stefan", county=iasi) == [other]


def test_names_that_start_with_the_words_come_first(school):
    first = SchoolFactory(name="Ștefan Vodă")
    assert find_schools("stefan") == [first, school]


def test_at_most_so_many_are_found(school):
    SchoolFactory.create_batch(5)
    assert len(find_schools("gimnaziala", limit=3)) == 3


def test_finding_costs_the_same_for_one_and_for_twenty(school, django_assert_num_queries):
    SchoolFactory.create_batch(25)
    with django_assert_num_queries(2):
        [str(found.place) for found in find_schools("gimnaziala")]


def test_the_picker_gets_name_and_place(client, school):
    answer = client.get("/cont/scoli/", {"q": "stefan"}).json()
    assert answer == {
        "schools": [{"id": school.pk, "name": school.name, "place": "Cluj-Napoca, Cluj"}]
    }


def test_the_picker_sets_no_cookie(client, school):
    assert not client.get("/cont/scoli/", {"q": "stefan"}).cookies


def test_the_picker_is_read_only(client):
    assert client.post("/cont/scoli/", {"q": "stefan"}).status_code == 405
