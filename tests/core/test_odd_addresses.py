"""Addresses that nobody types, but somebody tries: never an error of the server's."""

import pytest

from tests.factories import make_home, make_plan

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _site():
    make_home()
    make_plan()


@pytest.mark.parametrize(
    "address",
    [
        "/cautare/?q=%22",
        "/cautare/?q=a%22*(",
        "/lectii/?q=%22",
        "/lectii/?minute=" + "9" * 5000,
        "/lectii/?clasa=" + "9" * 5000,
        "/lectii/?pagina=" + "9" * 50,
        "/cont/signup/?scoala=" + "9" * 5000,
        "/cont/signup/?scoala=²",
    ],
)
def test_odd_queries_are_answered_calmly(client, address):
    assert client.get(address).status_code == 200


def test_the_number_of_no_module_leads_nowhere(client):
    assert client.get(f"/m/{'9' * 30}/").status_code == 404


@pytest.mark.parametrize("address", ["/cautare/?q=%00", "/lectii/a%00b/", "/clase/sesiuni/%00/"])
def test_a_nul_character_leads_nowhere(client, address):
    assert client.get(address).status_code == 404


def test_a_form_with_a_nul_character_leads_nowhere(client):
    assert client.post("/cont/login/", {"login": "a\0b"}).status_code == 404


def test_a_range_of_thousands_of_digits_gets_the_whole_file():
    from tests.media.test_serving import serve

    assert serve(Range="bytes=0-" + "4" * 4400).status_code == 200


@pytest.mark.parametrize("year", ["0000-0001", "1899-1900", "2026-2028"])
def test_a_school_year_that_cannot_be_is_refused(year):
    from lms.core.periods import parse_school_year

    with pytest.raises(ValueError):
        parse_school_year(year)
